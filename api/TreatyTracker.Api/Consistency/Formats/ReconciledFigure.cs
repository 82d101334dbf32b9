using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Consistency.Formats;

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

    /// <summary>
    /// The first published day after that on which they differ: the drift began between the two; absent where both agree.
    /// </summary>
    public DateOnly? FirstDisagreeing { get; init; }

    /// <summary>Ids of the unverified events in that interval, which may be to blame.</summary>
    public required IReadOnlyList<string> Suspects { get; init; }

    /// <summary>Id of the source of the published figure.</summary>
    public required string Source { get; init; }

    /// <summary>Where in the seeds the published count stands; absent for a database.</summary>
    public Location? Where { get; init; }

    /// <summary>The figure of a reconciled count.</summary>
    public static ReconciledFigure Of(ReconciledCount count) =>
        new()
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
