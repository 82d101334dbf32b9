using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>A change for one participant within the requested period.</summary>
/// <param name="Participant">The participant.</param>
/// <param name="On">The date of signature, deposit or entry into force, or the first day on which the participant is no longer
/// bound.</param>
/// <param name="Kind">The kind of the event that caused the change.</param>
/// <param name="Event">The id of that event.</param>
/// <param name="Verification">How well the date of that event is confirmed.</param>
/// <param name="KindLabel">The label of the kind, in the requested language.</param>
public sealed record Change(
    ParticipantReference Participant,
    DateOnly On,
    EventKind Kind,
    string Event,
    Verification Verification,
    string KindLabel
);
