namespace TreatyTracker.Law;

/// <summary>Tells, for one participation, why each named count counts it or does not.</summary>
public static class Explanation
{
    /// <summary>The reasons, one for each named count.</summary>
    /// <param name="status">The treaty's status.</param>
    /// <param name="participation">One of its participations.</param>
    /// <param name="day">The day.</param>
    public static EquatableArray<Reason> Of(TreatyStatus status, Participation participation, DateOnly day)
    {
        var counted = status.ContributionOf(participation, day);
        var bound = OfConsent(status, participation, day);
        var inForce = OfForce(status, participation, day, bound);
        var signed = OfSignature(participation, day);
        var left = counted.FormerParty ? bound : signed;
        return
        [
            bound.For(NamedCount.Parties, counted.Party),
            inForce.For(NamedCount.PartiesInForce, counted.InForce),
            (counted.Party ? inForce : bound).For(NamedCount.ContractingNotInForce, counted.ContractingNotInForce),
            left.For(NamedCount.Signatories, counted.Signatory),
            OfEverSigned(participation, day, signed).For(NamedCount.EverSigned, counted.EverSigned),
            (counted.Signatory ? bound : left).For(NamedCount.SignatoriesNotBound, counted.SignatoryNotBound),
            OfProvisionalApplication(participation, day, inForce).For(NamedCount.ProvisionallyApplying, counted.ProvisionallyApplying),
            OfFormerParty(participation, day, bound).For(NamedCount.FormerParties, counted.FormerParty),
            (
                !counted.Party ? bound
                : counted.ForEntryIntoForce ? OfConditions(status, participation, day, bound)
                : OfThreshold(status, participation, day, bound)
            ).For(NamedCount.CountedForEntryIntoForce, counted.ForEntryIntoForce),
        ];
    }

    /// <summary>Why the treaty is, or is not, in force for a participant.</summary>
    internal static Reason OfForce(TreatyStatus status, Participation participation, DateOnly day) =>
        OfForce(status, participation, day, OfConsent(status, participation, day))
            .For(NamedCount.PartiesInForce, participation.IsInForce(day));

    sealed record LegalBasis(ReasonRule Rule, Sentence Text, string? Article, EquatableArray<TreatyEvent> Events)
    {
        public Reason For(NamedCount count, bool counted) => new(count, counted, Rule, Text, Article, Events);
    }

    static LegalBasis OfConsent(TreatyStatus status, Participation participation, DateOnly day)
    {
        if (participation.ConsentInEffect(day) is { } consent)
        {
            if (consent.EndedBy is { } end && end.Date <= day)
                return new(
                    ReasonRule.ConsentInBeing,
                    Sentence.Of(Wording.ConsentEnding, Of(consent), ("end", Pending(status, end, consent.Until!.Value))),
                    "VCLT art. 2(1)(f)",
                    [consent.Consent, end]
                );
            // A notice that ends nothing is told, so that nobody takes it for overlooked.
            var (notice, article) = NoticeWithoutEffect(status, participation, consent, day);
            return notice is null
                ? new(ReasonRule.ConsentInBeing, Sentence.Of(Wording.ConsentInBeing, Of(consent)), "VCLT art. 2(1)(f)", [consent.Consent])
                : new(
                    ReasonRule.ConsentInBeing,
                    Sentence.Of(
                        Wording.ConsentWithNotice,
                        Of(consent),
                        ("when", Sentence.When(notice.Event)),
                        ("why", WhyWithoutEffect(status, notice))
                    ),
                    article,
                    [consent.Consent, notice.Event]
                );
        }
        if (participation.Consents.LastOrDefault(c => c.Until <= day) is { } ended)
            return OfEnd(status, ended);
        return participation.Consents is [var later, ..]
            ? new(ReasonRule.NotYetDeposited, Sentence.Of(Wording.ConsentDepositedLater, Of(later)), null, [later.Consent])
            : new(ReasonRule.NoConsent, Sentence.Of(Wording.NoConsent), null, []);
    }

