namespace TreatyTracker.Api.Features.Parties;

/// <summary>Participants against treaties.</summary>
/// <param name="AsOf">The day.</param>
/// <param name="KnownAt">The instant as of whose knowledge it was computed.</param>
/// <param name="LooksAhead">Present and true when the day is still to come.</param>
/// <param name="Treaties">The treaties, in order of id.</param>
/// <param name="StandingLabels">What people call each standing of the cells, by its word, in the language asked for.</param>
/// <param name="Total">How many rows the whole matrix has.</param>
/// <param name="Items">The rows, in order of code.</param>
/// <param name="Next">Give it as <c>cursor</c> to get the next page; absent on the last one. Opaque.</param>
public sealed record StandingMatrix(
    DateOnly AsOf,
    DateTimeOffset KnownAt,
    bool? LooksAhead,
    IReadOnlyList<MatrixTreaty> Treaties,
    IReadOnlyDictionary<string, string> StandingLabels,
    int Total,
    IReadOnlyList<MatrixRow> Items,
    string? Next
);
