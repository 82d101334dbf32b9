using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Consistency.Formats;

namespace TreatyTracker.Api.Tests.Consistency;

/// <summary>A finding that follows from others names them and is listed after them.</summary>
public sealed class CausesTests
{
    const string TwiceAndCounted = """
        events/convention.csv: FRA,accession,1982-03-02
        events/convention.csv: FRA,accession,1983-03-02
        published-counts.csv: convention,1990-01-01,parties,2,depositary,
        """;

    static List<Finding> Errors(string rows) =>
        [.. ExampleSeeds.Check(rows).Findings.Where(f => f.Severity is Severity.Error && f.Waived is null)];

    [Test]
    public void A_cause_stands_before_its_consequence_which_names_it()
    {
        var errors = Errors(TwiceAndCounted);
        Assert.That(errors.Select(f => f.Rule), Is.EqualTo(new[] { "double-consent", "published-count-mismatch" }));
        Assert.That(errors[0].BecauseOf, Is.Empty);
        Assert.That(errors[1].BecauseOf, Is.EqualTo(new[] { "double-consent: convention FRA 1983-03-02" }));
    }

    [TestCase("events/convention.csv: FRA,accession,1982-03-02\nevents/convention.csv: FRA,accession,1993-03-02", Description = "later")]
    [TestCase("events/convention.csv: FRA,accession,1982-03-02", Description = "no other fault")]
    public void A_consequence_without_a_fitting_cause_stands_alone(string rows) =>
        Assert.That(
            Errors(rows + "\npublished-counts.csv: convention,1990-01-01,parties,2,depositary,")
                .Single(f => f.Rule == "published-count-mismatch")
                .BecauseOf,
            Is.Empty
        );

    [Test]
    public void A_waived_finding_is_no_cause() =>
        Assert.That(
            Errors(TwiceAndCounted + "\nwaivers.csv: double-consent,convention,FRA,,,Known,depositary,")
                .Single(f => f.Rule == "published-count-mismatch")
                .BecauseOf,
            Is.Empty
        );

    [Test]
    public void Every_format_says_it()
    {
        var outcome = new Outcome(ExampleSeeds.Check(TwiceAndCounted), Severity.Error);
        foreach (var format in Enum.GetValues<ReportFormat>())
            Assert.That(
                outcome.In(format),
                Does.Match("(?i)because ?of").And.Contains("double-consent: convention FRA 1983-03-02"),
                $"{format}"
            );
        Assert.That(GithubReport.Summary(outcome), Does.Contain("Because of: double-consent: convention FRA 1983-03-02."));
    }

    [Test]
    public void Causes_and_consequences_are_rules_and_never_each_other_s()
    {
        var rules = Catalogue.All.Select(r => r.Id).ToList();
        foreach (var (consequence, causes) in Causes.Of)
        {
            Assert.That(rules, Does.Contain(consequence));
            foreach (var cause in causes)
            {
                Assert.That(rules, Does.Contain(cause));
                Assert.That(Causes.Of.GetValueOrDefault(cause, []), Does.Not.Contain(consequence));
            }
        }
    }
}
