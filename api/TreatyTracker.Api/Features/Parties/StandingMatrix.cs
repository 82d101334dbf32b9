using TreatyTracker.Api.OpenApi;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Parties;

/// <summary>The standing of participants under several treaties.</summary>
/// <param name="AsOf">The requested day.</param>
/// <param name="KnownAt">The state of the register used: only what it had recorded by this instant.</param>
/// <param name="LooksAhead">Present and <c>true</c> if <c>asOf</c> is in the future.</param>
/// <param name="Treaties">The treaties, in the order given by <c>treaty</c>, otherwise ordered by id.</param>
/// <param name="StandingLabels">The label of each standing that cells contain, in the requested language.</param>
/// <param name="Total">The total number of rows on all pages.</param>
/// <param name="Items">The rows, ordered by code.</param>
/// <param name="Next">The <c>cursor</c> of the next page; absent on the last page. Opaque.</param>
public sealed record StandingMatrix(
    DateOnly AsOf,
    DateTimeOffset KnownAt,
    bool? LooksAhead,
    IReadOnlyList<MatrixTreaty> Treaties,
    [property: Words(typeof(Standing))] IReadOnlyDictionary<string, string> StandingLabels,
    int Total,
    IReadOnlyList<MatrixRow> Items,
    string? Next
);
