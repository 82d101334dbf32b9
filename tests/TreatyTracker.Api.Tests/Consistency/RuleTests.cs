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

    [TestCase(
        "convention",
        "1",
        "2000-01-01",
        ExpectedResult = "Warning",
        TestName = "A_later_day_is_a_warning_where_the_instrument_may_name_one"
    )]
    [TestCase("convention", "0", "2000-01-01", ExpectedResult = "Error", TestName = "A_later_day_is_an_error_where_the_clause_fixes_it")]
    public string A_later_day_in_the_instrument(string treaty, string allowed, string effect) =>
        Worst(
            "participant-entry-into-force-mismatch",
            $$"""
            treaties/{{treaty}}.json: entryIntoForcePublished = "1982-07-01"
            treaties/{{treaty}}.json: finalClauses.laterParticipants = {"delay": {"days": 30}, "laterDateAllowed": {{(
                allowed == "1" ? "true" : "false"
            )}}}
            events/{{treaty}}.csv: KEN,accession,1983-03-02,{{effect}}
            """
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
    public void An_act_that_may_be_the_predecessor_s_is_informationalal()
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
        Assert.That(CountInvariants.Of(sound with { Parties = 3 }), Has.Exactly(3).Contains("adds up to 0, not to the 3 parties"));
        Assert.That(
            CountInvariants.Of(sound with { SignatoriesNotBound = 1, CountedForEntryIntoForce = 1, ContractingNotInForce = 1 }),
            Has.Exactly(3).Items
        );
        Assert.That(
            CountInvariants.Of(sound with { Signatories = 1 }, sound),
            Is.EqualTo(new[] { "signatories is 1 in the counts over time but 0 by definition" })
        );
    }

    static string Worst(string rule, string example) =>
        ExampleSeeds
            .Check(example)
            .Findings.Where(f => f.Rule == rule)
            .Select(f => f.Severity)
            .DefaultIfEmpty((Severity)(-1))
            .Max()
            .ToString();
}
