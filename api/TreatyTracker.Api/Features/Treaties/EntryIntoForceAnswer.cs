using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Treaties;

/// <summary>A treaty's entry into force, and what is still missing for it on a day.</summary>
/// <param name="Treaty">The treaty.</param>
/// <param name="AsOf">The requested day. The outlook counts only instruments deposited by then.</param>
/// <param name="KnownAt">The state of the register used: only what it had recorded by this instant.</param>
/// <param name="LooksAhead">Present and <c>true</c> if <c>asOf</c> is in the future.</param>
/// <param name="InForce">Whether the treaty is in force on the requested day.</param>
/// <param name="EntryIntoForce">Entry into force as published, and as computed from everything recorded.</param>
/// <param name="Clause">The clause on entry into force.</param>
/// <param name="Outlook">What is missing on the requested day, and when the treaty would enter into force if it were deposited.</param>
/// <param name="Record">The coverage of the record.</param>
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
