using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Consistency.Formats;

/// <summary>A published count compared with the computed one.</summary>
public sealed record ReconciledFigure
{
    /// <summary>The treaty's id.</summary>
    public required string Treaty { get; init; }

    /// <summary>Which named count was published.</summary>
    public required PublishedMetric Metric { get; init; }

    /// <summary>The day of the published count.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The published figure.</summary>
    public required int Published { get; init; }

    /// <summary>The figure that the register computes for the same day.</summary>
    public required int Computed { get; init; }

    /// <summary>Computed minus published: if negative, that many events are missing; if positive, that many are too many.</summary>
    public required int Difference { get; init; }

    /// <summary>
    /// The last earlier day for which a count was published and agreed; absent if there is no such day, or if this count agrees.
    /// </summary>
    public DateOnly? LastAgreeing { get; init; }

    /// <summary>
    /// The first day after <c>lastAgreeing</c> for which a count was published and differed: the figures diverge between these two days.
    /// Absent if this count agrees.
    /// </summary>
    public DateOnly? FirstDisagreeing { get; init; }

    /// <summary>Ids of the unverified events in that interval, which may be the cause.</summary>
    public required IReadOnlyList<string> Suspects { get; init; }

    /// <summary>Id of the source of the published figure.</summary>
    public required string Source { get; init; }

    /// <summary>The location of the published count in the seeds; absent for a database.</summary>
    public Location? Where { get; init; }

    /// <summary>Converts a reconciled count.</summary>
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
