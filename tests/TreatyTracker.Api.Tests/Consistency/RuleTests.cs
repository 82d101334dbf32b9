using TreatyTracker.Api.Consistency;

namespace TreatyTracker.Api.Tests.Consistency;

/// <summary>Tests each rule with its own examples.</summary>
public sealed class RuleTests
{
    static IEnumerable<string> Rules => Catalogue.All.Select(r => r.Id);

    /// <summary>Only a bug in the register can cause a finding, so the rule has a separate test below.</summary>
    const string OfTheRegister = "breakdown-does-not-add-up";

    [TestCaseSource(nameof(Rules))]
    public void A_rule_passes_its_good_example_and_finds_its_bad_one(string id)
    {
        var rule = Catalogue.Find(id)!;
        if (id == OfTheRegister)
        {
            Assert.That(new[] { rule.Good, rule.Bad }.Any(ExampleSeeds.IsRecord), Is.False);
            return;
        }
        Assert.That(ExampleSeeds.Check(rule.Good).Findings.Where(f => f.Rule == id).Select(f => f.Found), Is.Empty);
        Assert.That(ExampleSeeds.Check(rule.Bad).Findings.Where(f => f.Rule == id), Is.Not.Empty);
    }

    [Test]
    public void The_catalogue_is_complete_and_every_rule_explains_itself()
    {
        Assert.That(Rules, Is.Unique);
        Assert.That(Catalogue.Find("no-such-rule"), Is.Null);
        foreach (var rule in Catalogue.All)
            Assert.That(new[] { rule.Group, rule.Finds, rule.Rationale, rule.Remedy, rule.Good, rule.Bad }, Has.All.Not.Empty, rule.Id);
    }

    [TestCase("", "1983-03-02,2000-01-01", "Warning", TestName = "Another_day_than_that_of_the_clause_is_a_warning")]
    [TestCase(""", "laterDateAllowed": true""", "1983-03-02,2000-01-01", "Information", TestName = "A_later_day_may_be_named")]
    [TestCase(""", "laterDateAllowed": true""", "1983-03-02,1983-03-03", "Warning", TestName = "An_earlier_day_may_not")]
    [TestCase("", "1982-06-15,1982-07-01", "None", TestName = "The_treaty_s_own_day_is_accepted_for_a_deposit_before_it")]
    [TestCase("", "1982-07-15,1982-07-16", "Warning", TestName = "The_treaty_s_own_day_is_past_for_a_later_deposit")]
    [TestCase("", "1982-06-15,1982-06-30", "Error", TestName = "A_day_before_the_treaty_s_own_is_an_error")]
    [TestCase(""", "reason": "not read" """, "1983-03-02,2000-01-01", "None", TestName = "A_clause_that_is_not_known_is_not_contradicted")]
    public void A_stated_effect(string clause, string accession, string severity) =>
        Assert.That(
            Worst(
                "participant-entry-into-force-mismatch",
                $$"""
                treaties/convention.json: entryIntoForcePublished = "1982-07-01"
                treaties/convention.json: finalClauses.laterParticipants = {"delay": {"days": 30}{{clause}}}
                events/convention.csv: KEN,accession,{{accession}}
                """
            ),
            Is.EqualTo(severity)
        );

    [Test]
    public void An_amendment_may_be_in_force_for_a_participant_before_it_is_in_force() =>
        Assert.That(
            Worst(
                "participant-entry-into-force-mismatch",
                """
                treaties/convention.json: kind = "amendment"
                treaties/convention.json: entryIntoForcePublished = "1982-07-01"
                treaties/convention.json: finalClauses.laterParticipants = {"reason": "not read"}
                events/convention.csv: KEN,acceptance,1982-03-02,1982-04-01
                """
            ),
            Is.EqualTo("None")
        );

