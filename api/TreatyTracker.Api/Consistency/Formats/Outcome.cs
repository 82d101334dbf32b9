using System.Text.Json;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Consistency.Formats;

/// <summary>A report together with the settings that its formats show.</summary>
/// <param name="Report">The report.</param>
/// <param name="FailOn">The lowest severity that fails the check.</param>
/// <param name="KnownAt">The instant as of which the record was known; <c>null</c> for everything recorded.</param>
/// <param name="Seeds">The seeds directory as shown in the report, separated by <c>/</c>; if empty, paths stay relative to it.</param>
/// <param name="Reconciliation">The reconciliation with published counts, if requested.</param>
public sealed record Outcome(
    Report Report,
    Severity FailOn,
    DateTimeOffset? KnownAt = null,
    string Seeds = "",
    Reconciliation? Reconciliation = null
)
{
    /// <summary>The findings that fail the check.</summary>
    public IReadOnlyList<Finding> Failing { get; } = [.. Report.Failing(FailOn)];

    /// <summary>The findings that no waiver covers.</summary>
    public IReadOnlyList<Finding> Open { get; } = [.. Report.Findings.Where(f => f.Waived is null)];

    /// <summary>The findings that a waiver covers.</summary>
    public IReadOnlyList<Finding> Waived { get; } = [.. Report.Findings.Where(f => f.Waived is not null)];

    /// <summary>The path of a finding's file as shown in the report.</summary>
    public string FileOf(Location where) => Seeds.Length == 0 ? where.File : $"{Seeds}/{where.File}";

    /// <summary>A finding in one text, for formats that have one message each.</summary>
    internal static string Message(Finding finding) =>
        $"{finding.Found} Expected: {finding.Expected} To do: {finding.Remedy}"
        + (finding.BecauseOf.Count > 0 ? $" Because of: {TextReport.Shown(finding.BecauseOf)}." : "");

    /// <summary>Writes the outcome in a format. The same outcome always gives the same text; lines end with <c>\n</c>.</summary>
    public string In(ReportFormat format) =>
        format switch
        {
            ReportFormat.Json => JsonSerializer.Serialize(ConsistencyReport.Of(this), Json.Indented) + "\n",
            ReportFormat.Junit => JunitReport.Write(this),
            ReportFormat.Sarif => SarifReport.Write(this),
            ReportFormat.Github => GithubReport.Annotations(this),
            _ => TextReport.Write(this),
        };
}
