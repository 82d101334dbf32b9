using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Tests.Documentation;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Consistency;

/// <summary>The shipped record has no errors except known gaps, and every check gives the same report.</summary>
public sealed partial class ShippedRecordTests
{
    static readonly DateOnly s_asOf = ShippedRecord.AsOf;

    static readonly CheckContext s_record = ShippedRecord.Context;

    static readonly string[] s_gaps =
    [
        "count-drop-without-exit untoc  2024-10-31",
        "protocol-party-not-parent-party montreal-airports-1988 AND 2006-06-21",
        "protocol-party-not-parent-party vccr-op-disputes VNM 1973-06-09",
        "published-count-mismatch narcotics-protocol-1946  2026-04-13",
        "published-count-mismatch nuclear-terrorism-2005  2024-01-31",
        "published-count-mismatch privileges-immunities-un-1946  2004-12-31",
        "published-count-mismatch rome-statute  2011-12-31",
        "published-count-mismatch untoc  2024-10-31",
        "published-count-mismatch untoc-firearms  2005-03-08",
        "published-count-mismatch untoc-firearms  2018-10-19",
        "published-count-mismatch untoc-smuggling  2018-10-19",
        "published-count-mismatch untoc-smuggling  2022-10-31",
        "published-count-mismatch untoc-smuggling  2024-04-26",
        "published-count-mismatch untoc-trafficking  2020-07-23",
        "published-signatories-mismatch icescr  2026-04-13",
        "published-signatories-mismatch narcotics-protocol-1946  2026-04-13",
    ];

    static readonly Lazy<Report> s_unwaived = new(() => Checker.Run(s_record, [], CheckOptions.Everything));

    [Test]
    public void All_errors_are_known_gaps_with_a_waiver()
    {
        var report = Checker.Run(s_record, s_record.Facts.Waivers, CheckOptions.Everything);
        Assert.That(report.Failing(Severity.Error), Is.Empty);
        Assert.That(Said(report.Findings.Where(f => f.Waived is not null)), Is.EqualTo(s_gaps));
        Assert.That(report.Findings.Where(f => f.Rule is "unused-waiver" or "expired-waiver"), Is.Empty);
    }

    [Test]
    public void Without_waivers_exactly_the_known_gaps_are_errors() =>
        Assert.That(Said(s_unwaived.Value.Failing(Severity.Error)), Is.EqualTo(s_gaps));