    /// <summary>What States lawfully do is no error, and mostly no finding at all.</summary>
    [TestCase("ratification-without-signature", "DEU,signature,1980-02-04|FRA,acceptance,1982-03-02", "None")]
    [TestCase("ratification-without-signature", "DEU,signature,1980-02-04|FRA,approval,1982-03-02", "None")]
    [TestCase("ratification-without-signature", "FRA,ratification,1982-03-02", "None", Description = "no signature is recorded at all")]
    [TestCase("ratification-without-signature", "DEU,signature,1980-02-04|FRA,ratification,2019-12-31", "Warning")]
    [TestCase("ratification-without-signature", "DEU,signature,1980-02-04|FRA,ratification,2020-01-01", "None")]
    [TestCase("duplicate-signature", "FRA,signature,1980-02-04|FRA,definitive-signature,1980-05-05", "None")]
    [TestCase("duplicate-signature", "FRA,definitive-signature,1980-02-04|FRA,definitive-signature,1980-05-05", "Error")]
    [TestCase("duplicate-signature", "FRA,definitive-signature,1980-02-04|FRA,signature,1980-05-05", "Error")]
    [TestCase("duplicate-signature", "FRA,signature,1980-02-04|FRA,signature-withdrawn,1980-03-03|FRA,signature,1980-05-05", "None")]
    [TestCase("duplicate-signature", "FRA,signature,1980-02-04|FRA,signature-withdrawn,1980-06-03|FRA,signature,1980-05-05", "Error")]
    [TestCase("double-consent", "KEN,accession,1982-03-02|KEN,withdrawal,1984-03-01|KEN,accession,1986-06-02", "None")]
    [TestCase("withdrawal-without-consent", "YUCS,signature,1980-02-04|YUCS,cessation,1992-04-27", "None")]
    [TestCase("withdrawal-without-consent", "YUCS,cessation,1992-04-27", "Error")]
    [TestCase("withdrawal-without-consent", "FRA,signature,1980-02-04|FRA,cessation,1992-04-27", "Error")]
    [TestCase("predecessor-still-counted", "YUCS,accession,1982-03-02|YUCS,cessation,2000-11-01|HRV,succession,1993-05-03", "None")]
    [TestCase("predecessor-still-counted", "YUCS,accession,1982-03-02|YUCS,cessation,2000-11-02|HRV,succession,1993-05-03", "Error")]
    [TestCase("participant-not-in-existence", "YUCS,declaration,2000-10-31", "None")]
    [TestCase("participant-not-in-existence", "YUCS,declaration,2000-11-01", "Error")]
    [TestCase("regional-organization-before-members", "EUU,accession,1982-02-01", "None", Description = "no member need be first")]
    [TestCase("regional-organization-after-members", "FRA,accession,1982-03-02|EUU,accession,1982-05-03|FRA,cessation,1990-03-01", "None")]
    [TestCase("succession-before-independence", "HRV,succession,1991-05-03,1991-10-08", "Warning")]
    public void Lawful_practice_is_no_error(string rule, string events, string severity) =>
        Assert.That(Worst(rule, string.Join('\n', events.Split('|').Select(e => $"events/convention.csv: {e}"))), Is.EqualTo(severity));

    [Test]
    public void A_second_consent_after_a_notice_of_unknown_effect_is_a_warning()
    {
        const string events = """
            treaties/convention.json: entryIntoForcePublished = "1982-07-01"
            treaties/convention.json: finalClauses.withdrawal = {"reason": "not read"}
            events/convention.csv: KEN,accession,1982-03-02
            events/convention.csv: KEN,accession,1986-06-02

            """;
        Assert.That(Worst("double-consent", events), Is.EqualTo("Error"));
        Assert.That(Worst("double-consent", events + "events/convention.csv: KEN,withdrawal,1984-03-01"), Is.EqualTo("Warning"));
        Assert.That(Worst("double-consent", events + "events/convention.csv: KEN,withdrawal,1987-03-02"), Is.EqualTo("Error"));
    }

    [TestCase("""{"article": "art. 7"}""", "None", Description = "the clause gives no day")]
    [TestCase("""{"reason": "not read"}""", "None", Description = "a clause given as reason is a clause")]
    [TestCase("null", "Warning")]
    public void A_notice_without_a_clause_is_found(string clause, string severity) =>
        Assert.That(
            Worst(
                "withdrawal-without-clause",
                $"""
                treaties/convention.json: entryIntoForcePublished = "1982-07-01"
                treaties/convention.json: finalClauses.withdrawal = {clause}
                events/convention.csv: KEN,accession,1982-03-02
                events/convention.csv: KEN,withdrawal,1990-03-01
                """
            ),
            Is.EqualTo(severity)
        );

