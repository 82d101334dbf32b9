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
        if (status.TerminatedOn <= day || participation.Participant.LastDay < day || participation.CeasedOn <= day)
            return [];
        if (participation.Consents.LastOrDefault(c => c.InEffect(day)) is not { } consent)
            return [Consent(status, participation, day)];
        return participation.PendingOn(day) switch
        {
            null => Withdrawal(status, consent, day),
            // Without a clause, no act of the participant alone would change anything (VCLT 56(1)).
            { Outcome: NoticeOutcome.Contested } => [],
            { Event: { Kind: EventKind.Withdrawal } notice } pending when notice.Treaty == status.Treaty.Id =>
            [
                new(
                    EventKind.WithdrawalRevoked,
                    day,
                    "VCLT art. 68",
                    "A revocation of the notice "
                        + $"{(pending.EffectOn is { } effect ? $"before {effect.Iso()}" : "before it takes effect")} would keep it bound."
                ),
            ],
            _ => [],
        };
    }

    static PossibleAct Consent(TreatyStatus status, Participation participation, DateOnly day)
    {
        var (clauses, participant) = (status.Treaty.FinalClauses, participation.Participant);
        var act =
            !participation.HasSigned(day) ? EventKind.Accession
            : participant.IsOrganization ? EventKind.FormalConfirmation
            : EventKind.Ratification;
        DateOnly? effect = status.EntryIntoForce.On is { } inForce ? Days.Later(inForce, EffectOfDeposit(clauses, day, inForce)) : null;
        var conditions =
            clauses.OpenTo.RequiresPartyTo is { } required && status.Parent?.Of(participant.Code)?.IsInForce(effect ?? day) is not true
                ? $" It must be a party to {required} as well."
                : "";
        if (clauses.OpenTo.RequiresMemberFirst && participant.IsOrganization && !participant.Members.Any(m => IsBound(status, m, day)))
            conditions += " One of its members must be bound first.";
        if (clauses.LaterParticipants is { Reason: { } unknown })
            conditions += $" The clause for later participants is not known ({unknown}); the day is assumed.";
        return new(
            act,
            effect,
            clauses.LaterParticipants is { Reason: null } later ? later.Article : "VCLT art. 24(3)",
            $"Consent to be bound deposited on {day.Iso()} would make it a party"
                + (effect is { } on ? $", and the treaty would be in force for it from {on.Iso()}" : "; the treaty itself is not in force")
                + $".{conditions}"
        );
    }

    static DateOnly EffectOfDeposit(FinalClauses clauses, DateOnly day, DateOnly inForce) =>
        clauses.LaterParticipants is { OnlyAfterEntryIntoForce: true } && day <= inForce
            ? inForce
            : clauses.LaterParticipants?.Delay?.After(day) ?? day;

    static bool IsBound(TreatyStatus status, Membership membership, DateOnly day) =>
        membership.On(day) && status.Of(membership.Member)?.ConsentInEffect(day) is not null;

    static EquatableArray<PossibleAct> Withdrawal(TreatyStatus status, ConsentPeriod consent, DateOnly day)
    {
        var (clause, inForce) = (status.Treaty.FinalClauses.Withdrawal, status.EntryIntoForce.On);
        if (!(inForce <= day))
            return [Notice(day, clause is null ? "VCLT art. 56(1)" : clause.Article, $"A notice of withdrawal received on {day.Iso()}")];
        // A treaty without a clause is not open to withdrawal unless that was intended or implied (VCLT 56(1)).
        if (clause is null)
            return [];
        if (status.Fold.NoticePermittedFrom(consent) is { } permitted && day < permitted)
            return
            [
                Notice(
                    clause.EffectOf(permitted, inForce!.Value),
                    clause.Article,
                    $"No notice of withdrawal may be given before {permitted.Iso()}; one received on that day"
                ),
            ];
        return [Notice(clause.EffectOf(day, inForce!.Value), clause.Article, $"A notice of withdrawal received on {day.Iso()}")];

        PossibleAct Notice(DateOnly? effect, string? article, string text) =>
            new(
                EventKind.Withdrawal,
                effect,
                article,
                effect is { } on
                    ? $"{text} would leave it no longer bound from {on.Iso()}."
                    : $"{text} would leave it no longer bound from a day that the record cannot compute: "
                        + $"{clause!.Reason ?? "the clause gives none"}."
            );
    }
}
