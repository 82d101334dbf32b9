using TreatyTracker.Api.Features.Parties;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>One participant in the explanation of a treaty's counts.</summary>
/// <param name="Participant">The participant.</param>
/// <param name="Standing">Its standing on the requested day.</param>
/// <param name="Reasons">For each requested count, why it includes the participant or does not.</param>
/// <param name="StandingLabel">The label of the standing, in the requested language.</param>
/// <param name="AppliesProvisionally">Whether it applies the treaty provisionally on the requested day.</param>
/// <param name="Pending">An announced end that has no effect yet on the requested day; absent if none is pending.</param>
public sealed record ExplainedParticipant(
    ParticipantReference Participant,
    Standing Standing,
    IReadOnlyList<CountReason> Reasons,
    string StandingLabel,
    bool AppliesProvisionally,
    PendingEnd? Pending
);