    [Test]
    public void A_notice_without_a_clause_before_entry_into_force_has_its_effect_at_once() =>
        Assert.That(
            Worst(
                "withdrawal-without-clause",
                """
                treaties/convention.json: finalClauses.withdrawal = null
                events/convention.csv: KEN,accession,1982-03-02
                events/convention.csv: KEN,withdrawal,1990-03-01
                """
            ),
            Is.EqualTo("None")
        );

    [Test]
    public void A_protocol_may_be_in_force_before_its_parent_unless_its_clause_says_otherwise()
    {
        const string days = """
            treaties/convention.json: entryIntoForcePublished = "1982-07-01"
            treaties/protocol.json: entryIntoForcePublished = "1982-06-30"

            """;
        const string silent = """treaties/protocol.json: finalClauses.entryIntoForce = {"instruments": 3, "delay": {"days": 30}}""";
        Assert.That(Worst("protocol-in-force-before-parent", days), Is.EqualTo("Error"));
        Assert.That(Worst("protocol-in-force-before-parent", days + silent), Is.EqualTo("None"));
    }

    [TestCase("1984-02-29", "1984-03-01", "Warning", TestName = "The_depositary_s_later_day_stands")]
    [TestCase("1984-02-29", "1985-02-28", "None", TestName = "The_clause_s_day_is_no_finding")]
    public void A_stated_end(string notice, string effect, string severity)
    {
        var findings = new[] { "withdrawal-too-early", "withdrawal-effect-mismatch" }.Select(rule =>
            Worst(
                rule,
                $"""
                treaties/convention.json: entryIntoForcePublished = "1982-07-01"
                events/convention.csv: KEN,accession,1982-03-02
                events/convention.csv: KEN,withdrawal,{notice},{effect}
                """
            )
        );
        Assert.That(findings.Except(["None"]).DefaultIfEmpty("None").Single(), Is.EqualTo(severity));
    }

    [Test]
    public void Every_part_of_a_clause_that_cannot_be_computed_is_named() =>
        Assert.That(
            ExampleSeeds
                .Check(
                    """
                    treaties/convention.json: finalClauses.laterParticipants = {"reason": "not read", "delay": {}}
                    treaties/convention.json: finalClauses.withdrawal = {"reason": "by calendar"}
                    treaties/convention.json: finalClauses.entryIntoForce.reason = "by tonnage"
                    """
                )
                .Findings.Where(f => f.Rule == "clause-not-computable")
                .Select(f => f.Found),
            Is.EquivalentTo(
                new[]
                {
                    "No date can be computed from finalClauses.entryIntoForce: by tonnage.",
                    "No date can be computed from finalClauses.laterParticipants: not read.",
                    "No date can be computed from finalClauses.withdrawal: by calendar.",
                }
            )
        );

    [Test]
    public void An_early_published_date_is_a_warning_if_a_predecessor_s_row_is_missing_otherwise_an_error()
    {
        const string states = """
            events/convention.csv: FRA,accession,1982-03-02
            events/convention.csv: DEU,accession,1982-04-01
            events/convention.csv: BRA,accession,1982-06-01

            """;
        const string lacking = states + "events/convention.csv: HRV,succession,1993-05-03,1991-10-08\n";
        string Published(string day) => $"treaties/convention.json: entryIntoForcePublished = \"{day}\"\n";
        Assert.That(Worst("treaty-entry-into-force-mismatch", states + Published("1982-06-30")), Is.EqualTo("Error"));
        Assert.That(Worst("treaty-entry-into-force-mismatch", lacking + Published("1982-06-30")), Is.EqualTo("Warning"));
        Assert.That(
            Worst("treaty-entry-into-force-mismatch", lacking + Published("1982-07-02")),
            Is.EqualTo("Error"),
            "a missing row only makes the computed day later"
        );
        Assert.That(Worst("in-force-before-threshold", states + Published("1982-05-03")), Is.EqualTo("Error"));
        Assert.That(Worst("in-force-before-threshold", lacking + Published("1982-05-03")), Is.EqualTo("Warning"));
    }

