namespace TreatyTracker.Api.Features.Parties;

/// <summary>Those that could be parties to a treaty and are not.</summary>
/// <param name="Treaty">The treaty.</param>
/// <param name="Among">Among whom one looked.</param>
/// <param name="AsOf">The day.</param>
/// <param name="KnownAt">The instant as of whose knowledge it was computed.</param>
/// <param name="LooksAhead">Present and true when the day is still to come.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Record">How far the treaty's record goes.</param>
/// <param name="Items">The rows, in order of code.</param>
/// <param name="Next">Give it as <c>cursor</c> to get the next page; absent on the last one. Opaque.</param>
/// <param name="ReasonLanguage">The language of each <c>reason</c>: English, whatever language is asked for.</param>
public sealed record NonParties(
    TreatyReference Treaty,
    Among Among,
    DateOnly AsOf,
    DateTimeOffset KnownAt,
    bool? LooksAhead,
    int Total,
    RecordCoverage Record,
    IReadOnlyList<NonParty> Items,
    string? Next,
    string ReasonLanguage
);
