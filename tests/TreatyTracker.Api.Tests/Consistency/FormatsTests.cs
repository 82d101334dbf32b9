using System.Text.Json.Nodes;
using System.Xml.Linq;
using NJsonSchema;
using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Consistency.Formats;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Consistency;

public sealed class FormatsTests
{
    static Rule Rule(string id, string group, Severity severity) =>
        new()
        {
            Id = id,
            Group = group,
            Severity = severity,
            Finds = $"What {id} finds.",
            Rationale = "Why it matters.",
            LegalBasis = "VCLT art. 15",
            Remedy = "Mend it.",
            Good = "good",
            Bad = "bad",
            Check = _ => [],
        };

    static readonly Rule[] s_rules =
    [
        Rule("double-consent", "consent", Severity.Error),
        Rule("event-without-source", "record", Severity.Warning),
        Rule("weekend-deposit", "dates", Severity.Information),
    ];

    static Finding Double(string participant, int line, string? waived = null) =>
        new()
        {
            Rule = "double-consent",
            Severity = Severity.Error,
            Treaty = "untoc",
            Participant = participant,
            Events = [$"untoc-{participant}-accession-2016-06-17"],
            Day = new(2016, 6, 17),
            Where = new("events/untoc.csv", line),
            Found = "It consents twice: 100% sure,\nin two lines <&> a | bar.",
            Expected = "One consent.",
            LegalBasis = "VCLT art. 15",
            Remedy = "Remove one.",
            Waived = waived,
        };

    static readonly Finding s_sourceless = new()
    {
        Rule = "event-without-source",
        Severity = Severity.Warning,
        Treaty = "uncac",
        Found = "No source.\u0001",
        Expected = "A source.",
        Remedy = "Name one.",
    };
    static readonly Finding s_weekend = new()
    {
        Rule = "weekend-deposit",
        Severity = Severity.Information,
        Found = "A Sunday.",
        Expected = "A working day.",
        Remedy = "Look again.",
    };

    static Outcome Of(Severity failOn, params Finding[] findings) =>
        new(new(new(2026, 12, 1), s_rules, ["uncac", "untoc"], findings), failOn, Seeds: "data/seeds");

    static Outcome Mixed =>
        Of(Severity.Error, Double("PRK", 7), Double("FRA", 9, "A known slip of the depositary."), s_sourceless, s_weekend);

    static Outcome Clean => Of(Severity.Error);

    [Test]
    public void Text_lists_findings_in_full_then_waived_findings_then_the_totals()
    {
        Assert.That(
            Mixed.In(ReportFormat.Text),
            Is.EqualTo(
                """
                data/seeds/events/untoc.csv:7: error double-consent: untoc PRK 2016-06-17
                  Found: It consents twice: 100% sure, in two lines <&> a | bar.
                  Expected: One consent.
                  Legal basis: VCLT art. 15
                  Events: untoc-PRK-accession-2016-06-17
                  To do: Remove one.

                warning event-without-source: uncac
                  Found: No source.
                  Expected: A source.
                  To do: Name one.

                information weekend-deposit
                  Found: A Sunday.
                  Expected: A working day.
                  To do: Look again.

                Waived:
                  data/seeds/events/untoc.csv:9: error double-consent: untoc FRA 2016-06-17
                    It consents twice: 100% sure, in two lines <&> a | bar.
                    Waived: A known slip of the depositary.

                Failed (fails on error): 1 error, 1 warning, 1 for information, 1 waived; 3 rules over 2 treaties, as of 2026-12-01.

                """.Replace("No source.", "No source.\uFFFD", StringComparison.Ordinal)
            )
        );
    }

    [Test]
    public void Text_of_a_clean_record_is_one_line() =>
        Assert.That(
            Clean.In(ReportFormat.Text),
            Is.EqualTo(
                "Passed (fails on error): 0 errors, 0 warnings, 0 for information, 0 waived; 3 rules over 2 treaties, as of 2026-12-01.\n"
            )
        );

