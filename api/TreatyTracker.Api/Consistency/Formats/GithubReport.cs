using System.Globalization;
using System.Text;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency.Formats;

/// <summary>
/// GitHub Actions: workflow commands that annotate files, and a Markdown summary of the job. GitHub shows only ten annotations of each kind
/// and silently drops the rest. The report therefore annotates the ten worst findings and lists all of them in the summary.
/// </summary>
static class GithubReport
{
    /// <summary>The maximum number of annotated findings.</summary>
    public const int Annotated = 10;

    /// <summary>The maximum number of rows in the summary: GitHub rejects a summary larger than 1 MiB.</summary>
    const int SummaryRows = 1000;

    public static string Annotations(Outcome outcome)
    {
        var text = new StringBuilder();
        foreach (var finding in outcome.Open.Take(Annotated))
            text.Append(
                Annotation(
                    Command(finding.Severity),
                    finding.Where is { } where ? outcome.FileOf(where) : null,
                    finding.Where?.Line,
                    finding.Rule,
                    Outcome.Message(finding)
                )
            );
        if (outcome.Open.Count > Annotated)
            text.Append(
                CultureInfo.InvariantCulture,
                $"{outcome.Open.Count - Annotated} more findings are not annotated. The job summary and the other formats list them.\n"
            );
        return text.Append(TextReport.Totals(outcome)).Append('\n').ToString();
    }

    /// <summary>One workflow command on one line.</summary>
    public static string Annotation(string command, string? file, int? line, string title, string message)
    {
        var properties = new List<string>();
        if (file is not null)
            properties.Add($"file={Property(file)}");
        if (file is not null && line is { } at)
            properties.Add($"line={at.ToString(CultureInfo.InvariantCulture)}");
        properties.Add($"title={Property(title)}");
        return $"::{command} {string.Join(',', properties)}::{Data(message)}\n";
    }

    /// <summary>The job summary, to append to the file named by <c>GITHUB_STEP_SUMMARY</c>.</summary>
    public static string Summary(Outcome outcome)
    {
        var text = new StringBuilder("## Treaty data\n\n").Append(TextReport.Totals(outcome)).Append("\n\n");
        Table(text, outcome, "Expected", outcome.Open, f => f.Expected);
        if (outcome.Waived.Count == 0)
            return text.ToString();
        text.Append(CultureInfo.InvariantCulture, $"<details><summary>{outcome.Waived.Count} waived</summary>\n\n");
        Table(text, outcome, "Reason for the waiver", outcome.Waived, f => f.Waived!);
        return text.Append("</details>\n").ToString();
    }

    static void Table(StringBuilder text, Outcome outcome, string last, IReadOnlyList<Finding> findings, Func<Finding, string> lastOf)
    {
        if (findings.Count == 0)
            return;
        text.Append(
            CultureInfo.InvariantCulture,
            $"| Severity | Rule | Treaty | Participant | Where | Found | {last} |\n| --- | --- | --- | --- | --- | --- | --- |\n"
        );
        foreach (var f in findings.Take(SummaryRows))
            text.Append("| ")
                .AppendJoin(
                    " | ",
                    new[]
                    {
                        f.Severity.WireName(),
                        f.Rule,
                        f.Treaty,
                        f.Participant,
                        f.Where is { } where ? $"{outcome.FileOf(where)}:{where.Line}"
                        : f.Events.Count > 0 ? f.Events[0]
                        : "",
                        f.BecauseOf.Count > 0 ? $"{f.Found} Because of: {TextReport.Shown(f.BecauseOf)}." : f.Found,
                        lastOf(f),
                    }.Select(Cell)
                )
                .Append(" |\n");
        text.Append(
            findings.Count > SummaryRows
                ? string.Create(CultureInfo.InvariantCulture, $"\n{findings.Count - SummaryRows} more findings are not shown.\n\n")
                : "\n"
        );
    }

    static string Command(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "notice",
        };

    // GitHub's own toolkit escapes the same way. Without it, a line break in the data could end the command and start another.
    static string Data(string text) =>
        PlainText
            .Clean(text)
            .Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    static string Cell(string? text)
    {
        var cell = new StringBuilder();
        foreach (var c in PlainText.Line(text ?? ""))
            cell.Append(
                c switch
                {
                    '&' => "&amp;",
                    '<' => "&lt;",
                    '>' => "&gt;",
                    '|' or '\\' or '`' or '*' or '_' or '[' or ']' => $"\\{c}",
                    _ => c.ToString(),
                }
            );
        return cell.ToString();
    }
}
