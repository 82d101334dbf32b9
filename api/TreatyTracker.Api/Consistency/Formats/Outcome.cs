using System.Text.Json;
using System.Text.Json.Serialization;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Consistency.Formats;

/// <summary>A report with what its reader is told beside it.</summary>
/// <param name="Report">The report.</param>
/// <param name="FailOn">How bad a finding must be to fail.</param>
/// <param name="KnownAt">The instant as of whose knowledge the record was read; <c>null</c>: all that it holds.</param>
/// <param name="Seeds">Path of the seeds directory as readers of the report find it, with <c>/</c>; empty: paths stay relative to
/// it.</param>
/// <param name="Reconciliation">The reconciliation with published counts, where it was asked for.</param>
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

    /// <summary>Where a finding's file is, for the reader.</summary>
    public string FileOf(Location where) => Seeds.Length == 0 ? where.File : $"{Seeds}/{where.File}";

    /// <summary>The outcome in a format. The same outcome gives the same text; lines end with <c>\n</c>.</summary>
    public string In(ReportFormat format) =>
        format switch
        {
            ReportFormat.Json => JsonReport.Write(this),
            ReportFormat.Junit => JunitReport.Write(this),
            ReportFormat.Sarif => SarifReport.Write(this),
            ReportFormat.Github => GithubReport.Annotations(this),
            _ => TextReport.Write(this),
        };

    /// <summary>
    /// The Markdown summary of a job of GitHub Actions, to be appended to the file that <c>GITHUB_STEP_SUMMARY</c> names.
    /// </summary>
    public string GithubSummary() => GithubReport.Summary(this);

    /// <summary>JSON of reports: indented, absent for not known.</summary>
    internal static JsonSerializerOptions Indented { get; } =
        Json.Configure(
            new()
            {
                WriteIndented = true,
                NewLine = "\n",
                DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
                Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
}