    [Test]
    public void The_README_of_the_seeds_counts_waivers_warnings_and_information_by_rule()
    {
        var text = Documents.Text("seeds/README.md");
        text = text[text.IndexOf("### What the check says", StringComparison.Ordinal)..];
        text = text[..text.IndexOf("## How to correct a date", StringComparison.Ordinal)];
        Assert.That(
            text,
            Does.Contain($"({s_record.Facts.Waivers.Count} waivers). It warns, on {Instant.Text(s_asOf)}:"),
            "the day that the other tests take"
        );
        Assert.That(
            CountedRule()
                .Matches(text)
                .Select(m =>
                    (m.Groups["rule"].Value, int.Parse(m.Groups["n"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture))
                ),
            Is.EquivalentTo(
                s_unwaived
                    .Value.Findings.Where(f => f.Severity is Severity.Warning or Severity.Information)
                    .CountBy(f => f.Rule)
                    .Select(r => (r.Key, r.Value))
            )
        );
    }

    [Test]
    public void The_README_counts_warnings_by_rule() =>
        Assert.That(
            CountedRule()
                .Matches(Documents.Text("README.md").Split('\n').Single(l => l.StartsWith("The warnings: ", StringComparison.Ordinal)))
                .Select(m => (m.Groups["rule"].Value, int.Parse(m.Groups["n"].Value, CultureInfo.InvariantCulture))),
            Is.EquivalentTo(
                s_unwaived.Value.Findings.Where(f => f.Severity is Severity.Warning).CountBy(f => f.Rule).Select(r => (r.Key, r.Value))
            )
        );

    [GeneratedRegex(@"(?<n>[\d,]*\d)(?: \|)? `(?<rule>[a-z-]+)`")]
    private static partial Regex CountedRule();

    [Test]
    public void Treaties_that_lack_predecessors_rows_get_warnings() =>
        Assert.That(
            s_unwaived
                .Value.Findings.Where(f =>
                    f is { Severity: Severity.Warning, Rule: "in-force-before-threshold" or "treaty-entry-into-force-mismatch" }
                )
                .Select(f => f.Treaty),
            Is.EquivalentTo(Seeds.TableCountTests.LackingRows)
        );

    [Test]
    public void A_database_of_the_seeds_gives_the_findings_of_the_seeds()
    {
        using var scratch = new Scratch();
        var seeds = CheckContext.OfSeeds(SmallRecord.Path, s_asOf);
        var database = CheckContext.OfRegister(Register.Load(scratch.Seeded(SmallRecord.Path)), s_asOf);
        Assert.That(
            Checker.Run(database, database.Facts.Waivers, CheckOptions.Everything).Findings,
            Is.EqualTo(Checker.Run(seeds, seeds.Facts.Waivers, CheckOptions.Everything).Findings.Select(f => f with { Where = null }))
        );
    }

    [Test]
    public void The_same_record_and_day_give_the_same_bytes()
    {
        static byte[] Bytes()
        {
            var record = CheckContext.OfSeeds(SmallRecord.Path, s_asOf);
            return JsonSerializer.SerializeToUtf8Bytes(
                Checker.Run(record, record.Facts.Waivers, CheckOptions.Everything).Findings,
                Json.Column
            );
        }
        var first = Bytes();
        Assert.That(Bytes(), Is.EqualTo(first));
    }

    [Test]
    public void Findings_are_sorted_worst_first()
    {
        var findings = Checker.Run(CheckContext.OfSeeds(SmallRecord.Path, s_asOf), [], CheckOptions.Everything).Findings;
        Assert.That(findings.Select(f => f.Severity), Is.Ordered.Descending);
        foreach (var severity in findings.GroupBy(f => (f.Severity, Follows: f.BecauseOf.Count > 0)))
            Assert.That(severity.Select(f => f.Rule), Is.Ordered.Using<string>(string.CompareOrdinal));
    }

    [Test]
    public void A_check_can_be_limited_to_treaties_or_rules()
    {
        var record = CheckContext.OfSeeds(Repository.Seeds, s_asOf);
        var one = Checker.Run(
            record,
            record.Facts.Waivers,
            new() { Treaties = ["untoc-firearms"], Rules = ["published-count-mismatch", "record-stale"] }
        );
        Assert.That(one.Treaties, Is.EqualTo(new[] { "untoc-firearms" }));
        Assert.That(one.Rules.Select(r => r.Id), Is.EquivalentTo(new[] { "published-count-mismatch", "record-stale" }));
        Assert.That(
            one.Findings.Select(f => (f.Rule, f.Treaty)),
            Is.EqualTo(
                new[]
                {
                    ("published-count-mismatch", "untoc-firearms"),
                    ("published-count-mismatch", "untoc-firearms"),
                    ("record-stale", "untoc-firearms"),
                }
            )
        );
        Assert.That(
            Checker.Run(record, record.Facts.Waivers, new() { Rules = ["unused-waiver"] }).Findings,
            Is.Empty,
            "waivers of rules that did not run are not unused"
        );
        Assert.That(Checker.Run(record, [], new() { Rules = ["record-stale"], StaleAfterDays = 100_000 }).Findings, Is.Empty);
        Assert.That(() => Checker.Run(record, [], new() { Treaties = ["untok"] }), Throws.ArgumentException.With.Message.Contains("untok"));
        Assert.That(
            () => Checker.Run(record, [], new() { Rules = ["no-rule"] }),
            Throws.ArgumentException.With.Message.Contains("no-rule")
        );
    }

    [Test]
    public void Events_recorded_later_cause_no_findings()
    {
        var before = CheckContext.OfSeeds(SmallRecord.Path, s_asOf, new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.That(Checker.Run(before, [], new() { Rules = ["unverified-event", "double-consent"] }).Findings, Is.Empty);
    }

    static IEnumerable<string> Said(IEnumerable<Finding> findings) =>
        findings.Select(f => $"{f.Rule} {f.Treaty} {f.Participant} {(f.Day is { } day ? Instant.Text(day) : "")}");
}