    [Test]
    public void JSON_contains_valid_stats_and_errors()
    {
        var json = JsonNode.Parse(Mixed.In(ReportFormat.Json))!;
        Assert.That((bool)json["valid"]!, Is.False);
        Assert.That(
            json["stats"]!.ToJsonString(),
            Is.EqualTo("""{"treaties":2,"rules":3,"errors":1,"warnings":1,"information":1,"waived":1}""")
        );
        Assert.That(
            json["errors"]!.AsArray().Select(e => (string)e!["rule"]!),
            Is.EqualTo(new[] { "double-consent", "event-without-source", "weekend-deposit" })
        );
        Assert.That((string)json["errors"]![0]!["where"]!["file"]!, Is.EqualTo("data/seeds/events/untoc.csv"));
        Assert.That((string)json["waived"]![0]!["waived"]!, Is.EqualTo("A known slip of the depositary."));
        Assert.That((bool)JsonNode.Parse(Clean.In(ReportFormat.Json))!["valid"]!, Is.True);
    }

    [TestCase(Severity.Error, 1)]
    [TestCase(Severity.Warning, 2)]
    [TestCase(Severity.Information, 3)]
    public void JUnit_fails_the_cases_that_fail_skips_the_waived_and_adds_up(Severity failOn, int failures)
    {
        var root = XDocument.Parse(Of(failOn, Double("PRK", 7), s_sourceless, s_weekend).In(ReportFormat.Junit)).Root!;
        Assert.That((int)root.Attribute("failures")!, Is.EqualTo(failures));
        Assert.That(root.Descendants("failure").Count(), Is.EqualTo(failures));
        Assert.That(
            (int)root.Attribute("tests")!,
            Is.EqualTo(root.Descendants("testcase").Count()).And.EqualTo(7),
            "three rules over two treaties, and what concerns no treaty"
        );
        Assert.That(
            root.Elements("testsuite").Select(s => (string)s.Attribute("name")!),
            Is.EqualTo(new[] { "consent", "record", "dates" })
        );
        foreach (var suite in root.Elements("testsuite"))
        {
            Assert.That((int)suite.Attribute("tests")!, Is.EqualTo(suite.Elements("testcase").Count()));
            Assert.That((int)suite.Attribute("skipped")!, Is.EqualTo(suite.Descendants("skipped").Count()));
        }
        var failure = root.Descendants("failure").First();
        Assert.That((string)failure.Parent!.Attribute("name")!, Is.EqualTo("double-consent untoc"));
        Assert.That(
            failure.Value,
            Does.StartWith("data/seeds/events/untoc.csv:7: error double-consent PRK\nFound: ").And.Contain("To do: Remove one.")
        );
    }

    [Test]
    public void JUnit_skips_a_case_with_only_waived_findings_and_gives_the_reason()
    {
        var root = XDocument.Parse(Of(Severity.Error, Double("FRA", 9, "A known slip.")).In(ReportFormat.Junit)).Root!;
        Assert.That((string)root.Descendants("skipped").Single().Attribute("message")!, Is.EqualTo("Waived: A known slip."));
        Assert.That(root.Descendants("failure"), Is.Empty);
    }

    [Test]
    public async Task SARIF_validates_against_the_published_schema()
    {
        var schema = await JsonSchema.FromFileAsync(
            Repository.At("tests", "TreatyTracker.Api.Tests", "Consistency", "sarif", "sarif-schema-2.1.0.json")
        );
        foreach (var outcome in new[] { Mixed, Clean })
            Assert.That(schema.Validate(outcome.In(ReportFormat.Sarif)).Select(e => e.ToString()), Is.Empty);

        var spoilt = JsonNode.Parse(Mixed.In(ReportFormat.Sarif))!;
        spoilt["runs"]![0]!["results"]![0]!.AsObject().Remove("message");
        spoilt["runs"]![0]!["results"]![0]!["level"] = "bad";
        Assert.That(schema.Validate(spoilt.ToJsonString()), Is.Not.Empty, "the schema bites");
    }

