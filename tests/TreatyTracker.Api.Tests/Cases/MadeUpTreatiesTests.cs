using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Testing;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Cases;

/// <summary>The worked cases whose treaties the shipped record does not hold, as seeds of a stranger, through HTTP.</summary>
public sealed class MadeUpTreatiesTests
{
    Scratch _scratch = null!;
    WebApplicationFactory<Program> _host = null!;
    HttpClient _client = null!;

    [OneTimeSetUp]
    public void Start()
    {
        _scratch = new Scratch();
        var seeds = MadeUpSeeds.Write(
            _scratch,
            "protocol-party-not-parent-party,daughter-2000,LIE,,,The case is about a protocol joined without its parent,"
                + "general-knowledge,\n",
            (
                "paris-agreement",
                MadeUpSeeds.Treaty(
                    "paris-agreement",
                    "XXVII-7-d",
                    "2015-12-12",
                    """{ "reason": "fifty-five Parties and fifty-five per cent of emissions" }""",
                    """{ "article": "art. 28", "effectAfterReceipt": { "months": 12 }, "laterDateAllowed": true }""",
                    "2016-11-04",
                    """{ "article": "art. 21(3)", "delay": { "days": 30 } }"""
                ),
                """
                USA,signature,2016-04-22,,,table,,
                USA,acceptance,2016-09-03,,,table,,
                USA,withdrawal,2019-11-04,2020-11-04,,table,,
                USA,acceptance,2021-01-20,,,table,,

                """
            ),
            (
                "human-rights-1950",
                MadeUpSeeds.Treaty(
                    "human-rights-1950",
                    "ETS-5",
                    "1950-11-04",
                    """{ "article": "art. 59(3)", "instruments": 1, "delay": {} }""",
                    """{ "article": "art. 58", "effectAfterReceipt": { "months": 6 } }""",
                    openTo: """{ "states": "members of the Council of Europe" }"""
                ),
                """
                RUS,signature,1996-02-28,,,table,,
                RUS,ratification,1998-05-05,,,table,,
                RUS,cessation,2022-09-16,,,table,,ceased to be a member of the Council of Europe

                """
            ),
            (
                "test-ban-1996",
                MadeUpSeeds.Treaty("test-ban-1996", "XXVI-4", "1996-09-10", """{ "reason": "forty-four States that an annex names" }"""),
                """
                RUS,signature,1996-09-24,,,table,,
                RUS,ratification,2000-06-30,,,table,,
                RUS,consent-withdrawn,2023-11-03,,,table,,
                CHN,signature,1996-09-24,,,table,,

                """
            ),
            (
                "mother-2000",
                MadeUpSeeds.Treaty(
                    "mother-2000",
                    "MADE-1",
                    "2000-01-01",
                    """{ "article": "art. 10", "instruments": 2, "delay": { "days": 90 } }""",
                    """{ "article": "art. 12", "effectAfterReceipt": { "months": 12 }, """
                        + """ "entailsProtocols": true, "entailsProtocolsArticle": "art. 12(3)" }""",
                    laterParticipants: """{ "article": "art. 10(2)", "delay": { "days": 30 } }"""
                ),
                """
                AUT,ratification,2000-02-01,,,table,,
                CHE,ratification,2000-03-01,,,table,,
                NOR,ratification,2001-01-01,,,table,,
                CHE,withdrawal,2010-05-01,,,table,,
                AUT,territorial-extension,2011-01-01,,,table,,
                AUT,declaration,2011-01-01,,,table,,
                ISL,provisional-application,2011-01-01,,,table,,

                """
            ),
            (
                "daughter-2000",
                MadeUpSeeds.Treaty(
                    "daughter-2000",
                    "MADE-1-a",
                    "2000-01-01",
                    """{ "article": "art. 5", "instruments": 1, "delay": { "days": 30 }, "notBefore": "mother-2000" }""",
                    laterParticipants: """{ "article": "art. 5(2)", "delay": { "days": 30 } }""",
                    parent: "mother-2000",
                    openTo: """{ "states": "all", "requiresPartyTo": "mother-2000", "requiresPartyToArticle": "art. 9" }"""
                ),
                """
                CHE,signature,2000-01-05,,,table,,
                CHE,ratification,2000-03-01,,,table,,
                LIE,accession,2000-03-02,,,table,,

                """
            ),
            (
                "ended-1990",
                MadeUpSeeds.Treaty("ended-1990", "MADE-2", "1990-01-01", """{ "instruments": 3, "delay": { "months": 6 } }"""),
                """
                AUT,ratification,1990-02-01,,,table,,
                CHE,ratification,1990-08-31,,,table,,
                ,terminated,2005-07-01,,,table,,

                """
            )
        );
        var check = CommandRunner.Run("check", "--seeds", seeds);
        Assert.That(check.ExitCode, Is.Zero, check.Output + check.Error);
        _host = new TestHost(_scratch.DatabaseFile, seeds);
        _client = _host.CreateClient();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        _client.Dispose();
        _host.Dispose();
        _scratch.Dispose();
    }

