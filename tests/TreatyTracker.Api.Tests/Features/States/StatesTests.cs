using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features.States;

public sealed class StatesTests
{
    [Test]
    public async Task All_participants_are_listed_with_names_in_six_languages()
    {
        var states = await Service.Items("/v1/states?limit=500");
        Assert.That(states, Has.Count.EqualTo(241));
        foreach (var state in states)
            Assert.That(
                state!["names"]!.AsArray().Where(n => n!["until"] is null).Select(n => (string)n!["language"]!),
                Is.EqualTo(new[] { "ar", "en", "es", "fr", "ru", "zh" }),
                (string)state["code"]!
            );
    }

    [TestCase("un-member", 193)]
    [TestCase("un-observer", 2)]
    [TestCase("other-state", 3)]
    [TestCase("regional-organization", 13)]
    [TestCase("international-organization", 18)]
    [TestCase("former-state", 12)]
    public async Task Kinds_are_those_of_the_requested_day(string kind, int states) =>
        Assert.That(await Service.Items($"/v1/states?kind={kind}&asOf=2026-01-01&limit=500"), Has.Count.EqualTo(states));

    [Test]
    public async Task A_State_is_an_other_State_before_its_admission()
    {
        Assert.That((string?)(await Service.Get("/v1/states/CHE?asOf=2002-09-09"))["kind"], Is.EqualTo("other-state"));
        Assert.That((string?)(await Service.Get("/v1/states/CHE?asOf=2002-09-10"))["kind"], Is.EqualTo("un-member"));
    }

    [Test]
    public async Task Names_have_periods_and_a_former_name_finds_the_State()
    {
        var found = await Service.Items("/v1/states?q=swaziland");
        Assert.That(found.Select(s => $"{s!["code"]} {s["name"]}"), Is.EqualTo(new[] { "SWZ Eswatini" }));
        var names = found[0]!["names"]!
            .AsArray()
            .Where(n => (string?)n!["language"] == "en")
            .Select(n => $"{n!["name"]} {n["from"]}..{n["until"]}");
        Assert.That(names, Is.EqualTo(new[] { "Swaziland ..2018-04-18", "Eswatini 2018-04-19.." }));
    }

    [TestCase("CÔTE", "CIV")]
    [TestCase("cote d'ivoire", "CIV")]
    [TestCase("cote d’ivoire", "CIV")]
    [TestCase("turkiye", "TUR")]
    [TestCase("TÜRKİYE", "TUR")]
    [TestCase("russian fed", "RUS")]
    [TestCase("российская", "RUS")]
    [TestCase("РОССИЙСКАЯ", "RUS")]
    [TestCase("Россия", "RUS")]
    [TestCase("РОССИЯ", "RUS")]
    [TestCase("روسيا", "RUS")]
    [TestCase("美国", "USA")]
    [TestCase("Corée du Sud", "KOR")]
    [TestCase("vietnam", "VDVN", "VNM", "XRVN")]
    [TestCase("朝鲜", "PRK")]
    [TestCase("إيران", "IRN")]
    [TestCase("ايران", "IRN")]
    [TestCase("إِيرَان", "IRN")]
    public async Task A_name_is_found_in_any_script_regardless_of_case_and_accents(string q, params string[] codes) =>
        Assert.That((await Service.Items($"/v1/states?q={Uri.EscapeDataString(q)}")).Select(s => (string)s!["code"]!), Is.EqualTo(codes));

    [Test]
    public async Task Other_names_are_listed_but_never_shown_as_the_name()
    {
        var russia = await Service.Get("/v1/states/RUS?lang=ru");
        Assert.That((string?)russia["name"], Is.EqualTo("Российская Федерация"));
        Assert.That(
            russia["otherNames"]!.AsArray().Select(n => $"{n!["language"]} {n["name"]}"),
            Is.EqualTo(new[] { "ar روسيا", "en Russia", "ru Россия" })
        );
        Assert.That((await Service.Get("/v1/states/FRA"))["otherNames"], Is.Null);
    }

    [Test]
    public void No_other_name_repeats_a_name()
    {
        var superfluous =
            from p in SeedReader.Read(Repository.Seeds).Participants
            from other in p.OtherNames
            where (p with { OtherNames = [] }).Searched().Select(SearchText.Fold).Contains(SearchText.Fold(other.Name))
            select $"{p.Code} {other.Name}";
        Assert.That(superfluous, Is.Empty);
    }

    [TestCase("/v1/states/Japan", "Did you mean JPN (Japan)?")]
    [TestCase("/v1/states/Japon", "JPN (Japan)")]
    [TestCase("/v1/states/PRX", "PRK (Democratic People's Republic of Korea)")]
    [TestCase("/v1/events?state=Japan", "Did you mean JPN (Japan)?")]
    public async Task A_suggestion_for_an_unknown_State_is_a_code_that_works(string url, string suggestion)
    {
        using var response = await Service.Client.GetAsync(url);
        var detail = (string)System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync())!["detail"]!;
        Assert.That(detail, Does.Contain(suggestion));
        foreach (System.Text.RegularExpressions.Match code in System.Text.RegularExpressions.Regex.Matches(detail, @"\b([A-Z]{3,4}) \("))
            await Service.Get($"/v1/states/{code.Groups[1].Value}");
    }

    [Test]
    public async Task Predecessors_and_successors_refer_to_each_other()
    {
        Assert.That(
            (await Service.Get("/v1/states/MNE"))["predecessors"]!.AsArray().Select(p => (string)p!["code"]!),
            Is.EqualTo(new[] { "CSXX", "YUCS" })
        );
        Assert.That(
            (await Service.Get("/v1/states/CSXX"))["successors"]!.AsArray().Select(p => (string)p!["code"]!),
            Is.EqualTo(new[] { "SRB", "MNE" })
        );
    }

    [Test]
    public async Task A_State_has_a_row_for_each_treaty_under_which_it_acted()
    {
        var rows = await Service.Items("/v1/states/KP/participations?asOf=2016-06-16");
        Assert.That(rows.Select(r => (string)r!["treaty"]!), Does.Not.Contain("untoc"));

        rows = await Service.Items("/v1/states/KP/participations?asOf=2017-06-30");
        var untoc = rows.Single(r => (string?)r!["treaty"] == "untoc")!;
        Assert.That(
            ((string?)untoc["status"]!["standing"], (string?)untoc["status"]!["inForceOn"]),
            Is.EqualTo(("party-in-force", "2016-07-17"))
        );

        var summary = (await Service.Get("/v1/states/PRK?asOf=2017-06-30"))["participations"]!;
        Assert.That((int)summary["partyInForce"]!, Is.EqualTo(rows.Count(r => (string?)r!["status"]!["standing"] == "party-in-force")));
    }

    /// <summary>"How many of the nineteen counter-terrorism instruments is a State bound by" is the total of one list.</summary>
    [TestCase("CHE", 19)]
    [TestCase("SMR", 16)]
    [TestCase("ETH", 9)]
    public async Task One_address_counts_the_counter_terrorism_instruments_that_bind_a_State(string state, int bound)
    {
        var list = await Service.Get($"/v1/states/{state}/participations?subject=terrorism&standing=party&asOf=2026-11-28");
        Assert.That((int)list["total"]!, Is.EqualTo(bound));
        using var response = await Service.Client.GetAsync($"/v1/states/{state}/participations?subject=terorism");
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("terrorism"));
    }
}
