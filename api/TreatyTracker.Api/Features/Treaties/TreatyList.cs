namespace TreatyTracker.Api.Features.Treaties;

/// <summary>A list of participants to which a treaty's final clauses refer.</summary>
/// <param name="Treaty">The treaty.</param>
/// <param name="List">The list's name within the treaty.</param>
/// <param name="AsOf">The requested day.</param>
/// <param name="KnownAt">The state of the register used: only what it had recorded by this instant.</param>
/// <param name="LooksAhead">Present and <c>true</c> if <c>asOf</c> is in the future.</param>
/// <param name="Total">The total number of rows on all pages.</param>
/// <param name="TotalWeight">The sum of all weights on the list; absent if it has none.</param>
/// <param name="Record">The coverage of the treaty's record.</param>
/// <param name="Items">The rows, ordered by code.</param>
/// <param name="Next">The <c>cursor</c> of the next page; absent on the last page. Opaque.</param>
public sealed record TreatyList(
    TreatyReference Treaty,
    string List,
    DateOnly AsOf,
    DateTimeOffset KnownAt,
    bool? LooksAhead,
    int Total,
    decimal? TotalWeight,
    RecordCoverage Record,
    IReadOnlyList<ListedParticipant> Items,
    string? Next
);
