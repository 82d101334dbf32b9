using System.Text.Json;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Consistency.Formats;

/// <summary>A report in the shape that Frictionless' validator made common: <c>valid</c>, <c>stats</c>, <c>errors</c>.</summary>
public sealed record ConsistencyReport
{
    /// <summary>Whether nothing that no waiver covers is as bad as <see cref="FailOn"/>.</summary>
    public required bool Valid { get; init; }

    /// <summary>How bad a finding must be to make the record invalid.</summary>
    public required Severity FailOn { get; init; }

    /// <summary>The day as of which the record was checked.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The instant as of whose knowledge it was checked; absent: all that it holds.</summary>
    public DateTimeOffset? KnownAt { get; init; }

    /// <summary>How much was checked and found.</summary>
    public required ReportStatistics Stats { get; init; }

    /// <summary>The findings that no waiver covers, of every severity, the worst first.</summary>
    public required IReadOnlyList<Finding> Errors { get; init; }

    /// <summary>The findings that a waiver covers, each with the reason; they do not count.</summary>
    public required IReadOnlyList<Finding> Waived { get; init; }

    /// <summary>The published counts beside the register's own; absent where it was not asked for.</summary>
    public IReadOnlyList<ReconciledFigure>? Reconciliation { get; init; }

    /// <summary>The report of an outcome.</summary>
    public static ConsistencyReport Of(Outcome outcome)
    {
        int OpenOf(Severity severity) => outcome.Open.Count(f => f.Severity == severity);
        return new()
        {
            Valid = outcome.Failing.Count == 0,
            FailOn = outcome.FailOn,
            AsOf = outcome.Report.AsOf,
            KnownAt = outcome.KnownAt,
            Stats = new(outcome.Report.Treaties.Count, outcome.Report.Rules.Count, OpenOf(Severity.Error), OpenOf(Severity.Warning), OpenOf(Severity.Information), outcome.Waived.Count),
            Errors = [.. outcome.Open.Select(Placed)],
            Waived = [.. outcome.Waived.Select(Placed)],
            Reconciliation = outcome.Reconciliation is { } r ? [.. r.Counts.Select(c => ReconciledFigure.Of(c) is var figure && figure.Where is { } where ? figure with { Where = In(where) } : figure)] : null,
        };

        Finding Placed(Finding finding) => finding.Where is { } where ? finding with { Where = In(where) } : finding;
        Location In(Location where) => where with { File = outcome.FileOf(where) };
    }
}

/// <summary>How much was checked and found.</summary>
/// <param name="Treaties">Treaties checked.</param>
/// <param name="Rules">Rules that ran.</param>
/// <param name="Errors">Errors that no waiver covers.</param>
/// <param name="Warnings">Warnings that no waiver covers.</param>
/// <param name="Information">Findings for information that no waiver covers.</param>
/// <param name="Waived">Findings of any severity that a waiver covers.</param>
public sealed record ReportStatistics(int Treaties, int Rules, int Errors, int Warnings, int Information, int Waived);

/// <summary>A published count beside the register's own.</summary>
public sealed record ReconciledFigure
{
    /// <summary>The treaty's id.</summary>
    public required string Treaty { get; init; }

    /// <summary>Which named count was published.</summary>
    public required PublishedMetric Metric { get; init; }

    /// <summary>The day of which the published count speaks.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The figure published.</summary>
    public required int Published { get; init; }

    /// <summary>The register's own figure for that day.</summary>
    public required int Computed { get; init; }

    /// <summary>Computed less published: below nought so many events are missing, above nought so many are too many.</summary>
    public required int Difference { get; init; }

    /// <summary>The last published day before it on which both agreed; absent where there is none, or where both agree.</summary>
    public DateOnly? LastAgreeing { get; init; }

    /// <summary>The first published day after that on which they differ: the drift began between the two; absent where both agree.</summary>
    public DateOnly? FirstDisagreeing { get; init; }

    /// <summary>Ids of the unverified events in that interval, which may be to blame.</summary>
    public required IReadOnlyList<string> Suspects { get; init; }

    /// <summary>Id of the source of the published figure.</summary>
    public required string Source { get; init; }

    /// <summary>Where in the seeds the published count stands; absent for a database.</summary>
    public Location? Where { get; init; }

    /// <summary>The figure of a reconciled count.</summary>
    public static ReconciledFigure Of(ReconciledCount count) => new()
    {
        Treaty = count.Count.Treaty,
        Metric = count.Count.Metric,
        Day = count.Count.AsOf,
        Published = count.Count.Published,
        Computed = count.Computed,
        Difference = count.Difference,
        LastAgreeing = count.LastAgreeing,
        FirstDisagreeing = count.FirstDisagreeing,
        Suspects = [.. count.Suspects.Select(e => e.Id)],
        Source = count.Count.Source,
        Where = count.Where,
    };
}

/// <summary>Writes <see cref="ConsistencyReport"/>.</summary>
static class JsonReport
{
    public static string Write(Outcome outcome) => JsonSerializer.Serialize(ConsistencyReport.Of(outcome), Outcome.Indented) + "\n";
}