    static (Notice? Notice, string? Article) NoticeWithoutEffect(
        TreatyStatus status,
        Participation participation,
        ConsentPeriod consent,
        DateOnly day
    )
    {
        var notice = participation.Notices.LastOrDefault(n =>
            n.Outcome is NoticeOutcome.Contested or NoticeOutcome.EffectNotKnown or NoticeOutcome.TooEarly
            && consent.From <= n.Event.Date
            && n.Event.Date <= day
        );
        return (notice, status.Treaty.FinalClauses.Withdrawal is { } clause ? clause.Article : "VCLT art. 56(1)");
    }

    static Sentence WhyWithoutEffect(TreatyStatus status, Notice notice) =>
        notice.Outcome switch
        {
            NoticeOutcome.Contested => Sentence.Of(Wording.NoticeContested),
            NoticeOutcome.TooEarly => Sentence.Of(Wording.NoticeTooEarly),
            _ => status.Treaty.FinalClauses.Withdrawal!.Reason is { } reason
                ? Sentence.Of(Wording.NoticeEffectNotKnown, ("reason", reason))
                : Sentence.Of(Wording.NoticeEffectNotGiven),
        };

    static LegalBasis OfEnd(TreatyStatus status, ConsentPeriod ended)
    {
        var (end, from, clauses) = (ended.EndedBy!, ("day", (object?)ended.Until!.Value), status.Treaty.FinalClauses);
        EquatableArray<TreatyEvent> events = [ended.Consent, end];
        return end.Kind switch
        {
            EventKind.ConsentWithdrawn => new(
                ReasonRule.ConsentTakenBack,
                Sentence.Of(Wording.ConsentTakenBack, Of(ended), from),
                null,
                events
            ),
            EventKind.Terminated when status.Fold.FellBelow => new(
                ReasonRule.TreatyTerminated,
                Sentence.Of(Wording.TreatyFellBelow, Of(ended), from, ("number", clauses.EndsBelow)),
                clauses.EndsBelowArticle,
                events
            ),
            EventKind.Terminated => new(
                ReasonRule.TreatyTerminated,
                Sentence.Of(Wording.TreatyEnded, Of(ended), from),
                "VCLT art. 70(1)",
                events
            ),
            EventKind.Cessation when !IsOwn(status, ended) => new(
                ReasonRule.MembersLeft,
                Sentence.Of(Wording.MembersLeft, Of(ended), from),
                clauses.Withdrawal!.OrganizationsLeaveWithMembersArticle,
                events
            ),
            EventKind.Cessation => new(ReasonRule.Ceased, Sentence.Of(Wording.Ceased, Of(ended), from), null, events),
            _ when end.Treaty != status.Treaty.Id => new(
                ReasonRule.ParentDenounced,
                Sentence.Of(Wording.ParentDenounced, Of(ended), from, ("treaty", end.Treaty), ("when", Sentence.When(end))),
                status.Parent!.Treaty.FinalClauses.Withdrawal!.EntailsProtocolsArticle,
                events
            ),
            _ => new(
                ReasonRule.Withdrawn,
                end.EffectOnly
                    ? Sentence.Of(Wording.WithdrawnOnUnknownDay, Of(ended), from, ("then", WhyThen(status, ended)))
                    : Sentence.Of(Wording.Withdrawn, Of(ended), from, ("when", Sentence.When(end)), ("then", WhyThen(status, ended))),
                clauses.Withdrawal is { } clause ? clause.Article : "VCLT art. 54(b)",
                events
            ),
        };
    }

    /// <summary>How the day of effect of a notice was found, where that is not the clause's plain delay.</summary>
    static Sentence? WhyThen(TreatyStatus status, ConsentPeriod ended)
    {
        var (end, clause) = (ended.EndedBy!, status.Treaty.FinalClauses.Withdrawal);
        return end.EffectiveOn is not null
            ? clause is null
                ? Sentence.Of(Wording.AsDepositaryRecords)
                : null
            : !(status.EntryIntoForce.On <= end.Date)
                ? Sentence.Of(Wording.AtOnce)
                : clause switch
                {
                    { Terms: not null } => Sentence.Of(Wording.AtEndOfTerm),
                    { ReceivedBy: { } by } => Sentence.Of(Wording.FirstDayAfter, ("date", clause.EffectOn ?? "01-01"), ("deadline", by)),
                    _ => null,
                };
    }