    [Test]
    public void SARIF_names_rule_file_line_and_suppression()
    {
        var run = JsonNode.Parse(Mixed.In(ReportFormat.Sarif))!["runs"]![0]!;
        var results = run["results"]!.AsArray();
        Assert.That(results.Select(r => (string)r!["level"]!), Is.EqualTo(new[] { "error", "error", "warning", "note" }));
        foreach (var result in results)
            Assert.That(
                (string)run["tool"]!["driver"]!["rules"]![(int)result!["ruleIndex"]!]!["id"]!,
                Is.EqualTo((string)result["ruleId"]!)
            );
        var place = results[0]!["locations"]![0]!["physicalLocation"]!;
        Assert.That((string)place["artifactLocation"]!["uri"]!, Is.EqualTo("data/seeds/events/untoc.csv"));
        Assert.That((int)place["region"]!["startLine"]!, Is.EqualTo(7));
        Assert.That(results.Select(r => r!["suppressions"]!.AsArray().Count), Is.EqualTo(new[] { 0, 1, 0, 0 }));
        Assert.That((string)results[1]!["suppressions"]![0]!["justification"]!, Is.EqualTo("A known slip of the depositary."));
    }

    [Test]
    public void A_fingerprint_ignores_line_and_wording_and_differs_between_findings()
    {
        static string[] Prints(params Finding[] findings) =>
            [
                .. JsonNode.Parse(Of(Severity.Error, findings).In(ReportFormat.Sarif))!["runs"]![0]!["results"]!
                    .AsArray()
                    .Select(r => (string)r!["partialFingerprints"]!["finding/v1"]!),
            ];
        var first = Prints(Double("PRK", 7), Double("FRA", 9));
        Assert.That(first, Is.Unique);
        Assert.That(Prints(Double("PRK", 70) with { Found = "Other words." }, Double("FRA", 90)), Is.EqualTo(first));
        Assert.That(Prints(Double("PRK", 7), Double("PRK", 8)), Is.Unique);
    }

    [Test]
    public void GitHub_annotates_the_ten_worst_findings_and_the_summary_lists_all()
    {
        var outcome = Of(
            Severity.Error,
            [.. Enumerable.Range(1, 12).Select(i => Double("PRK", i)), s_weekend, Double("FRA", 99, "A known | slip.")]
        );
        var lines = outcome.In(ReportFormat.Github).TrimEnd('\n').Split('\n');
        Assert.That(lines, Has.Length.EqualTo(12));
        Assert.That(
            lines[0],
            Is.EqualTo(
                "::error file=data/seeds/events/untoc.csv,line=1,title=double-consent::It consents twice: 100%25 sure,%0Ain two lines <&> "
                    + "a | bar. Expected: One consent. To do: Remove one."
            )
        );
        Assert.That(lines[10], Is.EqualTo("3 more findings are not annotated. The job summary and the other formats list them."));
        var summary = GithubReport.Summary(outcome);
        Assert.That(
            summary.Split('\n').Count(l => l.StartsWith("| error | double-consent | untoc | PRK | ", StringComparison.Ordinal)),
            Is.EqualTo(12)
        );
        Assert.That(
            summary,
            Does.Contain(@"in two lines &lt;&amp;&gt; a \| bar.")
                .And.Contain("<details><summary>1 waived</summary>")
                .And.Contain(@"A known \| slip.")
        );
    }

    [Test]
    public void Data_cannot_start_a_workflow_command()
    {
        var lines = Of(Severity.Error, Double("PRK", 7) with { Found = "x\n::error::forged\r\n::stop-commands::y" })
            .In(ReportFormat.Github)
            .Split('\n');
        Assert.That(lines.Count(l => l.StartsWith("::", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public void The_same_outcome_gives_the_same_bytes([Values] ReportFormat format) =>
        Assert.That(new[] { Mixed, Mixed }.Select(o => o.In(format)).Distinct().Count(), Is.EqualTo(1));
}
