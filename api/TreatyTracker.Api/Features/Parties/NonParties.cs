namespace TreatyTracker.Api.Features.Parties;

/// <summary>Participants that could be parties to a treaty but are not.</summary>
/// <param name="Treaty">The treaty.</param>
/// <param name="Among">The participants among which non-parties were searched.</param>
/// <param name="AsOf">The requested day.</param>
/// <param name="KnownAt">The state of the register used: only what it had recorded by this instant.</param>
/// <param name="LooksAhead">Present and <c>true</c> if <c>asOf</c> is in the future.</param>
/// <param name="Total">The total number of rows on all pages.</param>
/// <param name="Record">The coverage of the treaty's record.</param>
/// <param name="Items">The rows, ordered by code.</param>
/// <param name="Next">The <c>cursor</c> of the next page; absent on the last page. Opaque.</param>
/// <param name="ReasonLanguage">The language of each <c>reason</c>: the requested one. Texts of the record in it stay as recorded.</param>
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