    /// <summary>An end already announced and still to come.</summary>
    static Sentence Pending(TreatyStatus status, TreatyEvent end, DateOnly until) =>
        end.Kind switch
        {
            EventKind.ConsentWithdrawn => Sentence.Of(Wording.ConsentEndsTakenBack, ("day", end.Date), ("until", until)),
            EventKind.Terminated => Sentence.Of(Wording.ConsentEndsWithTreaty, ("until", until)),
            EventKind.Cessation => Sentence.Of(Wording.ConsentEndsByLaw, ("until", until)),
            _ when end.Treaty != status.Treaty.Id => Sentence.Of(
                Wording.ConsentEndsWithParent,
                ("treaty", end.Treaty),
                ("when", Sentence.When(end)),
                ("until", until)
            ),
            _ => Sentence.Of(Wording.ConsentEndsByNotice, ("when", Sentence.When(end)), ("until", until)),
        };

    // A cessation that follows from the members carries the id of a member's notice: it is no event of the organization's own.
    static bool IsOwn(TreatyStatus status, ConsentPeriod ended) =>
        status.Of(ended.Consent.Participant)!.Events.Any(e => e.Id == ended.EndedBy!.Id);

    static LegalBasis OfForce(TreatyStatus status, Participation participation, DateOnly day, LegalBasis bound)
    {
        if (participation.Consents.FirstOrDefault(c => c.IsInForce(day)) is { } forced)
        {
            var effect = forced.Effect!;
            return forced.From <= day
                ? new(
                    ReasonRule.InForce,
                    Sentence.Of(
                        Wording.InForce,
                        Of(forced),
                        ("day", effect.On),
                        ("how", How(effect, status)),
                        ("suspended", Suspended(participation, day))
                    ),
                    effect.Article,
                    [forced.Consent]
                )
                : new(
                    ReasonRule.SuccessionInEffect,
                    Sentence.Of(Wording.SuccessionInEffect, Of(forced), ("day", effect.On)),
                    effect.Article,
                    [forced.Consent]
                );
        }
        if (participation.BoundByAmendment.FirstOrDefault(r => r.Contains(day)) is { } amended && amended.From != default)
            return new(
                ReasonRule.BoundByAmendment,
                Sentence.Of(Wording.BoundByAmendment, ("treaty", status.Parent!.Treaty.Id), ("day", amended.From)),
                status.Treaty.FinalClauses.BindsAllPartiesOfArticle,
                bound.Events
            );
        // Only a notice that came in time keeps the amendment from binding it, and the first was in time if any was.
        if (
            status.Treaty.FinalClauses.BindsAllPartiesOf is not null
            && status.IsInForce(day)
            && status.Parent?.Of(participation.Participant.Code)?.IsInForce(day) is true
            && participation.Notices.FirstOrDefault(n => n.Outcome is not NoticeOutcome.Revoked && n.Event.Date <= day) is { } notice
        )
            return new(
                ReasonRule.OptedOut,
                Sentence.Of(Wording.OptedOut, ("day", notice.Event.Date), ("treaty", status.Parent.Treaty.Id)),
                status.Treaty.FinalClauses.BindsAllPartiesOfArticle,
                [notice.Event]
            );
        if (participation.ConsentInEffect(day) is not { } consent)
            return bound;
        EquatableArray<TreatyEvent> events = [consent.Consent];
        if (consent.Effect is not { } own)
            return new(
                ReasonRule.TreatyNotInForce,
                Sentence.Of(Wording.TreatyNotInForce, Of(consent)),
                status.Treaty.FinalClauses.EntryIntoForce.Article,
                events
            );
        return day < own.On
            ? new(
                ReasonRule.NotYetInForce,
                Sentence.Of(
                    consent.Until <= own.On ? Wording.NotInForceBefore : Wording.InForceOnlyFrom,
                    Of(consent),
                    ("day", own.On),
                    ("how", How(own, status))
                ),
                own.Article,
                events
            )
            : new(
                ReasonRule.ParentConditionUnmet,
                Sentence.Of(Wording.ParentNotInForce, Of(consent), ("treaty", status.Treaty.FinalClauses.OpenTo.RequiresPartyTo)),
                status.Treaty.FinalClauses.OpenTo.RequiresPartyToArticle,
                events
            );
    }

