using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features;

/// <summary>What a State has not joined, who is a member, and States side by side.</summary>
public sealed class WhoHasNotJoinedTests
{
    // Japan signed the Convention in 2000 and accepted it on 2017-07-11. DPR Korea acceded on 2016-06-17, without a signature.
    [TestCase("PRK", "2016-06-16", true)]
    [TestCase("PRK", "2016-06-17", false)]
    [TestCase("JPN", "2017-06-30", false)]
    [TestCase("JPN", "2000-12-11", true)]
    public async Task Without_a_standing_are_treaties_neither_signed_nor_joined(string state, string asOf, bool none)
    {
        var treaties = (await Service.Items($"/v1/states/{state}/participations?standing=none&asOf={asOf}&limit=500"))
            .Select(r => (string)r!["treaty"]!)
            .ToList();
        Assert.That(treaties.Contains("untoc"), Is.EqualTo(none));
        var parties = (await Service.Items($"/v1/treaties/untoc/parties?standing=none&asOf={asOf}&limit=500"))
            .Select(r => (string)r!["participant"]!)
            .ToList();
        Assert.That(parties.Contains(state), Is.EqualTo(none));
    }

    [Test]
    public async Task With_a_standing_or_without_every_treaty_of_the_day_is_there_once()
    {
        const string day = "asOf=2005-06-30&limit=500";
        var with = (await Service.Items($"/v1/states/JPN/participations?{day}"))
            .Where(r => (string?)r!["status"]!["standing"] != "none")
            .Select(r => (string)r!["treaty"]!);
        var without = await Service.Items($"/v1/states/JPN/participations?standing=none&{day}");
        Assert.That(without.Select(r => (string?)r!["status"]!["standing"]), Is.All.EqualTo("none"));
        var adopted = (await Service.Items($"/v1/treaties?{day}"))
            .Where(t => string.CompareOrdinal((string?)t!["adopted"]!["on"], "2005-06-30") <= 0)
            .Select(t => (string)t!["id"]!);
        Assert.That(with.Concat(without.Select(r => (string)r!["treaty"]!)), Is.EquivalentTo(adopted));
    }

    [TestCase("2017-06-30", true)]
    [TestCase("2017-07-11", false)]
    [TestCase("2000-11-14", false)]
    public async Task Treaties_to_which_a_State_is_no_party_include_those_it_only_signed(string asOf, bool listed)
    {
        var treaties = (await Service.Items($"/v1/treaties?notParty=JP&asOf={asOf}&limit=500")).Select(t => (string)t!["id"]!);
        Assert.That(treaties.Contains("untoc"), Is.EqualTo(listed));
    }

    [Test]
    public async Task Party_and_no_party_together_compare_two_States()
    {
        var treaties = await Service.Items("/v1/treaties?party=DEU&notParty=JPN&asOf=2017-06-30&limit=500");
        Assert.That(treaties.Select(t => (string)t!["id"]!), Does.Contain("untoc").And.Contain("uncac"));
        foreach (var treaty in treaties)
        {
            var parties = (await Service.Items($"/v1/treaties/{treaty!["id"]}/parties?asOf=2017-06-30&limit=500")).Select(p =>
                (string)p!["participant"]!
            );
            Assert.That(parties, Does.Contain("DEU").And.Not.Contain("JPN"), (string?)treaty["id"]);
        }
    }

    // The United Kingdom left the European Union on 2020-01-31.
    [TestCase("2020-01-31", 28)]
    [TestCase("2020-02-01", 27)]
    [TestCase("2013-06-30", 27)]
    public async Task Members_are_those_of_the_day(string asOf, int members)
    {
        var states = await Service.Get($"/v1/states?memberOf=EUU&asOf={asOf}");
        Assert.That((int)states["total"]!, Is.EqualTo(members));
    }

