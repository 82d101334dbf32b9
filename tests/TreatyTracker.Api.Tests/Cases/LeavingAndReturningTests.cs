using System.Text.Json.Nodes;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Cases;

/// <summary>The cases of leaving and returning whose treaties the shipped record holds, through HTTP.</summary>
public sealed class LeavingAndReturningTests
{
    [TestCase("2011-12-31", "party-in-force")]
    [TestCase("2012-01-01", "former-party")]
    [TestCase("2013-01-10", "former-party")]
    [TestCase("2013-01-11", "contracting")]
    [TestCase("2013-02-09", "contracting")]
    [TestCase("2013-02-10", "party-in-force")]
    public async Task Bolivia_left_the_1961_Convention_as_amended_and_came_back(string asOf, string standing) =>
        Assert.That(
            (string?)(await Service.Get($"/v1/treaties/narcotics-1961-amended/parties/BOL?asOf={asOf}"))["standing"],
            Is.EqualTo(standing)
        );

    [Test]
    public async Task Bolivia_is_one_participant_with_two_periods()
    {
        var consents = (await Service.Get("/v1/treaties/narcotics-1961-amended/parties/BOL"))["consents"]!.AsArray();
        Assert.That(
            consents.Select(c => $"{c!["depositedOn"]} {c["effectOn"]}..{c["until"]}"),
            Is.EqualTo(new[] { "1976-09-23 1976-10-23..2012-01-01", "2013-01-11 2013-02-10.." })
        );
    }

    [TestCase("2011-12-31")]
    [TestCase("2012-06-30")]
    [TestCase("2013-02-10")]
    public async Task Bolivia_stayed_a_party_to_the_1988_Convention_throughout(string asOf) =>
        Assert.That(
            (string?)(await Service.Get($"/v1/treaties/illicit-traffic-1988/parties/BOL?asOf={asOf}"))["standing"],
            Is.EqualTo("party-in-force")
        );

    [TestCase("BDI", "2017-10-26", "party-in-force")]
    [TestCase("BDI", "2017-10-27", "former-party")]
    [TestCase("PHL", "2019-03-16", "party-in-force")]
    [TestCase("PHL", "2019-03-17", "former-party")]
    [TestCase("GMB", "2016-12-01", "party-in-force")]
    [TestCase("GMB", "2017-11-10", "party-in-force")]
    [TestCase("ZAF", "2017-10-19", "party-in-force")]
    public async Task Withdrawals_from_the_Rome_Statute_take_effect_and_revoked_ones_never_do(string state, string asOf, string standing) =>
        Assert.That(
            (string?)(await Service.Get($"/v1/treaties/rome-statute/parties/{state}?asOf={asOf}"))["standing"],
            Is.EqualTo(standing)
        );

    [TestCase("2017-10-26", "2017-10-27", -1)]
    [TestCase("2019-03-16", "2019-03-17", -1)]
    [TestCase("2017-10-18", "2017-10-19", 0)]
    [TestCase("2017-11-09", "2017-11-10", 0)]
    public async Task The_Rome_Statute_s_parties_move_on_the_days_of_effect_alone(string before, string after, int by)
    {
        async Task<int> Parties(string asOf) => (int)(await Service.Get($"/v1/treaties/rome-statute/counts?asOf={asOf}"))["parties"]!;
        Assert.That(await Parties(after) - await Parties(before), Is.EqualTo(by));
    }

    [Test]
    public async Task Burundi_entered_on_the_first_of_a_month_and_left_a_year_after_its_notice()
    {
        var burundi = (await Service.Get("/v1/treaties/rome-statute/parties/BDI"))["consents"]![0]!;
        Assert.That(
            ((string?)burundi["effectOn"], (string?)burundi["effectArticle"], (string?)burundi["until"]),
            Is.EqualTo(("2004-12-01", "art. 126(2)", "2017-10-27"))
        );
    }

    [Test]
    public async Task The_Republic_of_Korea_signs_and_is_bound_as_one()
    {
        var korea = (await Service.Get("/v1/treaties/untoc/parties/KOR?asOf=2017-06-30"))["countedIn"]!;
        Assert.That(
            ((bool)korea["signatories"]!, (bool)korea["parties"]!, (bool)korea["signatoriesNotBound"]!),
            Is.EqualTo((true, true, false))
        );
    }

    [Test]
    public async Task A_participation_says_what_would_change_it()
    {
        var party = (await Service.Get("/v1/treaties/untoc/parties/PRK?asOf=2017-06-30"))["whatWouldChangeIt"]![0]!;
        Assert.That(
            ((string?)party["act"], (string?)party["effectOn"], (string?)party["article"]),
            Is.EqualTo(("withdrawal", "2018-06-30", "art. 40(1)"))
        );

        var signatory = (await Service.Get("/v1/treaties/untoc/parties/IRN?asOf=2017-06-30"))["whatWouldChangeIt"]![0]!;
        Assert.That(((string?)signatory["act"], (string?)signatory["effectOn"]), Is.EqualTo(("ratification", "2017-07-30")));

        var leaving = (await Service.Get("/v1/treaties/rome-statute/parties/BDI?asOf=2017-01-01"))["whatWouldChangeIt"]![0]!;
        Assert.That(((string?)leaving["act"], (string?)leaving["article"]), Is.EqualTo(("withdrawal-revoked", "VCLT art. 68")));
    }

    [Test]
    public async Task A_day_to_come_shows_what_the_acts_already_known_will_make_of_it()
    {
        JsonNode hungary = await Service.Get("/v1/treaties/rome-statute/parties/HUN?asOf=2026-06-01");
        Assert.That((string?)hungary["standing"], Is.EqualTo("party-in-force"));
        hungary = await Service.Get("/v1/treaties/rome-statute/parties/HUN?asOf=2026-06-02");
        Assert.That((string?)hungary["standing"], Is.EqualTo("former-party"));
    }
}
