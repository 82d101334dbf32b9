using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency.Rules;

/// <summary>Rules on how a participant leaves and how a treaty ends.</summary>
static class LeavingRules
{
    const string Group = "leaving";

    public static IReadOnlyList<Rule> All { get; } =
    [
        RuleFactory.Of(
            Group,
            "withdrawal-without-consent",
            Severity.Error,
            finds: "A withdrawal, or another act of leaving, by a participant that was not bound.",
            rationale: "Only a participant that is bound can leave. The consent is missing, or the participant or the date is wrong. A "
                + "State that ceased to exist ends its signature, too, and a party to the parent treaty may opt out of an amendment that "
                + "binds all parties.",
            basis: "VCLT art. 54, 56",
            remedy: "Add the consent, or correct the act.",
            good: """
            events/convention.csv: KEN,accession,1982-03-02
            events/convention.csv: KEN,withdrawal,1990-03-01
            """,
            bad: "events/convention.csv: KEN,withdrawal,1990-03-01",
            WithoutConsent
        ),
        RuleFactory.Of(
            Group,
            "withdrawal-effect-mismatch",
            Severity.Warning,
            finds: "A withdrawal whose stated date of effect is later than the date computed from the clause.",
            rationale: "The depositary's date stands. It differs from the clause if the notice named a later date, or if one of the dates "
                + "is wrong. If the clause lets the notice name a later date, there is no finding.",
            basis: "VCLT art. 54(a)",
            remedy: "Correct the date of effect, or leave it empty: the register computes it.",
            good: """
            treaties/convention.json: entryIntoForcePublished = "1982-07-01"
            events/convention.csv: KEN,accession,1982-03-02
            events/convention.csv: KEN,withdrawal,1990-03-01,1991-03-01
            """,
            bad: """
            treaties/convention.json: entryIntoForcePublished = "1982-07-01"
            events/convention.csv: KEN,accession,1982-03-02
            events/convention.csv: KEN,withdrawal,1990-03-01,1991-04-01
            """,
            EffectMismatch
        ),
        RuleFactory.Of(
            Group,
            "withdrawal-too-early",
            Severity.Warning,
            finds: "A withdrawal whose stated date of effect is before the end of the notice period.",
            rationale: "The other parties are entitled to the notice period, but they may agree to a shorter one. The depositary's date "
                + "stands.",
            basis: "VCLT art. 54(a), 56(2)",
            remedy: "Correct the date of effect, or leave it empty: the register computes it.",
            good: """
            treaties/convention.json: entryIntoForcePublished = "1982-07-01"
            events/convention.csv: KEN,accession,1982-03-02
            events/convention.csv: KEN,withdrawal,1990-03-01,1991-03-01
            """,
            bad: """
            treaties/convention.json: entryIntoForcePublished = "1982-07-01"
            events/convention.csv: KEN,accession,1982-03-02
            events/convention.csv: KEN,withdrawal,1990-03-01,1990-09-01
            """,
            TooEarly
        ),
        RuleFactory.Of(
            Group,
            "withdrawal-without-clause",
            Severity.Warning,
            finds: "A withdrawal from a treaty in force that has no withdrawal clause, without a recorded date of effect.",
            rationale: "Withdrawal from such a treaty is possible only if the parties intended to admit it or if the nature of the treaty "
                + "implies it, and then with twelve months' notice. Until then the notice is pending or contested, and the participant "
                + "remains a party. A clause of which the record has only the reason is a clause.",
            basis: "VCLT art. 56",
            remedy: "Add the treaty's withdrawal clause, or the date of effect recorded by the depositary.",
            good: """
            treaties/convention.json: entryIntoForcePublished = "1982-07-01"
            treaties/convention.json: finalClauses.withdrawal = null
            events/convention.csv: KEN,accession,1982-03-02
            events/convention.csv: KEN,withdrawal,1990-03-01,1991-03-01
            """,
            bad: """
            treaties/convention.json: entryIntoForcePublished = "1982-07-01"
            treaties/convention.json: finalClauses.withdrawal = null
            events/convention.csv: KEN,accession,1982-03-02
            events/convention.csv: KEN,withdrawal,1990-03-01
            """,
            WithoutClause
        ),
        RuleFactory.Of(
            Group,
            "withdrawal-within-lock-in",
            Severity.Warning,
            finds: "A notice of withdrawal before the clause permits one.",
            rationale: "Some clauses permit no notice until a time has passed since entry into force. An earlier notice has no effect, "
                + "unless the depositary records one.",
            basis: "VCLT art. 54(a); Paris Agreement art. 28(1) and similar clauses",
            remedy: "Correct the date, or add the date of effect recorded by the depositary.",
            good: """
            treaties/convention.json: entryIntoForcePublished = "1982-07-01"
            treaties/convention.json: finalClauses.withdrawal.notWithin = {"months": 36, "from": "party"}
            events/convention.csv: KEN,accession,1982-03-02
            events/convention.csv: KEN,withdrawal,1985-07-01
            """,
            bad: """
            treaties/convention.json: entryIntoForcePublished = "1982-07-01"
            treaties/convention.json: finalClauses.withdrawal.notWithin = {"months": 36, "from": "party"}
            events/convention.csv: KEN,accession,1982-03-02
            events/convention.csv: KEN,withdrawal,1985-06-28
            """,
            WithinLockIn
        ),
        RuleFactory.Of(
            Group,
            "revocation-after-effect",
            Severity.Error,
            finds: "A notice of withdrawal revoked on or after the date on which it took effect.",
            rationale: "A notice can be revoked only before it takes effect. After that, the participant must join again.",
            basis: "VCLT art. 68",
            remedy: "Correct one of the two dates, or record a new consent.",
            good: """
            treaties/convention.json: entryIntoForcePublished = "1982-07-01"
            events/convention.csv: KEN,accession,1982-03-02
            events/convention.csv: KEN,withdrawal,1990-03-01
            events/convention.csv: KEN,withdrawal-revoked,1990-11-01
            """,
            bad: """
            treaties/convention.json: entryIntoForcePublished = "1982-07-01"
            events/convention.csv: KEN,accession,1982-03-02
            events/convention.csv: KEN,withdrawal,1990-03-01
            events/convention.csv: KEN,withdrawal-revoked,1991-03-01
            """,
            r =>
                Revocations(r)
                    .Where(x => x.Notice is not null && x.Act.DatePeriod.First >= x.Effect)
                    .Select(x =>
                        r.Violation(
                            x.Act,
                            $"{x.Act.ToText()} revokes a notice that took effect on {x.Effect.ToText()}.",
                            $"A revocation before {x.Effect.ToText()}."
                        ) with
                        {
                            Events = [x.Notice!.Id, x.Act.Id],
                        }
                    )
        ),
        RuleFactory.Of(
            Group,
            "revocation-without-notice",
            Severity.Error,
            finds: "A revocation without a notice of withdrawal that it could revoke.",
            rationale: "The notice is missing from the record, or the participant is wrong.",
            basis: "VCLT art. 67, 68",
            remedy: "Add the notice, or correct the act.",
            good: """
            events/convention.csv: KEN,accession,1982-03-02
            events/convention.csv: KEN,withdrawal,1990-03-01
            events/convention.csv: KEN,withdrawal-revoked,1990-11-01
            """,
            bad: """
            events/convention.csv: KEN,accession,1982-03-02
            events/convention.csv: KEN,withdrawal-revoked,1990-11-01
            """,
            r =>
                Revocations(r)
                    .Where(x => x.Notice is null && EntailedNotice(x.Status, x.Act) is null)
                    .Select(x =>
                        r.Violation(
                            x.Act,
                            $"{x.Act.ToText()} has no notice to revoke.",
                            "An earlier notice of withdrawal that was not revoked."
                        )
                    )
        ),
        RuleFactory.Of(
            Group,
            "action-after-termination",
            Severity.Error,
            finds: "An event under a treaty that has ended.",
            rationale: "A treaty that is no longer in force cannot be signed, joined or left.",
            basis: "VCLT art. 54, 59, 70",
            remedy: "Correct the date of the event, or the date on which the treaty ended.",
            good: """
            events/convention.csv: KEN,accession,1982-03-02
            events/convention.csv: ,terminated,1999-12-31
            """,
            bad: """
            events/convention.csv: ,terminated,1999-12-31
            events/convention.csv: KEN,accession,2001-03-02
            """,
            AfterTermination
        ),
    ];

