namespace TreatyTracker.Api.Features.Panel;

/// <summary>A page of a panel: participants by periods.</summary>
/// <param name="Treaties">The treaties, in the order asked.</param>
/// <param name="Interval">The length of a period.</param>
/// <param name="From">The first day, inclusive; absent if the panel begins with the adoption of each treaty.</param>
/// <param name="To">The last day, inclusive, on which the last period ends.</param>
/// <param name="KnownAt">The state of the register used: only what it had recorded by this instant.</param>
/// <param name="Total">The total number of rows on all pages.</param>
/// <param name="Items">The rows, ordered by treaty id, code and day.</param>
/// <param name="Next">The <c>cursor</c> of the next page; absent on the last page. Opaque.</param>
public sealed record PanelPage(
    IReadOnlyList<TreatyReference> Treaties,
    PanelInterval Interval,
    DateOnly? From,
    DateOnly To,
    DateTimeOffset KnownAt,
    int Total,
    IReadOnlyList<PanelRow> Items,
    string? Next
);