    static Sentence? Suspended(Participation participation, DateOnly day) =>
        participation.IsSuspended(day)
            ? Sentence.Of(Wording.OperationSuspended, ("day", participation.Suspensions.Last(r => r.Contains(day)).From))
            : null;

    /// <summary>The conditions towards which an instrument counts, where the clause has more than a plain number of instruments.</summary>
    static LegalBasis OfConditions(TreatyStatus status, Participation participation, DateOnly day, LegalBasis bound) =>
        status.Treaty.FinalClauses.EntryIntoForce.Conditions.Count > 0
            ? bound with
            {
                Text = Sentence.Of(
                    Wording.CountsTowards,
                    ("bound", bound.Text),
                    ("conditions", Of(status.Threshold.ConditionsOf(participation.Participant, day)))
                ),
                Article = status.Treaty.FinalClauses.EntryIntoForce.Article,
            }
            : bound;

    static LegalBasis OfThreshold(TreatyStatus status, Participation participation, DateOnly day, LegalBasis bound)
    {
        var (clauses, rule) = (status.Treaty.FinalClauses, status.Threshold.WhyNot(participation.Participant, day));
        return rule switch
        {
            ReasonRule.OrganizationNotCounted => new(
                rule,
                Sentence.Of(Wording.OrganizationNotCounted),
                clauses.EntryIntoForce.Article,
                bound.Events
            ),
            ReasonRule.ParentConditionUnmet => new(
                rule,
                Sentence.Of(Wording.NotCountedWithoutParent, ("treaty", clauses.OpenTo.RequiresPartyTo)),
                clauses.OpenTo.RequiresPartyToArticle,
                bound.Events
            ),
            _ => new(
                rule,
                Sentence.Of(Wording.CountsTowardsNone, ("conditions", Of(status.Threshold.Conditions))),
                clauses.EntryIntoForce.Article,
                bound.Events
            ),
        };
    }

    static LegalBasis OfProvisionalApplication(Participation participation, DateOnly day, LegalBasis inForce) =>
        participation.ProvisionalApplication.LastOrDefault(r => r.From <= day) is { From: var from, Until: var until } && from != default
            ? participation.AppliesProvisionally(day)
                ? new(
                    ReasonRule.AppliedProvisionally,
                    Sentence.Of(Wording.AppliedProvisionally, ("day", from)),
                    "VCLT art. 25",
                    Acts(participation)
                )
                : until <= day
                    ? new(
                        ReasonRule.NotAppliedProvisionally,
                        Sentence.Of(Wording.ProvisionalApplicationEnded, ("day", until)),
                        "VCLT art. 25(2)",
                        Acts(participation)
                    )
                    : new(
                        ReasonRule.NotAppliedProvisionally,
                        Sentence.Of(Wording.ProvisionalApplicationOver, ("day", from), ("why", inForce.Text)),
                        "VCLT art. 25(1)",
                        Acts(participation)
                    )
            : new(ReasonRule.NotAppliedProvisionally, Sentence.Of(Wording.NoProvisionalApplication), null, []);

    static EquatableArray<TreatyEvent> Acts(Participation participation) =>
        [.. participation.Events.Where(e => e.Kind is EventKind.ProvisionalApplication or EventKind.ProvisionalApplicationEnded)];

    static LegalBasis OfFormerParty(Participation participation, DateOnly day, LegalBasis bound) =>
        participation.ConsentInEffect(day) is null
        && bound.Rule is not (ReasonRule.NoConsent or ReasonRule.NotYetDeposited)
        && !participation.WasInForceBy(day)
            ? bound with
            {
                Rule = ReasonRule.NeverInForce,
                Text = Sentence.Of(Wording.NeverInForce, ("bound", bound.Text)),
            }
            : bound;