    static IEnumerable<(TreatyStatus Status, Participation Participation, TreatyEvent Act)> ActsOfLeaving(CheckContext context) =>
        from x in context.Participations()
        from act in x.Participation.Events
        where act.Kind.IsLeaving()
        select (x.Status, x.Participation, act);

    static IEnumerable<Violation> WithoutConsent(CheckContext context) =>
        from x in ActsOfLeaving(context)
        where
            !(x.Status.TerminatedOn <= x.Act.Date)
            && !x.Participation.Consents.Any(c =>
                c.EarliestFrom <= x.Act.Date && (c.Until is null || x.Act.DatePeriod.First < c.Until || c.EndedBy?.Id == x.Act.Id)
            )
            && !(x.Act.Kind is EventKind.Cessation && x.Participation.Ceased?.Id == x.Act.Id && x.Participation.Signature is not null)
            && !(x.Act.Kind is EventKind.Withdrawal && x.Status.Treaty.FinalClauses.BindsAllPartiesOf is not null)
        select context.Violation(
            x.Act,
            $"The participant was not bound at the time of {x.Act.ToText()}.",
            "A consent to be bound that is in effect on that day."
        );

    /// <summary>
    /// Withdrawals with a stated date of effect, and the first and last date that the clause allows to compute: one date unless the day of
    /// the notice is known only as a period. Withdrawals without a computed date, or of which only the effect is known, are omitted.
    /// </summary>
    static IEnumerable<(WithdrawalClause Clause, Treaty Treaty, TreatyEvent Act, DateOnly First, DateOnly Last)> WithStatedEffect(
        CheckContext context
    ) =>
        from x in ActsOfLeaving(context)
        where x.Act is { Kind: EventKind.Withdrawal, EffectiveOn: not null, EffectOnly: false }
        let clause = x.Status.Treaty.FinalClauses.Withdrawal
        let first = x.Status.WithdrawalByClause(x.Act with { Date = x.Act.DatePeriod.First, Earliest = null })
        let last = x.Status.WithdrawalByClause(x.Act)
        where clause is not null && first is not null && last is not null
        select (clause, x.Status.Treaty, x.Act, first.Value, last.Value);

