using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features.TreatyCounts;

public sealed class OverTimeTests
{
    [Test]
    public async Task Each_step_of_the_history_equals_the_counts_of_that_day()
    {
        var steps = await Service.Items("/v1/treaties/untoc/counts/history?from=2016-01-01&to=2018-12-31");
        Assert.That(steps, Is.Not.Empty);
        foreach (var step in steps)
        {
            var counts = await Service.Get($"/v1/treaties/untoc/counts?asOf={step!["asOf"]}");
            foreach (var (name, figure) in step["counts"]!.AsObject())
                Assert.That((int)figure!, Is.EqualTo((int)counts[name]!), $"{step["asOf"]} {name}");
        }
    }

    [Test]
    public async Task Months_and_years_end_on_their_last_day_and_the_period_on_its_own()
    {
        var months = await Service.Items("/v1/treaties/untoc/counts/history?interval=month&from=2016-01-15&to=2016-04-10");
        Assert.That(months.Select(m => (string)m!["asOf"]!), Is.EqualTo(new[] { "2016-01-31", "2016-02-29", "2016-03-31", "2016-04-10" }));

        var years = await Service.Items("/v1/treaties/untoc/counts/history?interval=year&from=2003-01-01&to=2005-12-31");
        Assert.That(years.Select(y => (string)y!["asOf"]!), Is.EqualTo(new[] { "2003-12-31", "2004-12-31", "2005-12-31" }));
    }

    [Test]
    public async Task One_call_returns_everything_that_a_paragraph_of_a_report_needs()
    {
        var changes = await Service.Items(
            "/v1/changes?from=2016-06-01&to=2017-06-30&treaty=untoc&treaty=untoc-trafficking&treaty=untoc-smuggling&treaty=untoc-firearms"
        );
        var untoc = changes.Single(c => (string?)c!["treaty"]!["id"] == "untoc")!;
        Assert.That(
            untoc["consented"]!.AsArray().Select(c => $"{c!["participant"]!["code"]} {c["kind"]} {c["on"]}"),
            Does.Contain("PRK accession 2016-06-17")
        );
        Assert.That(
            untoc["cameIntoForce"]!.AsArray().Select(c => $"{c!["participant"]!["code"]} {c["on"]}"),
            Does.Contain("PRK 2016-07-17")
        );
        foreach (var treaty in changes)
            Assert.That(
                (int)treaty!["after"]!["parties"]! - (int)treaty["before"]!["parties"]!,
                Is.EqualTo(treaty["consented"]!.AsArray().Count - treaty["left"]!.AsArray().Count),
                (string?)treaty["treaty"]!["id"]
            );
        Assert.That((int)untoc["after"]!["parties"]!, Is.EqualTo(187));
        Assert.That(
            changes.Single(c => (string?)c!["treaty"]!["id"] == "untoc-smuggling")!["consented"]!
                .AsArray()
                .Select(c => (string)c!["participant"]!["code"]!),
            Does.Contain("AFG")
        );
    }

    [Test]
    public async Task Changes_state_their_period()
    {
        var changes = await Service.Get("/v1/changes?from=2016-06-01&to=2017-06-30&treaty=untoc");
        Assert.That(((string?)changes["from"], (string?)changes["asOf"]), Is.EqualTo(("2016-06-01", "2017-06-30")));
        var lines = (
            await Service.Client.GetStringAsync("/v1/changes?from=2016-06-17&to=2016-06-17&treaty=untoc&lang=fr&format=csv")
        ).Split("\r\n");
        Assert.That(
            lines[0],
            Does.EndWith(
                ",kindLabel,completeThrough,coverage,asOfIsBeyond,unverifiedEvents,undatedEvents,assumedEffects,title,titleLanguage"
            )
        );
        Assert.That(
            lines[1],
            Does.EndWith(
                ",Adhésion,2026-09-11,newer-acts,false,0,0,0,Convention des Nations Unies contre la criminalité transnationale organisée,fr"
            )
        );
    }

    [Test]
    public async Task Changes_of_one_State_list_the_treaties_under_which_it_acted()
    {
        var changes = await Service.Items("/v1/changes?from=2016-06-01&to=2016-12-31&state=PRK");
        Assert.That(changes.Select(c => (string)c!["treaty"]!["id"]!), Is.EqualTo(new[] { "untoc" }));
        Assert.That(await Service.Items("/v1/changes?from=2017-10-27&to=2017-10-27&state=BDI"), Has.Count.EqualTo(1));
    }

    [TestCase("", 193 - 182)]
    [TestCase("&among=signatories", 3)]
    public async Task Non_parties_are_the_Members_or_signatories_that_are_not_parties(string among, int missing) =>
        Assert.That((int)(await Service.Get($"/v1/treaties/untoc/non-parties?asOf=2017-06-30{among}"))["total"]!, Is.EqualTo(missing));

