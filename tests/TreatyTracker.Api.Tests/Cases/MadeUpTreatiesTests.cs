using System.Text.Json.Nodes;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Cases;

/// <summary>The worked cases whose treaties the shipped record does not hold, as seeds of a stranger, through HTTP.</summary>
public sealed class MadeUpTreatiesTests
{
    readonly Hosted _hosted = new(Seeds);

    static string Seeds(Scratch scratch)
    {
        var seeds = MadeUpSeeds.Write(
            scratch,
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
                "covenant-1966",
                MadeUpSeeds.Treaty(
                    "covenant-1966",
                    "MADE-3",
                    "1966-12-16",
                    """{ "article": "art. 49(1)", "instruments": 1, "delay": { "months": 3 } }""",
                    laterParticipants: """{ "article": "art. 49(2)", "delay": { "months": 3 } }"""
                ),
                """
                AUT,ratification,1975-12-23,,,table,,
                PRK,accession,1981-09-14,,,table,,
                PRK,withdrawal,1997-08-25,,,table,,
                HRV,succession,1992-10-12,1991-10-08,,table,,
                MNE,succession,2006-10-23,,,table,,
                LIE,provisional-application,1998-01-01,,,table,,
                LIE,accession,1998-12-10,,,table,,
                ISL,provisional-application,1999-01-01,,,table,,
                NOR,accession,2015-01-09/2015-06-30,,,unverified,,
                HRV,withdrawal,,2018-01-01,,table,,
                AUT,suspension,2019-03-01,,,table,,
                AUT,suspension-ended,2020-03-01,,,table,,

                """
            ),
            (
                "climate-2015",
                MadeUpSeeds.Treaty(
                    "climate-2015",
                    "MADE-4",
                    "2015-12-12",
                    """
                    { "article": "art. 21(1)", "instruments": 2, "conditions": [ { "share": 0.55, "of": "emissions" } ],
                      "delay": { "days": 30 } }
                    """
                ),
                """
                NOR,ratification,2016-06-20,,,table,,
                ISL,ratification,2016-09-21,,,table,,

                """
            ),
            (
                "amendment-2005",
                MadeUpSeeds.Treaty(
                    "amendment-2005",
                    "MADE-1-b",
                    "2005-07-08",
                    """
                    { "article": "art. 20", "instruments": 1,
                      "conditions": [ { "fraction": "2/3", "ofPartiesTo": "mother-2000", "partiesOn": "eachDeposit" } ],
                      "delay": { "days": 30 }, "notEarlierThan": "2010-01-01" }
                    """,
                    parent: "mother-2000"
                ),
                """
                AUT,acceptance,2006-02-01,,,table,,
                LIE,acceptance,2006-03-01,,,table,,

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
        Directory.CreateDirectory(Path.Combine(seeds, "lists"));
        File.WriteAllText(
            Path.Combine(seeds, "lists", "climate-2015.csv"),
            "list,participant,weight,source\nemissions,CHN,50,general-knowledge\nemissions,NOR,30,general-knowledge\n"
                + "emissions,USA,20,general-knowledge\n"
        );
        var check = CommandRunner.Run("check", "--seeds", seeds);
        Assert.That(check.ExitCode, Is.Zero, check.Output + check.Error);
        return seeds;
    }

    [OneTimeTearDown]
    public void Stop() => _hosted.Dispose();

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
            await _hosted.Client.GetStringAsync("/v1/treaties/test-ban-1996/badge.svg?asOf=2020-01-01&lang=fr"),
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
    public async Task A_list_names_who_is_on_it_with_weights_and_who_has_consented()
    {
        var list = await Get("/v1/treaties/climate-2015/lists/Emissions?asOf=2016-06-20");
        Assert.That(((string?)list["list"], (int)list["total"]!, (decimal)list["totalWeight"]!), Is.EqualTo(("emissions", 3, 100m)));
        Assert.That(
            list["items"]!.AsArray().Select(r => $"{r!["participant"]} {r["weight"]} {r["share"]} {r["standing"]} {r["consentOn"]}"),
            Is.EqualTo(new[] { "CHN 50 0.5 none ", "NOR 30 0.3 contracting 2016-06-20", "USA 20 0.2 none " })
        );
        var csv = await Table("/v1/treaties/climate-2015/lists/emissions?asOf=2016-06-19", "NOR");
        Assert.That($"{csv["name"]} {csv["weight"]} {csv["standing"]} {csv["source"]}", Is.EqualTo("Norway 30 none general-knowledge"));
    }

    [TestCase("climate-2015", "'climate-2015' has no list 'emission'. Did you mean emissions? Its lists: emissions.")]
    [TestCase("ended-1990", "The final clauses of 'ended-1990' refer to no list.")]
    public async Task A_list_that_does_not_exist_is_404_with_those_that_do(string treaty, string detail)
    {
        using var answer = await _hosted.Client.GetAsync($"/v1/treaties/{treaty}/lists/emission");
        Assert.That((int)answer.StatusCode, Is.EqualTo(404));
        Assert.That((string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["detail"], Is.EqualTo(detail));
    }

    [Test]
    public async Task A_pending_notice_is_told_with_its_day_wherever_the_participant_is()
    {
        await Tells("mother-2000", "CHE", "2010-04-30", "", "", "");
        await Tells("mother-2000", "CHE", "2010-05-01", "takes-effect", "2010-05-01", "2011-05-01");
        await Tells("mother-2000", "CHE", "2011-05-01", "", "", "");
        await Tells("covenant-1966", "PRK", "1997-08-24", "", "", "");
        await Tells("covenant-1966", "PRK", "2020-01-01", "contested", "1997-08-25", "");

        async Task Tells(string treaty, string state, string asOf, string pending, string since, string until)
        {
            var participation = await Get($"/v1/treaties/{treaty}/parties/{state}?asOf={asOf}");
            var row = (await Get($"/v1/treaties/{treaty}/parties?standing=any&asOf={asOf}"))["items"]!
                .AsArray()
                .Single(r => (string?)r!["participant"] == state)!;
            var explained = (await Get($"/v1/treaties/{treaty}/counts/explanation?participant={state}&asOf={asOf}"))["items"]![0]!;
            foreach (var end in new[] { participation["pending"], explained["pending"] })
                Assert.That($"{end?["outcome"]} {end?["since"]} {end?["until"]}", Is.EqualTo($"{pending} {since} {until}"), asOf);
            Assert.That($"{row["pending"]} {row["pendingSince"]} {row["pendingUntil"]}", Is.EqualTo($"{pending} {since} {until}"), asOf);
            var csv = await Table($"/v1/treaties/{treaty}/parties?standing=any&asOf={asOf}", state);
            Assert.That($"{csv["pending"]} {csv["pendingSince"]} {csv["pendingUntil"]}", Is.EqualTo($"{pending} {since} {until}"), asOf);
        }
    }

    [Test]
    public async Task A_pending_notice_names_its_event_and_the_article()
    {
        var contested = (await Get("/v1/treaties/covenant-1966/parties/PRK?asOf=2020-01-01"))["pending"]!;
        Assert.That(
            $"{contested["event"]} {contested["kind"]} {contested["article"]}",
            Is.EqualTo("covenant-1966-PRK-withdrawal-1997-08-25 withdrawal VCLT art. 56(1)")
        );
        Assert.That(
            (string?)(await Get("/v1/treaties/daughter-2000/parties/CHE?asOf=2010-06-01"))["pending"]!["article"],
            Is.EqualTo("art. 12(3)"),
            "entailed by the parent treaty's"
        );
        Assert.That(
            (await Get("/v1/treaties/covenant-1966/parties/PRK?asOf=2020-01-01"))["whatWouldChangeIt"]!.AsArray(),
            Is.Empty,
            "no act of the participant alone"
        );
    }

    [TestCase("2019-02-28", false)]
    [TestCase("2019-03-01", true)]
    [TestCase("2020-02-29", true)]
    [TestCase("2020-03-01", false)]
    public async Task A_suspended_party_stays_a_party_and_says_so(string asOf, bool suspended)
    {
        var participation = await Get($"/v1/treaties/covenant-1966/parties/AUT?asOf={asOf}");
        Assert.That(((string?)participation["standing"], (bool)participation["suspended"]!), Is.EqualTo(("party-in-force", suspended)));
        var row = await Table($"/v1/treaties/covenant-1966/parties?asOf={asOf}", "AUT");
        Assert.That(row["suspended"], Is.EqualTo(suspended ? "true" : "false"));
    }

    [TestCase("1998-06-01", "ISL=False LIE=True", Description = "LIE: before its accession")]
    [TestCase("1998-12-31", "ISL=False LIE=True", Description = "LIE: a contracting party, not in force")]
    [TestCase("1999-03-09", "ISL=True LIE=True")]
    [TestCase("1999-03-10", "ISL=True LIE=False", Description = "LIE: in force")]
    public async Task Provisional_application_stands_beside_the_standing(string asOf, string applying)
    {
        var rows = (await Get($"/v1/treaties/covenant-1966/parties?standing=any&asOf={asOf}"))["items"]!.AsArray();
        var states = applying.Split(' ').Select(a => a.Split('=')).ToDictionary(a => a[0], a => bool.Parse(a[1]));
        foreach (var (state, applies) in states)
        {
            var row = rows.SingleOrDefault(r => (string?)r!["participant"] == state);
            Assert.That((bool?)row?["appliesProvisionally"] ?? false, Is.EqualTo(applies), state);
            var participation = await Get($"/v1/treaties/covenant-1966/parties/{state}?asOf={asOf}");
            Assert.That((bool)participation["appliesProvisionally"]!, Is.EqualTo(applies), state);
            Assert.That((bool)participation["countedIn"]!["provisionallyApplying"]!, Is.EqualTo(applies), state);
            Assert.That(
                (int)(await Get($"/v1/states/{state}?asOf={asOf}"))["participations"]!["provisionallyApplying"]!,
                Is.EqualTo(applies ? 1 : 0),
                state
            );
        }
        var filtered = await Get($"/v1/treaties/covenant-1966/parties?standing=provisionally-applying&asOf={asOf}");
        var expected = states.Where(s => s.Value).Select(s => s.Key).ToList();
        Assert.That(filtered["items"]!.AsArray().Select(r => (string?)r!["participant"]), Is.EqualTo(expected));
        foreach (
            var counts in new[] { await Counts("covenant-1966", asOf), (await Get($"/v1/treaties/covenant-1966?asOf={asOf}"))["counts"]! }
        )
            Assert.That((int)counts["provisionallyApplying"]!, Is.EqualTo(expected.Count));
        Assert.That(
            (await Get($"/v1/states/LIE/participations?standing=provisionally-applying&asOf={asOf}"))["total"]!.GetValue<int>(),
            Is.EqualTo(states["LIE"] ? 1 : 0)
        );
    }

    [TestCase("1991-10-07", 2, 2, 0, 0)]
    [TestCase("1991-10-08", 2, 3, 1, 0, Description = "HRV: in force, not yet deposited")]
    [TestCase("1992-10-12", 3, 3, 0, 0)]
    [TestCase("2006-06-02", 4, 4, 0, 0)]
    [TestCase("2006-06-03", 4, 5, 1, 1, Description = "MNE: no effect is stated, and its day of succession is assumed")]
    [TestCase("2006-10-23", 5, 5, 0, 1, Description = "MNE: deposited")]
    public async Task Retroactive_successions_and_assumed_effects_are_told(
        string asOf,
        int parties,
        int inForce,
        int retroactive,
        int assumed
    )
    {
        var counts = await Counts("covenant-1966", asOf);
        Assert.That(
            (
                (int)counts["parties"]!,
                (int)counts["partiesInForce"]!,
                (int)counts["retroactiveSuccessions"]!,
                (int)counts["boundWithoutConsent"]!,
                (int)counts["record"]!["assumedEffects"]!,
                (int)counts["record"]!["undatedEvents"]!
            ),
            Is.EqualTo((parties, inForce, retroactive, 0, assumed, 0))
        );
        Assert.That(counts["partiesAtLeast"], Is.Null, "every day is known");
        var csv = await Table($"/v1/counts?treaty=covenant-1966&asOf={asOf}", "covenant-1966");
        Assert.That(
            $"{csv["retroactiveSuccessions"]} {csv["assumedEffects"]} {csv["undatedEvents"]} {csv["partiesAtLeast"]}",
            Is.EqualTo($"{retroactive} {assumed} 0 ")
        );
    }

    [Test]
    public async Task The_counts_over_time_and_the_changes_have_every_count()
    {
        var steps = (await Get("/v1/treaties/covenant-1966/counts/history?from=1991-10-01&to=1992-12-31"))["items"]!.AsArray();
        Assert.That(
            steps.Select(s => $"{s!["asOf"]} {s["counts"]!["retroactiveSuccessions"]} {s["assumedEffects"]}"),
            Is.EqualTo(new[] { "1991-10-08 1 0", "1992-10-12 0 0" })
        );
        var changes = (await Get("/v1/changes?treaty=covenant-1966&from=1998-12-01&to=1999-01-01"))["items"]![0]!;
        Assert.That(
            $"{changes["before"]!["provisionallyApplying"]} {changes["after"]!["provisionallyApplying"]} {changes["after"]!["everSigned"]}",
            Is.EqualTo("1 2 0")
        );
    }

    [Test]
    public async Task Each_condition_says_what_it_still_needs_and_whether_given_States_would_bring_it()
    {
        const string address = "/v1/treaties/amendment-2005/entry-into-force?asOf=2007-01-01&depositedOn=2008-01-01";
        var outlook = (await Get(address))["outlook"]!;
        Assert.That(
            outlook["conditions"]!.AsArray().Select(c => $"{c!["text"]} {c["isMet"]} {c["wouldBeMet"]}"),
            Is.EqualTo(new[] { "1 instrument: 2 of 1, 0 missing true ", "2/3 of the parties to mother-2000: 1 of 2, 1 missing false " }),
            "LIE is not a party to the parent"
        );
        Assert.That($"{outlook["wanting"]} {outlook["wouldEnterIntoForceOn"]}", Is.EqualTo("1 2010-01-01"), "not earlier than");

        outlook = (await Get(address + "&depositedBy=ISL"))["outlook"]!;
        Assert.That($"{outlook["conditions"]![1]!["wouldBeMet"]} {outlook["wouldEnterIntoForceOn"]}", Is.EqualTo("false "));
        outlook = (await Get(address + "&depositedBy=ISL&depositedBy=NOR"))["outlook"]!;
        Assert.That($"{outlook["conditions"]![1]!["wouldBeMet"]} {outlook["wouldEnterIntoForceOn"]}", Is.EqualTo("true 2010-01-01"));

        using var unknown = await _hosted.Client.GetAsync(address + "&depositedBy=NOWHERE");
        Assert.That((int)unknown.StatusCode, Is.EqualTo(400));
    }

    [TestCase("", "2016-11-30")]
    [TestCase("&depositedBy=CHN", "2016-11-30")]
    [TestCase("&depositedBy=usa", "", Description = "half of the weight")]
    public async Task A_share_says_who_is_missing_and_how_much(string depositedBy, string on)
    {
        var outlook = (await Get($"/v1/treaties/climate-2015/entry-into-force?asOf=2016-10-31{depositedBy}"))["outlook"]!;
        var share = outlook["conditions"]![1]!;
        Assert.That(
            $"{outlook["inBeing"]} {outlook["wanting"]} {share["inBeingShare"]} {share["wantingShare"]} {share["wanting"]}",
            Is.EqualTo("2 1 0.3 0.25 1")
        );
        Assert.That(
            share["missing"]!.AsArray().Select(m => $"{m!["participant"]!["code"]} {m["share"]}"),
            Is.EqualTo(new[] { "CHN 0.5", "USA 0.2" })
        );
        Assert.That($"{outlook["wouldEnterIntoForceOn"]}", Is.EqualTo(on));
    }

    [TestCase("2015-01-08", 0, "", "")]
    [TestCase("2015-01-09", 1, "", "6")]
    [TestCase("2015-06-29", 1, "", "6")]
    [TestCase("2015-06-30", 1, "", "")]
    [TestCase("2015-07-01", 1, "", "", Description = "the day of its effect is a period, too")]
    [TestCase("2015-10-01", 0, "", "")]
    public async Task A_day_known_only_as_a_period_is_told_with_every_figure_near_it(
        string asOf,
        int undated,
        string atLeast,
        string atMost
    )
    {
        var told = $"{undated} {atLeast} {atMost}";
        var counts = await Counts("covenant-1966", asOf);
        Assert.That($"{counts["record"]!["undatedEvents"]} {counts["partiesAtLeast"]} {counts["partiesAtMost"]}", Is.EqualTo(told));
        Assert.That(
            ((string)counts["cite"]!).Contains("events whose day is known only as a period: 1", StringComparison.Ordinal),
            Is.EqualTo(undated > 0)
        );
        var csv = await Table($"/v1/counts?treaty=covenant-1966&asOf={asOf}", "covenant-1966");
        Assert.That($"{csv["undatedEvents"]} {csv["partiesAtLeast"]} {csv["partiesAtMost"]}", Is.EqualTo(told));
        var day = (await Get($"/v1/treaties/covenant-1966/counts/history?interval=year&from={asOf}&to={asOf}"))["items"]![0]!;
        Assert.That($"{day["undatedEvents"]} {day["counts"]!["partiesAtLeast"]} {day["counts"]!["partiesAtMost"]}", Is.EqualTo(told));
        using var text = await _hosted.Client.GetAsync($"/v1/treaties/covenant-1966/counts?format=text&asOf={asOf}");
        Assert.That(text.Headers.GetValues("X-Undated-Events").Single(), Is.EqualTo($"{undated}"));
        var badge = await _hosted.Client.GetStringAsync($"/v1/treaties/covenant-1966/badge.svg?asOf={asOf}");
        Assert.That(badge.Contains(" *</text>", StringComparison.Ordinal), Is.EqualTo(undated > 0));
    }

    [Test]
    public async Task A_row_marks_the_days_that_are_periods_and_has_no_notice_of_which_only_the_effect_is_known()
    {
        var row = await Table("/v1/treaties/covenant-1966/parties?standing=any&asOf=2018-01-01", "NOR");
        Assert.That(
            $"{row["consentOn"]} {row["consentPeriod"]} {row["inForceOn"]} {row["inForcePeriod"]}",
            Is.EqualTo("2015-06-30 2015-01-09/2015-06-30 2015-09-30 2015-04-09/2015-09-30")
        );
        var consent = (await Get("/v1/treaties/covenant-1966/parties/NOR"))["consents"]![0]!;
        Assert.That(
            $"{consent["depositedPeriod"]} {consent["effectPeriod"]} {consent["untilPeriod"]}",
            Is.EqualTo("2015-01-09/2015-06-30 2015-04-09/2015-09-30 ")
        );
        row = await Table("/v1/treaties/covenant-1966/parties?standing=any&asOf=2018-01-01", "HRV");
        Assert.That($"{row["standing"]} {row["withdrawalOn"]} {row["boundUntil"]}", Is.EqualTo("former-party  2018-01-01"));
    }

    [Test]
    public async Task The_explanation_names_the_conditions_and_what_they_need()
    {
        var explanation = await Get("/v1/treaties/amendment-2005/counts/explanation?asOf=2007-01-01&count=countedForEntryIntoForce");
        Assert.That((string?)explanation["outlook"]!["conditions"]![1]!["text"], Does.EndWith("1 of 2, 1 missing"));
        Assert.That(
            (string?)explanation["items"]![0]!["reasons"]![0]!["reason"],
            Is.EqualTo("Acceptance deposited on 2006-02-01. Its instrument counts towards 1 instrument; 2/3 of the parties to mother-2000.")
        );
        Assert.That((string?)explanation["items"]![0]!["reasons"]![0]!["article"], Is.EqualTo("art. 20"));
    }

    [Test]
    public async Task Termination_leaves_a_treaty_without_parties()
    {
        Assert.That((int)(await Get("/v1/treaties/ended-1990/counts?asOf=2005-06-30"))["parties"]!, Is.EqualTo(2));
        var after = await Get("/v1/treaties/ended-1990/counts?asOf=2005-07-01");
        Assert.That(((int)after["parties"]!, (int)after["formerParties"]!), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task Acts_that_do_not_affect_the_count_are_kept_and_shown_but_not_counted()
    {
        var events = (await Get("/v1/treaties/mother-2000/events?from=2011-01-01&to=2011-01-01"))["items"]!.AsArray();
        Assert.That(
            events.Select(e => (string)e!["kind"]!),
            Is.EquivalentTo(new[] { "declaration", "territorial-extension", "provisional-application" })
        );
        Assert.That((int)(await Get("/v1/treaties/mother-2000/counts?asOf=2012-01-01"))["parties"]!, Is.EqualTo(2));
    }

    Task<JsonNode> Get(string url) => Service.Get(_hosted.Client, url);

    async Task<JsonNode> Counts(string treaty, string asOf) => await Get($"/v1/treaties/{treaty}/counts?asOf={asOf}");

    /// <summary>The row of a table that begins with a word, by column.</summary>
    async Task<Dictionary<string, string>> Table(string url, string word)
    {
        var lines = (await _hosted.Client.GetStringAsync($"{url}&format=csv")).Split("\r\n");
        var row = lines.Single(l => l.StartsWith(word + ",", StringComparison.Ordinal));
        return Csv.Rows($"{lines[0]}\n{row}").Single();
    }
}