    static IEnumerable<Violation> EffectMismatch(CheckContext context) =>
        from x in WithStatedEffect(context)
        where x.Act.EffectiveOn > x.Last && !x.Clause.LaterDateAllowed
        select context.Violation(
            x.Act,
            $"The stated date of effect of {x.Act.ToText()} is {x.Act.EffectiveOn!.Value.ToText()}.",
            $"{x.Last.ToText()}, the date computed from the clause.",
            x.Treaty.Article(x.Clause.Article)
        );

    static IEnumerable<Violation> TooEarly(CheckContext context) =>
        from x in WithStatedEffect(context)
        where x.Act.EffectiveOn < x.First
        select context.Violation(
            x.Act,
            $"The stated date of effect of {x.Act.ToText()} is {x.Act.EffectiveOn!.Value.ToText()}.",
            $"No date of effect before {x.First.ToText()}.",
            x.Treaty.Article(x.Clause.Article)
        );

    static IEnumerable<Violation> WithoutClause(CheckContext context) =>
        from x in context.Participations()
        from notice in x.Participation.Notices
        where notice.Outcome is NoticeOutcome.Contested
        select context.Violation(
            notice.Event,
            $"{notice.Event.ToText()} has no basis in a clause of the treaty.",
            "A withdrawal clause, or the date of effect recorded by the depositary. Without either, the notice is pending or contested."
        );

    static IEnumerable<Violation> WithinLockIn(CheckContext context) =>
        from x in ActsOfLeaving(context)
        where x.Act is { Kind: EventKind.Withdrawal, EffectOnly: false }
        let consent = x.Participation.Consents.LastOrDefault(c => c.From <= x.Act.Date)
        where consent is not null && x.Status.EntryIntoForce.On <= x.Act.Date
        let permitted = x.Status.NoticePermittedFrom(consent)
        where x.Act.Date < permitted
        select context.Violation(
            x.Act,
            $"{x.Act.ToText()} comes before the clause permits a notice"
                + $"{(x.Act.EffectiveOn is { } effect ? $", but takes effect on {effect.ToText()}" : " and has no effect")}.",
            $"No notice before {permitted.Value.ToText()}.",
            x.Status.Treaty.Article(x.Status.Treaty.FinalClauses.Withdrawal!.Article)
        );

    // The revocation of a notice under the parent treaty may be recorded under the protocol that the notice entails.
    static TreatyEvent? EntailedNotice(TreatyStatus status, TreatyEvent revocation) =>
        status.Parent is { Treaty.FinalClauses.Withdrawal.EntailsProtocols: true } parent
            ? parent.Of(revocation.Participant)?.Notices.LastOrDefault(n => n.Event.DatePeriod.First <= revocation.Date)?.Event
            : null;

    /// <summary>
    /// Revocations, each with the notice that it revokes (the latest since the latest consent, if any) and the date of effect of that
    /// notice.
    /// </summary>
    static IEnumerable<(TreatyStatus Status, TreatyEvent Act, TreatyEvent? Notice, DateOnly Effect)> Revocations(CheckContext context)
    {
        foreach (var (status, participation) in context.Participations())
        {
            TreatyEvent? notice = null;
            foreach (var act in participation.Events)
                if (act.Kind is EventKind.Withdrawal)
                    notice = act;
                else if (act.Kind.IsConsent())
                    notice = null;
                else if (act.Kind is EventKind.WithdrawalRevoked)
                {
                    yield return (
                        status,
                        act,
                        notice,
                        notice is null
                            ? default
                            : status.Treaty.FinalClauses.EffectOf(notice, status.EntryIntoForce.On) ?? DateOnly.MaxValue
                    );
                    notice = null;
                }
        }
    }

    static IEnumerable<Violation> AfterTermination(CheckContext context) =>
        from x in context.Participations()
        where x.Status.TerminatedOn is not null
        from act in x.Participation.Events
        where act.DatePeriod.First >= x.Status.TerminatedOn
        select context.Violation(
            act,
            $"{act.ToText()} is dated on or after the end of the treaty.",
            $"No event on or after {x.Status.TerminatedOn!.Value.ToText()}."
        ) with
        {
            Events = [x.Status.Terminated!.Id, act.Id],
        };
}