    [Test]
    public async Task Every_list_of_participants_knows_members()
    {
        const string day = "asOf=2017-06-30";
        var members = (await Service.Items($"/v1/states?memberOf=eu&{day}")).Select(s => (string)s!["code"]!).ToList();
        var parties = (await Service.Items($"/v1/treaties/untoc-firearms/parties?memberOf=EUU&{day}&limit=500"))
            .Select(p => (string)p!["participant"]!)
            .ToList();
        var missing = (await Service.Items($"/v1/treaties/untoc-firearms/non-parties?memberOf=EUU&{day}&limit=500")).Select(p =>
            (string)p!["participant"]!
        );
        Assert.That(parties, Is.Not.Empty.And.Not.Contain("EUU"));
        Assert.That(parties.Concat(missing), Is.EquivalentTo(members));
        foreach (
            var (url, code) in new[]
            {
                ($"/v1/matrix?treaty=untoc&memberOf=EUU&{day}", "participant"),
                ($"/v1/participations?treaty=untoc&memberOf=EUU&{day}", "participant"),
                ($"/v1/treaties/untoc/counts/explanation?memberOf=EUU&{day}", "code"),
            }
        )
        {
            var rows = await Service.Items(url);
            Assert.That(
                rows.Select(r => (string)(r![code] ?? r["status"]?[code] ?? r["participant"]![code])!),
                Is.EquivalentTo(members),
                url
            );
        }
    }

    [TestCase("JPN", "The register has no members of 'JPN'. It has those of: EUU.")]
    [TestCase("European Union", "Did you mean EUU (European Union)?")]
    public async Task What_has_no_members_is_refused(string organization, string text)
    {
        using var response = await Service.Client.GetAsync($"/v1/states?memberOf={Uri.EscapeDataString(organization)}");
        Assert.That((int)response.StatusCode, Is.EqualTo(400));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain(text));
    }

    [Test]
    public async Task A_matrix_of_some_States_has_their_rows_only()
    {
        var rows = await Service.Items("/v1/matrix?treaty=untoc&state=KR&state=JPN&asOf=2017-06-30");
        Assert.That(
            rows.Select(r => $"{r!["participant"]} {r["standings"]!["untoc"]}"),
            Is.EqualTo(new[] { "JPN signatory", "KOR party-in-force" })
        );
    }

    [Test]
    public async Task States_stand_side_by_side_under_each_treaty()
    {
        var rows = await Service.Items("/v1/participations?state=KOR&state=JPN&treaty=untoc&treaty=uncac&asOf=2018-06-30");
        // Japan accepted both on 2017-07-11; the Republic of Korea ratified in 2015 and 2008.
        Assert.That(
            rows.Select(r => $"{r!["treaty"]} {r["status"]!["participant"]} {r["status"]!["consentOn"]}"),
            Is.EqualTo(new[] { "uncac JPN 2017-07-11", "uncac KOR 2008-03-27", "untoc JPN 2017-07-11", "untoc KOR 2015-11-05" })
        );
        var table = await Service.Client.GetStringAsync("/v1/participations?treaty=untoc&asOf=2017-06-30&standing=party&format=csv");
        Assert.That(table.Split("\r\n"), Has.Length.EqualTo(1 + 187 + 1));
        Assert.That(table.Split("\r\n")[0], Does.EndWith("undatedEvents,assumedEffects,unverifiedEvents,coverage"));
    }

    [Test]
    public async Task Pages_of_participations_cover_all_rows()
    {
        var rows = new List<string>();
        for (var cursor = ""; cursor is not null; )
        {
            var page = await Service.Get($"/v1/participations?state=JPN&state=PRK&standing=none&asOf=2017-06-30&limit=5{cursor}");
            rows.AddRange(page["items"]!.AsArray().Select(r => $"{r!["treaty"]} {r["status"]!["participant"]}"));
            cursor = page["next"] is { } next ? $"&cursor={next}" : null;
        }
        Assert.That(rows, Is.Unique.And.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
        Assert.That(rows.Count, Is.GreaterThan(10));
    }
}
