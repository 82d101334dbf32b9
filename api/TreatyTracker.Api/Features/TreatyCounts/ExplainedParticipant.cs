using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>One participant in the explanation of a treaty's counts.</summary>
/// <param name="Participant">Who.</param>
/// <param name="Standing">Its standing on the day.</param>
/// <param name="Reasons">Why each count asked about counts it, or does not.</param>
/// <param name="StandingLabel">What people call that standing, in the language asked for.</param>
public sealed record ExplainedParticipant(
    ParticipantReference Participant,
    Standing Standing,
    IReadOnlyList<CountReason> Reasons,
    string StandingLabel
);
