namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>The named counts of a treaty over time.</summary>
/// <param name="Treaty">The treaty.</param>
/// <param name="KnownAt">The instant as of whose knowledge they were computed.</param>
/// <param name="CompleteThrough">The last day, inclusive, on which the record of the treaty's events is known to be complete.</param>
/// <param name="Total">How many rows the whole history has.</param>
/// <param name="Items">The rows, in order of day; the value of a day holds until the next row.</param>
/// <param name="Next">Give it as <c>cursor</c> to get the next page; absent on the last one. Opaque.</param>
public sealed record CountsHistory(
    TreatyReference Treaty,
    DateTimeOffset KnownAt,
    DateOnly CompleteThrough,
    int Total,
    IReadOnlyList<CountsOnDay> Items,
    string? Next
);