    [Test]
    public async Task Non_parties_include_parties_to_the_parent_that_are_not_parties_to_the_protocol()
    {
        var missing = await Service.Items("/v1/treaties/untoc-firearms/non-parties?asOf=2017-06-30&among=parent-parties");
        var matrix = await Service.Items("/v1/matrix?treaty=untoc&treaty=untoc-firearms&asOf=2017-06-30&limit=500");
        static bool IsBound(string? standing) => standing is "party-in-force" or "contracting";
        Assert.That(
            missing.Select(m => (string)m!["participant"]!),
            Is.EqualTo(
                matrix
                    .Where(r => IsBound((string?)r!["standings"]!["untoc"]) && !IsBound((string?)r["standings"]!["untoc-firearms"]))
                    .Select(r => (string)r!["participant"]!)
            )
        );
    }

    [Test]
    public async Task A_treaty_without_a_parent_has_no_parent_parties()
    {
        using var response = await Service.Client.GetAsync("/v1/treaties/untoc/non-parties?among=parent-parties");
        Assert.That((int)response.StatusCode, Is.EqualTo(400));
    }

    [TestCase("2003-06-30", 39, 1, "2003-09-29")]
    [TestCase("2003-07-01", 40, 0, null)]
    public async Task Before_the_fortieth_instrument_some_are_missing(string asOf, int inBeing, int wanting, string? would)
    {
        var answer = await Service.Get($"/v1/treaties/untoc/entry-into-force?asOf={asOf}&depositedOn=2003-07-01");
        var outlook = answer["outlook"]!;
        Assert.That(
            ((int)outlook["inBeing"]!, (int)outlook["wanting"]!, (string?)outlook["wouldEnterIntoForceOn"]),
            Is.EqualTo((inBeing, wanting, would))
        );
        Assert.That((string?)answer["entryIntoForce"]!["reachedOn"], Is.EqualTo("2003-07-01"));
    }

    [Test]
    public async Task Entry_into_force_of_the_treaty_is_not_an_act_of_a_State() =>
        Assert.That(await Service.Items("/v1/changes?state=PRK&from=2003-01-01&to=2003-12-31"), Is.Empty);

    [Test]
    public async Task The_ways_of_consenting_add_up_to_the_parties()
    {
        const string url = "/v1/treaties/untoc/counts/history?interval=year&from=2001-01-01&to=2018-12-31";
        var all = (await Service.Items(url)).Select(r => (int)r!["counts"]!["parties"]!).ToList();
        string[] ways = ["ratification", "acceptance", "approval", "accession", "succession", "formal-confirmation"];
        var sums = new int[all.Count];
        foreach (var way in ways)
        foreach (var (at, row) in (await Service.Items($"{url}&consent={way}")).Index())
            sums[at] += (int)row!["counts"]!["parties"]!;
        Assert.That(sums, Is.EqualTo(all));
        var together = await Service.Items($"{url}&{string.Join('&', ways.Select(w => $"consent={w}"))}");
        Assert.That(together.Select(r => (int)r!["counts"]!["parties"]!), Is.EqualTo(all));
    }

    [Test]
    public async Task A_kind_of_participant_is_counted_as_in_the_breakdown()
    {
        var row = (
            await Service.Items("/v1/treaties/untoc/counts/history?interval=year&from=2017-06-30&to=2017-06-30&kind=un-member")
        ).Single()!;
        Assert.That((int)row["counts"]!["parties"]!, Is.EqualTo(182));
        var two = (
            await Service.Items(
                "/v1/treaties/untoc/counts/history?interval=year&from=2017-06-30&to=2017-06-30&kind=un-member&kind=un-observer"
            )
        ).Single()!;
        Assert.That((int)two["counts"]!["parties"]!, Is.EqualTo(184));
        Assert.That((int?)row["unverifiedEvents"], Is.Not.Null);
    }

    [Test]
    public async Task Only_the_changes_of_the_counts_asked_for_are_listed_and_only_their_columns()
    {
        const string url = "/v1/treaties/untoc/counts/history?count=signatories&count=formerParties";
        var rows = await Service.Items($"{url}&limit=500");
        var figures = rows.Select(r => ((int)r!["counts"]!["signatories"]!, (int)r["counts"]!["formerParties"]!)).ToList();
        Assert.That(figures.Zip(figures.Skip(1)).Where(p => p.First == p.Second), Is.Empty);
        Assert.That(figures[^1].Item1, Is.EqualTo(147));
        var header = (await Service.Client.GetStringAsync($"{url}&format=csv")).Split("\r\n")[0];
        Assert.That(header.Split(','), Does.Contain("signatories").And.Contain("asOfIsBeyond").And.Contain("unverifiedEvents"));
        Assert.That(header.Split(','), Does.Not.Contain("parties").And.Not.Contain("everSigned"));
    }
}
