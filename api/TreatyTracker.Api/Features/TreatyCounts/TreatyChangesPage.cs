namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>One page of changes between two days.</summary>
/// <param name="Items">The treaties with a change, ordered by id.</param>
/// <param name="Total">The total number of treaties on all pages.</param>
/// <param name="Next">The <c>cursor</c> of the next page; absent on the last page. Opaque.</param>
/// <param name="From">The first day, inclusive.</param>
/// <param name="AsOf">The last day, inclusive.</param>
/// <param name="KnownAt">The state of the register used: only what it had recorded by this instant.</param>
public sealed record TreatyChangesPage(
    IReadOnlyList<TreatyChanges> Items,
    int Total,
    string? Next,
    DateOnly From,
    DateOnly AsOf,
    DateTimeOffset KnownAt
);
