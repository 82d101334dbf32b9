using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Treaties;

/// <summary>A treaty's entry into force, and what is still wanting for it on a day.</summary>
/// <param name="Treaty">The treaty.</param>
/// <param name="AsOf">The day from which one looks ahead: only instruments deposited by then are counted in the outlook.</param>
/// <param name="KnownAt">The instant as of whose knowledge it was computed.</param>
/// <param name="LooksAhead">Present and true when the day is still to come.</param>
/// <param name="InForce">Whether the treaty is in force on the day.</param>
/// <param name="EntryIntoForce">Entry into force as published and as computed from all that is known.</param>
/// <param name="Clause">The clause.</param>
/// <param name="Outlook">What is wanting on the day, and when the treaty would enter into force if it were deposited.</param>
/// <param name="Record">How far the record goes.</param>
public sealed record EntryIntoForceAnswer(
    TreatyReference Treaty,
    DateOnly AsOf,
    DateTimeOffset KnownAt,
    bool? LooksAhead,
    bool InForce,
    TreatyEntryIntoForce EntryIntoForce,
    EntryIntoForceClause Clause,
    EntryIntoForceOutlookAnswer Outlook,
    RecordCoverage Record
);
