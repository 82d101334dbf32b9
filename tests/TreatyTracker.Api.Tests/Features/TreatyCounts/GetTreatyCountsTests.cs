using System.Net;
using System.Text.Json.Nodes;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features.TreatyCounts;

public sealed class GetTreatyCountsTests
{
    [TestCase("untoc", "2017-06-30", 187)]
    [TestCase("untoc-trafficking", "2017-06-30", 170)]
    [TestCase("untoc-smuggling", "2017-06-30", 144)]
    [TestCase("untoc-firearms", "2017-06-30", 114)]
    [TestCase("uncac", "2017-06-01", 181)]
    public async Task The_counts_equal_the_figures_in_the_Secretary_General_s_report(string treaty, string asOf, int parties) =>
        Assert.That((int)(await Counts(treaty, asOf))["parties"]!, Is.EqualTo(parties));

    [TestCase("2016-06-16", 186)]
    [TestCase("2016-06-17", 187)]
    [TestCase("2016-06-18", 187)]
    public async Task The_DPR_Korea_is_the_187th_party_from_the_day_of_its_accession(string asOf, int parties) =>
        Assert.That((int)(await Counts("untoc", asOf))["parties"]!, Is.EqualTo(parties));

    [Test]
    public async Task The_187_are_182_Members_2_observers_2_other_States_and_1_organization()
    {
        var counts = await Counts("untoc", "2017-06-30");
        Assert.That(
            counts["breakdown"]!["byParticipantKind"]!.ToJsonString(),
            Is.EqualTo("""{"unMember":182,"unObserver":2,"otherState":2,"regionalOrganization":1}""")
        );
        Assert.That((int)counts["signatories"]!, Is.EqualTo(147));
        Assert.That((int)counts["signatoriesNotBound"]!, Is.EqualTo(3));
        Assert.That((int)counts["countedForEntryIntoForce"]!, Is.EqualTo(186));
    }

    [TestCaseSource(nameof(Treaties))]
    public async Task Each_breakdown_adds_up_to_parties(string treaty)
    {
        foreach (var year in Enumerable.Range(1965, 62))
        {
            var counts = await Counts(treaty, $"{year}-07-01");
            foreach (var (way, classes) in counts["breakdown"]!.AsObject())
                Assert.That(classes!.AsObject().Sum(c => (int)c.Value!), Is.EqualTo((int)counts["parties"]!), $"{treaty} {year} {way}");
        }
    }

    [Test]
    public async Task A_succession_is_in_force_from_its_effect_and_counted_among_parties_from_its_deposit()
    {
        var between = await Service.Get("/v1/treaties/untoc/parties/MNE?asOf=2006-08-01");
        Assert.That((bool)between["countedIn"]!["parties"]!, Is.False);
        Assert.That((bool)between["countedIn"]!["partiesInForce"]!, Is.True);

        var after = await Service.Get("/v1/treaties/untoc/parties/MNE?asOf=2006-10-23");
        Assert.That((bool)after["countedIn"]!["parties"]!, Is.True);
    }

    [TestCase("2026-09-11", false)]
    [TestCase("2026-09-12", true)]
    public async Task A_day_beyond_the_record_says_so(string asOf, bool beyond)
    {
        var record = (await Counts("untoc", asOf))["record"]!;
        Assert.That((string?)record["completeThrough"], Is.EqualTo("2026-09-11"));
        Assert.That((bool)record["asOfIsBeyond"]!, Is.EqualTo(beyond));
    }

    [Test]
    public async Task An_answer_for_a_future_day_says_that_it_looks_ahead()
    {
        Assert.That((bool?)(await Counts("untoc", "2199-01-01"))["looksAhead"], Is.True);
        Assert.That((await Counts("untoc", "2017-06-30")).AsObject().ContainsKey("looksAhead"), Is.False);
    }

    [TestCase("XVIII-12")]
    [TestCase("xviii-12")]
    [TestCase("UNTOC")]
    public async Task Another_address_of_the_treaty_gives_the_same_answer_and_names_the_canonical_one(string treaty)
    {
        using var response = await Service.Client.GetAsync($"/v1/treaties/{treaty}/counts?asOf=2017-06-30");
        Assert.That(
            response.Headers.GetValues("Link"),
            Does.Contain("""</v1/treaties/untoc/counts?asOf=2017-06-30>; rel="canonical" """.Trim())
        );
        Assert.That(
            await response.Content.ReadAsStringAsync(),
            Is.EqualTo(await Service.Client.GetStringAsync("/v1/treaties/untoc/counts?asOf=2017-06-30"))
        );
    }

    [TestCase("/v1/conventions/untoc/counts?asOf=2017-06-30", "/v1/treaties/untoc/counts?asOf=2017-06-30")]
    [TestCase("/v1/conventions/XVIII-12/parties/prk", "/v1/treaties/untoc/parties/prk")]
    [TestCase("/v1/protocols/untoc-firearms/events?kind=signature&limit=3", "/v1/treaties/untoc-firearms/events?kind=signature&limit=3")]
    public async Task Paths_below_a_convention_or_protocol_redirect_to_treaties(string asked, string target)
    {
        using var response = await Service.Unfollowing.GetAsync(asked);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.PermanentRedirect));
        Assert.That(response.Headers.Location!.ToString(), Is.EqualTo(target));
    }

    [Test]
    public async Task Several_treaties_are_in_one_answer_in_the_requested_order()
    {
        var rows = await Service.Items("/v1/counts?treaty=untoc&treaty=XVIII-14&treaty=XVIII-12&asOf=2017-06-01");
        Assert.That(rows.Select(r => $"{r!["treaty"]} {r["parties"]}"), Is.EqualTo(new[] { "untoc 187", "uncac 181" }));
        Assert.That((await Service.Items("/v1/counts")).Select(r => (string?)r!["treaty"]), Is.EqualTo(Treaties));
    }

    [Test]
    public async Task Pages_of_named_treaties_keep_the_requested_order()
    {
        string[] asked = ["untoc", "uncac", "untoc-trafficking"];
        var url = $"/v1/counts?{string.Join('&', asked.Select(t => $"treaty={t}"))}&limit=1";
        var seen = new List<string?>();
        for (var cursor = ""; seen.Count < 10; )
        {
            var page = await Service.Get(url + cursor);
            seen.AddRange(page["items"]!.AsArray().Select(r => (string?)r!["treaty"]));
            if (page["next"] is not { } next)
                break;
            cursor = $"&cursor={next}";
        }
        Assert.That(seen, Is.EqualTo(asked));
    }

    [Test]
    public async Task The_matrix_keeps_the_requested_order_of_treaties()
    {
        var matrix = await Service.Get("/v1/matrix?treaty=untoc&treaty=uncac&limit=1");
        Assert.That(matrix["treaties"]!.AsArray().Select(t => (string?)t!["treaty"]!["id"]), Is.EqualTo(new[] { "untoc", "uncac" }));
        var table = await Service.Client.GetStringAsync("/v1/matrix?treaty=untoc&treaty=uncac&limit=1&format=csv");
        Assert.That(table, Does.StartWith("participant,name,kind,region,untoc,uncac,"));
    }

    static IEnumerable<string> Treaties => SmallRecord.Treaties;

    static Task<JsonNode> Counts(string treaty, string asOf) => Service.Get($"/v1/treaties/{treaty}/counts?asOf={asOf}");
}
