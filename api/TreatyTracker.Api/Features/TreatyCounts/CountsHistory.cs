namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>The named counts of a treaty over time.</summary>
/// <param name="Treaty">The treaty.</param>
/// <param name="KnownAt">The state of the register used: only what it had recorded by this instant.</param>
/// <param name="CompleteThrough">The last day, inclusive, through which the record of the treaty's events is known to be complete.</param>
/// <param name="Total">The total number of rows on all pages.</param>
/// <param name="Items">The rows, ordered by day. The counts of a row apply until the next row.</param>
/// <param name="Next">The <c>cursor</c> of the next page; absent on the last page. Opaque.</param>
/// <param name="Record">The coverage of the treaty's record on the last day of the period.</param>
public sealed record CountsHistory(
    TreatyReference Treaty,
    DateTimeOffset KnownAt,
    DateOnly CompleteThrough,
    int Total,
    IReadOnlyList<CountsOnDay> Items,
    string? Next,
    RecordCoverage Record
);
