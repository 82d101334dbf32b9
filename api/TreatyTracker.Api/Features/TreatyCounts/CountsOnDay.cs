using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>The named counts on one day of a history.</summary>
/// <param name="AsOf">The day.</param>
/// <param name="Counts">The counts on that day.</param>
/// <param name="AsOfIsBeyond">Whether the day is after <c>completeThrough</c>, so that events may be missing.</param>
public sealed record CountsOnDay(DateOnly AsOf, NamedCounts Counts, bool AsOfIsBeyond)
{
    internal static IReadOnlyList<Column<CountsOnDay>> Columns { get; } =
    [new("asOf", d => d.AsOf), .. NamedCounts.ColumnsOf<CountsOnDay>(d => d.Counts), new("asOfIsBeyond", d => d.AsOfIsBeyond)];
}
