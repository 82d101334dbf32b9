using System.Text;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency.Formats;

/// <summary>The report for people: open findings in full, then waived findings in short, then the totals.</summary>
static class TextReport
{
    /// <summary>The maximum number of causes that a finding names.</summary>
    const int Named = 5;

    public static string Write(Outcome outcome)
    {
        var text = new StringBuilder();
        foreach (var finding in outcome.Open)
            Append(text, outcome, finding);
        if (outcome.Waived.Count > 0)
            text.Append("Waived:\n");
        foreach (var finding in outcome.Waived)
            text.Append(
                $"  {Head(outcome, finding)}\n    {PlainText.Line(finding.Found)}\n    Waived: {PlainText.Line(finding.Waived!)}\n"
            );
        if (outcome.Waived.Count > 0)
            text.Append('\n');
        if (outcome.Reconciliation is { } reconciliation)
            Append(text, reconciliation);
        return text.Append(Totals(outcome)).Append('\n').ToString();
    }

    /// <summary>One line with the result, the number of findings, and what was checked.</summary>
    public static string Totals(Outcome outcome)
    {
        string Of(Severity severity, string one, string many) => Number(outcome.Open.Count(f => f.Severity == severity), one, many);
        var report = outcome.Report;
        return $"{(outcome.Failing.Count == 0 ? "Passed" : "Failed")} (fails on {outcome.FailOn.WireName()}): "
            + $"{Of(Severity.Error, "error", "errors")}, {Of(Severity.Warning, "warning", "warnings")}, "
            + $"{Of(Severity.Information, "for information", "for information")}, {outcome.Waived.Count} waived; "
            + $"{Number(report.Rules.Count, "rule", "rules")} over {Number(report.Treaties.Count, "treaty", "treaties")}, as of "
            + $"{Instant.Text(report.AsOf)}"
            + $"{(outcome.KnownAt is { } known ? $", known at {Instant.Text(known)}" : "")}.";
    }

    /// <summary>
    /// What was found, what was expected and what to do, each on its own line: the body of a finding in the text and JUnit formats.
    /// </summary>
    public static IEnumerable<string> Body(Finding finding)
    {
        yield return $"Found: {PlainText.Line(finding.Found)}";
        yield return $"Expected: {PlainText.Line(finding.Expected)}";
        if (finding.LegalBasis is { } basis)
            yield return $"Legal basis: {PlainText.Line(basis)}";
        if (finding.BecauseOf.Count > 0)
            yield return PlainText.Line($"Because of: {Shown(finding.BecauseOf)}");
        if (finding.Events.Count > 0)
            yield return PlainText.Line($"Events: {string.Join(", ", finding.Events)}");
        yield return $"To do: {PlainText.Line(finding.Remedy)}";
    }

    static void Append(StringBuilder text, Outcome outcome, Finding finding)
    {
        text.Append(Head(outcome, finding)).Append('\n');
        foreach (var line in Body(finding))
            text.Append("  ").Append(line).Append('\n');
        text.Append('\n');
    }

    /// <summary>
    /// For example <c>seeds/events/untoc.csv:12: error double-consent: untoc PRK 2016-06-17</c>. Editors make this form clickable.
    /// </summary>
    static string Head(Outcome outcome, Finding finding) =>
        PlainText.Line(
            (finding.Where is { } where ? $"{outcome.FileOf(where)}:{where.Line}: " : "")
                + $"{finding.Severity.WireName()} {Causes.Name(finding)}"
        );

    /// <summary>The first causes: there can be hundreds.</summary>
    public static string Shown(IReadOnlyList<string> causes) =>
        string.Join("; ", causes.Take(Named)) + (causes.Count > Named ? $"; and {causes.Count - Named} more" : "");

    static void Append(StringBuilder text, Reconciliation reconciliation)
    {
        text.Append(
            $"Published counts: {Number(reconciliation.Counts.Count, "count", "counts")}, "
                + $"{reconciliation.Counts.Count(c => !c.Agrees)} differ from the computed count.\n"
        );
        foreach (var count in reconciliation.Counts)
        {
            var published = count.Count;
            text.Append(
                $"  {published.Treaty} {published.Metric.WireName()} on {Instant.Text(published.AsOf)}: "
                    + $"published {published.Published} ({PlainText.Line(published.Source)}), computed {count.Computed}"
            );
            if (!count.Agrees)
            {
                text.Append($", {Number(count.Missing + count.TooMany, "event", "events")} {(count.Missing > 0 ? "missing" : "too many")}");
                text.Append(
                    $"; diverged {(count.LastAgreeing is { } last ? $"between {Instant.Text(last)} and" : "on or before")} "
                        + Instant.Text(count.FirstDisagreeing ?? published.AsOf)
                );
                text.Append(
                    count.Suspects.Count == 0
                        ? "; no unverified events in that interval"
                        : $"; unverified events in that interval: {string.Join(", ", count.Suspects.Select(e => e.Id))}"
                );
            }
            text.Append(".\n");
        }
        text.Append('\n');
    }

    static string Number(int number, string one, string many) => $"{number} {(number == 1 ? one : many)}";
}
