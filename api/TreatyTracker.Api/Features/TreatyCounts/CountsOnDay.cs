using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>The named counts on one day of a history.</summary>
/// <param name="AsOf">The day.</param>
/// <param name="Counts">The counts on that day.</param>
/// <param name="AsOfIsBeyond">Whether the day is after <c>completeThrough</c>, so that events may be missing.</param>
/// <param name="UndatedEvents">The number of events whose day is known only as a period that contains the day.</param>
/// <param name="AssumedEffects">The number of parties whose date of entry into force is assumed.</param>
/// <param name="UnverifiedEvents">The number of events up to the day whose date is not confirmed by an available source.</param>
public sealed record CountsOnDay(
    DateOnly AsOf,
    NamedCounts Counts,
    bool AsOfIsBeyond,
    int UndatedEvents,
    int AssumedEffects,
    int UnverifiedEvents
)
{
    internal static IReadOnlyList<Column<CountsOnDay>> Columns { get; } =
    [
        new("asOf", d => d.AsOf),
        .. NamedCounts.ColumnsOf<CountsOnDay>(d => d.Counts),
        new("asOfIsBeyond", d => d.AsOfIsBeyond),
        .. NamedCounts.LaterColumnsOf<CountsOnDay>(d => d.Counts),
        new("undatedEvents", d => d.UndatedEvents),
        new("assumedEffects", d => d.AssumedEffects),
        new("unverifiedEvents", d => d.UnverifiedEvents),
    ];
}
