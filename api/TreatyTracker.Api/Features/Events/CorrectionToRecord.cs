using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Events;

/// <summary>
/// What is right about an event: the members that are given replace those of the event as it stands, <c>null</c> removes one, and the
/// others stay. Or <c>retract</c>, where the event did not take place.
/// </summary>
public sealed record CorrectionToRecord : EventValues
{
    /// <summary>
    /// Whether the event is retracted: it did not take place, or was recorded in error. <c>note</c> and <c>sources</c> say why.
    /// </summary>
    public bool? Retract { get; init; }

    /// <summary>The values of an act as it stands.</summary>
    internal static CorrectionToRecord Of(TreatyEvent act) =>
        new()
        {
            Participant = act.Participant.Length == 0 ? null : act.Participant,
            Kind = (act.CorrectedKind ?? act.Kind).WireName(),
            Date = act.EffectOnly ? null : act.DatePeriod.ToString(),
            EffectiveOn = act.EffectiveOn is { } day ? Data.Instant.Text(day) : null,
            Depositary = act.Depositary,
            Counterpart = act.Counterpart,
            OpposesEntryIntoForce = act.OpposesEntryIntoForce,
            Verification = act.Verification.WireName(),
            Sources = [.. act.Sources],
            Note = act.Note,
        };
}