    [TestCase("paris-agreement", "USA", "2016-09-02", "signatory")]
    [TestCase("paris-agreement", "USA", "2016-09-03", "contracting")]
    [TestCase("paris-agreement", "USA", "2016-11-04", "party-in-force")]
    [TestCase("paris-agreement", "USA", "2020-11-03", "party-in-force")]
    [TestCase("paris-agreement", "USA", "2020-11-04", "former-party")]
    [TestCase("paris-agreement", "USA", "2021-01-20", "contracting")]
    [TestCase("paris-agreement", "USA", "2021-02-19", "party-in-force")]
    [TestCase("human-rights-1950", "RUS", "2022-09-15", "party-in-force")]
    [TestCase("human-rights-1950", "RUS", "2022-09-16", "former-party")]
    [TestCase("test-ban-1996", "RUS", "2023-11-02", "contracting")]
    [TestCase("test-ban-1996", "RUS", "2023-11-03", "signatory")]
    [TestCase("mother-2000", "CHE", "2011-04-30", "party-in-force")]
    [TestCase("mother-2000", "CHE", "2011-05-01", "former-party")]
    [TestCase("mother-2000", "ISL", "2012-01-01", "none")]
    [TestCase("daughter-2000", "CHE", "2011-04-30", "party-in-force")]
    [TestCase("daughter-2000", "CHE", "2011-05-01", "former-party")]
    [TestCase("daughter-2000", "LIE", "2012-01-01", "contracting")]
    public async Task Standing_on_a_day(string treaty, string state, string asOf, string standing) =>
        Assert.That((string?)(await Get($"/v1/treaties/{treaty}/parties/{state}?asOf={asOf}"))["standing"], Is.EqualTo(standing));

    [Test]
    public async Task A_title_that_lacks_the_language_asked_for_is_English_and_says_so()
    {
        var treaty = await Get("/v1/treaties/mother-2000?lang=fr");
        Assert.That(
            ((string?)treaty["title"], (string?)treaty["titleLanguage"], treaty["shortTitle"]),
            Is.EqualTo(("mother-2000", "en", (JsonNode?)null))
        );
    }

    [Test]
    public async Task A_badge_without_a_short_title_bears_the_id() =>
        Assert.That(
            await _client.GetStringAsync("/v1/treaties/test-ban-1996/badge.svg?asOf=2020-01-01&lang=fr"),
            Does.Contain(">test-ban-1996</text>")
        );

    [Test]
    public async Task One_signature_two_periods_and_never_two_parties()
    {
        var counts = await Get("/v1/treaties/paris-agreement/counts?asOf=2022-01-01");
        Assert.That(((int)counts["signatories"]!, (int)counts["parties"]!, (int)counts["formerParties"]!), Is.EqualTo((1, 1, 0)));
    }

    [TestCase("daughter-2000", "CHE", "2012-01-01", "parties", "parent-denounced", "art. 12(3)")]
    [TestCase("daughter-2000", "LIE", "2012-01-01", "partiesInForce", "parent-condition-unmet", "art. 9")]
    [TestCase("mother-2000", "CHE", "2012-01-01", "parties", "withdrawn", "art. 12")]
    [TestCase("mother-2000", "CHE", "2010-06-01", "parties", "consent-in-being", "VCLT art. 2(1)(f)")]
    [TestCase("mother-2000", "ISL", "2012-01-01", "parties", "no-consent", null)]
    [TestCase("human-rights-1950", "RUS", "2023-01-01", "parties", "ceased", null)]
    [TestCase("test-ban-1996", "RUS", "2023-12-01", "parties", "consent-taken-back", null)]
    [TestCase("test-ban-1996", "RUS", "2022-12-01", "partiesInForce", "treaty-not-in-force", null)]
    [TestCase("ended-1990", "AUT", "2006-01-01", "parties", "treaty-terminated", "VCLT art. 70(1)")]
    [TestCase("paris-agreement", "USA", "2016-10-01", "partiesInForce", "not-yet-in-force", "art. 21(3)")]
    public async Task Every_answer_says_by_which_rule_and_article(
        string treaty,
        string state,
        string asOf,
        string count,
        string rule,
        string? article
    )
    {
        var reasons = (await Get($"/v1/treaties/{treaty}/parties/{state}?asOf={asOf}"))["reasons"]!.AsArray();
        var reason = reasons.Single(r => (string?)r!["count"] == count)!;
        Assert.That(((string?)reason["rule"], (string?)reason["article"]), Is.EqualTo((rule, article)), (string?)reason["reason"]);
    }

    [Test]
    public async Task A_treaty_not_in_force_says_how_many_instruments_are_wanting_and_when_it_would_be()
    {
        var outlook = (await Get("/v1/treaties/ended-1990/entry-into-force?asOf=1990-09-01&depositedOn=1990-11-30"))["outlook"]!;
        Assert.That(
            ((int)outlook["instruments"]!, (int)outlook["inBeing"]!, (int)outlook["wanting"]!, (string?)outlook["wouldEnterIntoForceOn"]),
            Is.EqualTo((3, 2, 1, "1991-05-30"))
        );
    }

    [Test]
    public async Task Termination_leaves_a_treaty_without_parties()
    {
        Assert.That((int)(await Get("/v1/treaties/ended-1990/counts?asOf=2005-06-30"))["parties"]!, Is.EqualTo(2));
        var after = await Get("/v1/treaties/ended-1990/counts?asOf=2005-07-01");
        Assert.That(((int)after["parties"]!, (int)after["formerParties"]!), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task What_stands_beside_the_count_is_kept_and_shown_and_never_counted()
    {
        var events = (await Get("/v1/treaties/mother-2000/events?from=2011-01-01&to=2011-01-01"))["items"]!.AsArray();
        Assert.That(
            events.Select(e => (string)e!["kind"]!),
            Is.EquivalentTo(new[] { "declaration", "territorial-extension", "provisional-application" })
        );
        Assert.That((int)(await Get("/v1/treaties/mother-2000/counts?asOf=2012-01-01"))["parties"]!, Is.EqualTo(2));
    }

    Task<JsonNode> Get(string url) => Service.Get(_client, url);
}