    [Test]
    public void An_act_that_may_be_the_predecessor_s_is_informational()
    {
        Assert.That(Worst("participant-not-in-existence", "events/convention.csv: HRV,accession,1991-03-04"), Is.EqualTo("Information"));
        Assert.That(
            Worst(
                "ratification-without-signature",
                "events/convention.csv: YUCS,signature,1980-02-04\nevents/convention.csv: HRV,ratification,1993-03-04"
            ),
            Is.EqualTo("Information")
        );
        Assert.That(Worst("action-before-adoption", "events/convention.csv: FRA,participation,1979-03-05"), Is.EqualTo("Information"));
    }

    [Test]
    public void A_deciding_instrument_of_an_organization_is_informational_if_the_clause_counts_it() =>
        Assert.That(
            Worst(
                "regional-organization-decides-threshold",
                """
                treaties/convention.json: finalClauses.entryIntoForce.countsRegionalOrganizations = true
                treaties/convention.json: entryIntoForcePublished = "1982-06-02"
                events/convention.csv: FRA,accession,1982-03-02
                events/convention.csv: DEU,accession,1982-04-01
                events/convention.csv: EUU,accession,1982-05-03
                events/convention.csv: BRA,accession,1982-06-01
                """
            ),
            Is.EqualTo("Information")
        );

    [Test]
    public void A_clause_can_allow_accession_only_after_entry_into_force() =>
        Assert.That(
            Worst(
                "accession-before-permitted",
                """
                treaties/convention.json: finalClauses.accession = {"onlyOnceInForce": true}
                treaties/convention.json: entryIntoForcePublished = "1982-07-01"
                events/convention.csv: KEN,accession,1982-06-30
                """
            ),
            Is.EqualTo("Error")
        );

    [Test]
    public void Contradictory_counts_are_described_by_their_kind()
    {
        var sound = Law.Counts.Zero;
        Assert.That(CountInvariants.Of(sound), Is.Empty);
        Assert.That(
            CountInvariants.Of(sound with { Parties = 3, PartiesInForce = 3 }),
            Has.Exactly(3).Contains("adds up to 0, not to the 3 parties")
        );
        Assert.That(
            CountInvariants.Of(sound with { SignatoriesNotBound = 1, CountedForEntryIntoForce = 1, ContractingNotInForce = 1 }),
            Has.Exactly(4).Items
        );
        Assert.That(
            CountInvariants.Of(sound with { Signatories = 1 }, sound),
            Is.EqualTo(new[] { "signatories is 1 in the counts over time but 0 by definition" })
        );
        Assert.That(
            CountInvariants.Of(sound with { EverSigned = 1, ProvisionallyApplying = 1 }, sound),
            Has.Exactly(2).Contains("is 1 in the counts over time but 0 by definition")
        );
        Assert.That(CountInvariants.Of(sound with { PartiesInForce = 1 }), Has.Exactly(1).Contains("the other counts add up to 0"));
        Assert.That(CountInvariants.Of(sound with { PartiesInForce = 1, RetroactiveSuccessions = 1 }), Is.Empty);
        Assert.That(CountInvariants.Of(sound with { PartiesInForce = 1, BoundWithoutConsent = 1 }), Is.Empty);
        Assert.That(CountInvariants.Of(sound with { PartiesAtLeast = 1 }), Has.Exactly(1).Contains("are not between 1 and"));
        Assert.That(CountInvariants.Of(sound with { PartiesAtMost = -1 }), Has.Exactly(1).Contains("are not between"));
        Assert.That(CountInvariants.Of(sound with { PartiesAtLeast = -1, PartiesAtMost = 1 }), Is.Empty);
        Assert.That(CountInvariants.Of(sound with { Signatories = 1 }), Has.Exactly(1).Contains("only 0 ever signed"));
    }

    static string Worst(string rule, string example) =>
        ExampleSeeds.Check(example).Findings.Where(f => f.Rule == rule).Select(f => (Severity?)f.Severity).Max()?.ToString() ?? "None";
}
