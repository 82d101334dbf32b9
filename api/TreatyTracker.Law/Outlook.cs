using System.Globalization;

namespace TreatyTracker.Law;

/// <summary>An act that would change a participant's standing.</summary>
/// <param name="Act">The act, in the words of the event kinds.</param>
/// <param name="EffectOn">The day on which it would have its effect; <c>null</c> where that cannot be said.</param>
/// <param name="Article">The article.</param>
/// <param name="Text">What would happen, in a sentence.</param>
public sealed record PossibleAct(EventKind Act, DateOnly? EffectOn, string? Article, string Text)
{
    /// <summary>What would change a participation if it were done on a day.</summary>
    public static EquatableArray<PossibleAct> Of(TreatyStatus status, Participation participation, DateOnly day)
    {
        // A treaty that has ended, or a State that has: nothing more can be done.
        if (
            status.TerminatedOn <= day
            || (participation.Participant.Kind is ParticipantKind.FormerState && participation.Participant.UnMemberUntil < day)
        )
            return [];
        // The last: consent given while a withdrawal was pending outlasts the one that ends.
        return participation.Consents.LastOrDefault(c => c.InEffect(day)) switch
        {
            null => [Consent(status, participation, day)],
            { EndedBy: { } end } period when end.Date <= day => end.Kind is EventKind.Withdrawal && end.Treaty == status.Treaty.Id
                ?
                [
                    new(
                        EventKind.WithdrawalRevoked,
                        day,
                        "VCLT art. 68",
                        $"A revocation of the notice before {Day(period.Until!.Value)} would keep it bound."
                    ),
                ]
                : [],
            _ => [Withdrawal(status, day)],
        };
    }

    static PossibleAct Consent(TreatyStatus status, Participation participation, DateOnly day)
    {
        var clauses = status.Treaty.FinalClauses;
        var act =
            !participation.HasSigned(day) ? EventKind.Accession
            : participation.Participant.IsOrganization ? EventKind.FormalConfirmation
            : EventKind.Ratification;
        DateOnly? effect = status.EntryIntoForce.On is { } inForce
            ? Later(inForce, clauses.LaterParticipants?.Delay?.After(day) ?? day)
            : null;
        var condition =
            clauses.OpenTo.RequiresPartyTo is { } required
            && status.Parent?.Of(participation.Participant.Code)?.IsInForce(effect ?? day) is not true
                ? $" It must be a party to {required} as well."
                : "";
        return new(
            act,
            effect,
            clauses.LaterParticipants?.Article ?? "VCLT art. 24(3)",
            $"Consent to be bound deposited on {Day(day)} would make it a party{(effect is { } on ? $", and the treaty would be in force for it from {Day(on)}" : "; the treaty itself is not in force")}.{condition}"
        );
    }

    static PossibleAct Withdrawal(TreatyStatus status, DateOnly day)
    {
        var clause = status.Treaty.FinalClauses.WithdrawalThatHolds();
        var effect = clause.EffectOf(day);
        return new(
            EventKind.Withdrawal,
            effect,
            clause.Article,
            $"A notice of withdrawal received on {Day(day)} would leave it no longer bound from {Day(effect)}."
        );
    }

    static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
