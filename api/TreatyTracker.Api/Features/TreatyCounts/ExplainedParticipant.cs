using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>One participant in the explanation of a treaty's counts.</summary>
/// <param name="Participant">The participant.</param>
/// <param name="Standing">Its standing on the requested day.</param>
/// <param name="Reasons">For each requested count, why it includes the participant or does not.</param>
/// <param name="StandingLabel">The label of the standing, in the requested language.</param>
public sealed record ExplainedParticipant(
    ParticipantReference Participant,
    Standing Standing,
    IReadOnlyList<CountReason> Reasons,
    string StandingLabel
);
