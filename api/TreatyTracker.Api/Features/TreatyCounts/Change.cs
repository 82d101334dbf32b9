using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>What a participant did, or what happened to it, within a stretch of days.</summary>
/// <param name="Participant">Who.</param>
/// <param name="On">The day: of signature, deposit, entry into force, or the first day on which it is no longer bound.</param>
/// <param name="Kind">The kind of the event that brought it about.</param>
/// <param name="Event">That event.</param>
/// <param name="Verification">How well its day is known.</param>
/// <param name="KindLabel">What people call that kind, in the language asked for.</param>
public sealed record Change(
    ParticipantReference Participant,
    DateOnly On,
    EventKind Kind,
    string Event,
    Verification Verification,
    string KindLabel
);
