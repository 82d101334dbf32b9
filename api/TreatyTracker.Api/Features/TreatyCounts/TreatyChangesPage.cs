namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>One page of what changed between two days.</summary>
/// <param name="Items">The treaties under which anything changed, in order of id.</param>
/// <param name="Total">How many treaties the whole list has.</param>
/// <param name="Next">Give it as <c>cursor</c> to get the next page; absent on the last one. Opaque.</param>
/// <param name="From">The first day, inclusive.</param>
/// <param name="AsOf">The last day, inclusive.</param>
/// <param name="KnownAt">The instant as of whose knowledge it was computed.</param>
public sealed record TreatyChangesPage(
    IReadOnlyList<TreatyChanges> Items,
    int Total,
    string? Next,
    DateOnly From,
    DateOnly AsOf,
    DateTimeOffset KnownAt
);
