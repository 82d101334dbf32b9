namespace TreatyTracker.Api.Consistency.Formats;

/// <summary>A consistency report in the style of the Frictionless validator: <c>valid</c>, <c>stats</c>, <c>errors</c>.</summary>
public sealed record ConsistencyReport
{
    /// <summary>Whether every finding of severity <c>failOn</c> or worse is waived.</summary>
    public required bool Valid { get; init; }

    /// <summary>The lowest severity that makes the record invalid.</summary>
    public required Severity FailOn { get; init; }

    /// <summary>The day as of which the record was checked.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The instant as of which the record was known; absent if everything recorded was checked.</summary>
    public DateTimeOffset? KnownAt { get; init; }

    /// <summary>Totals of what was checked and found.</summary>
    public required ReportStatistics Stats { get; init; }

    /// <summary>The findings that no waiver covers, of every severity, worst first.</summary>
    public required IReadOnlyList<Finding> Errors { get; init; }

    /// <summary>The findings that a waiver covers, each with the reason. They do not make the record invalid.</summary>
    public required IReadOnlyList<Finding> Waived { get; init; }

    /// <summary>Published counts compared with computed ones; absent unless requested.</summary>
    public IReadOnlyList<ReconciledFigure>? Reconciliation { get; init; }

    /// <summary>Converts an outcome.</summary>
    public static ConsistencyReport Of(Outcome outcome)
    {
        int OpenOf(Severity severity) => outcome.Open.Count(f => f.Severity == severity);
        return new()
        {
            Valid = outcome.Failing.Count == 0,
            FailOn = outcome.FailOn,
            AsOf = outcome.Report.AsOf,
            KnownAt = outcome.KnownAt,
            Stats = new(
                outcome.Report.Treaties.Count,
                outcome.Report.Rules.Count,
                OpenOf(Severity.Error),
                OpenOf(Severity.Warning),
                OpenOf(Severity.Information),
                outcome.Waived.Count
            ),
            Errors = [.. outcome.Open.Select(Placed)],
            Waived = [.. outcome.Waived.Select(Placed)],
            Reconciliation = outcome.Reconciliation is { } r
                ?
                [
                    .. r.Counts.Select(c =>
                        ReconciledFigure.Of(c) is var figure && figure.Where is { } where ? figure with { Where = In(where) } : figure
                    ),
                ]
                : null,
        };

        Finding Placed(Finding finding) => finding.Where is { } where ? finding with { Where = In(where) } : finding;
        Location In(Location where) => where with { File = outcome.FileOf(where) };
    }
}