    static LegalBasis OfEverSigned(Participation participation, DateOnly day, LegalBasis signed) =>
        participation.Signature is { } signature && signature.Date <= day
            ? new(ReasonRule.Signed, Sentence.Of(Wording.Signed, Of(signature)), null, [signature])
            : signed;

    static LegalBasis OfSignature(Participation participation, DateOnly day) =>
        participation.Signature switch
        {
            null => new(ReasonRule.NotSigned, Sentence.Of(Wording.NotSigned), null, []),
            var s when s.Date <= day && !participation.HasSigned(day) => new(
                ReasonRule.Ceased,
                Sentence.Of(Wording.SignatureCeased, Of(s), ("day", participation.CeasedOn!.Value)),
                null,
                [s, participation.Ceased!]
            ),
            var s when s.Date <= day => new(ReasonRule.Signed, Sentence.Of(Wording.Signed, Of(s)), null, [s]),
            var s => new(ReasonRule.NotYetSigned, Sentence.Of(Wording.SignedLater, Of(s)), null, [s]),
        };

    /// <summary>How the day of effect was found, as the end of a sentence.</summary>
    static Sentence How(Effect effect, TreatyStatus status) =>
        effect.Rule switch
        {
            EffectRule.WithTheTreaty => Sentence.Of(Wording.WithTheTreaty),
            EffectRule.OwnDeposit => status.Treaty.FinalClauses.LaterParticipants is { Delay: { } delay }
                ? After(delay)
                : Sentence.Of(Wording.OwnDeposit),
            EffectRule.NotBeforeTreaty => Sentence.Of(Wording.NotBeforeTreaty),
            EffectRule.BeforeEntryIntoForce => Sentence.Of(Wording.BeforeEntryIntoForce),
            EffectRule.DayOfSuccession => Sentence.Of(Wording.DayOfSuccession),
            EffectRule.SuccessionNotified => Sentence.Of(Wording.SuccessionNotified),
            EffectRule.ClauseNotKnown => Sentence.Of(Wording.ClauseNotKnown),
            EffectRule.StatedNotBeforeTreaty => Sentence.Of(Wording.StatedNotBeforeTreaty),
            _ => Sentence.Of(Wording.Stated),
        };

    static Sentence After(Delay delay) =>
        (Time(delay), delay.ThenFirstOfFollowingMonth) switch
        {
            (null, false) => Sentence.Of(Wording.OwnDeposit),
            (null, true) => Sentence.Of(Wording.FirstOfMonthAfterDeposit),
            ({ } time, false) => Sentence.Of(Wording.AfterOwnDeposit, ("time", time)),
            ({ } time, true) => Sentence.Of(Wording.FirstOfMonthAfterDelay, ("time", time)),
        };

    static Sentence? Time(Delay delay) =>
        (Number(delay.Months, Wording.OneMonth, Wording.ManyMonths), Number(delay.Days, Wording.OneDay, Wording.ManyDays)) switch
        {
            ({ } months, { } days) => Sentence.Of(Wording.MonthsAndDays, ("months", months), ("days", days)),
            var (months, days) => months ?? days,
        };

    static Sentence? Number(int number, Wording one, Wording many) =>
        number switch
        {
            0 => null,
            1 => Sentence.Of(one),
            _ => Sentence.Of(many, ("number", number)),
        };

    static (string Place, object? Value) Of(ConsentPeriod consent) => Of(consent.Consent);

    static (string Place, object? Value) Of(TreatyEvent act) =>
        (
            "act",
            Sentence.Of(
                act.Kind.IsConsent() && act.Kind is not (EventKind.DefinitiveSignature or EventKind.Participation)
                    ? Wording.Deposited
                    : Wording.Made,
                ("kind", act.Kind),
                ("when", Sentence.When(act))
            )
        );

    static EquatableArray<Sentence> Of(IEnumerable<EntryIntoForceCondition> conditions) => [.. conditions.Select(c => c.ToSentence())];
}
