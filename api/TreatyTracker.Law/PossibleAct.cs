namespace TreatyTracker.Law;

/// <summary>An act that would change a participant's standing.</summary>
/// <param name="Act">The act, in the words of the event kinds.</param>
/// <param name="EffectOn">The day on which it would have its effect; <c>null</c> where that cannot be said.</param>
/// <param name="Article">The article.</param>
/// <param name="Text">What would happen.</param>
public sealed record PossibleAct(EventKind Act, DateOnly? EffectOn, string? Article, Sentence Text)
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
                    pending.EffectOn is { } effect
                        ? Sentence.Of(Wording.RevocationBefore, ("day", effect))
                        : Sentence.Of(Wording.Revocation)
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
        var parent =
            clauses.OpenTo.RequiresPartyTo is { } required && status.Parent?.Of(participant.Code)?.IsInForce(effect ?? day) is not true
                ? Sentence.Of(Wording.MustJoinParent, ("treaty", required))
                : null;
        var member =
            clauses.OpenTo.RequiresMemberFirst && participant.IsOrganization && !participant.Members.Any(m => IsBound(status, m, day))
                ? Sentence.Of(Wording.MemberMustJoin)
                : null;
        var clause = clauses.LaterParticipants is { Reason: { } unknown }
            ? Sentence.Of(Wording.LaterClauseNotKnown, ("reason", unknown))
            : null;
        return new(
            act,
            effect,
            clauses.LaterParticipants is { Reason: null } later ? later.Article : "VCLT art. 24(3)",
            effect is { } on
                ? Sentence.Of(
                    Wording.ConsentWouldBind,
                    ("day", day),
                    ("effect", on),
                    ("parent", parent),
                    ("member", member),
                    ("clause", clause)
                )
                : Sentence.Of(Wording.ConsentWouldMakeParty, ("day", day), ("parent", parent), ("member", member), ("clause", clause))
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
            return [Notice(day, clause is null ? "VCLT art. 56(1)" : clause.Article, Sentence.Of(Wording.NoticeReceived, ("day", day)))];
        // A treaty without a clause is not open to withdrawal unless that was intended or implied (VCLT 56(1)).
        if (clause is null)
            return [];
        if (status.Fold.NoticePermittedFrom(consent) is { } permitted && day < permitted)
            return
            [
                Notice(
                    clause.EffectOf(permitted, inForce!.Value),
                    clause.Article,
                    Sentence.Of(Wording.NoticePermitted, ("day", permitted))
                ),
            ];
        return [Notice(clause.EffectOf(day, inForce!.Value), clause.Article, Sentence.Of(Wording.NoticeReceived, ("day", day)))];

        PossibleAct Notice(DateOnly? effect, string? article, Sentence notice) =>
            new(
                EventKind.Withdrawal,
                effect,
                article,
                effect is { } on ? Sentence.Of(Wording.NoticeWouldEnd, ("notice", notice), ("day", on))
                    : clause!.Reason is { } reason ? Sentence.Of(Wording.NoticeWouldEndUnknown, ("notice", notice), ("reason", reason))
                    : Sentence.Of(Wording.NoticeWouldEndNotGiven, ("notice", notice))
            );
    }
}
