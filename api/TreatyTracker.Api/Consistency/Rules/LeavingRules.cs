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
            rationale: "Only a participant that is bound can leave. The consent is missing, or the participant or the date is wrong.",
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
            Severity.Error,
            finds: "A withdrawal whose stated date of effect is later than the date computed from the clause.",
            rationale: "The clause determines the date. The record may state a later one only if the clause lets the notice name a later "
                + "date.",
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
            Severity.Error,
            finds: "A withdrawal whose stated date of effect is before the end of the notice period.",
            rationale: "The other parties are entitled to the notice period.",
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
            finds: "A withdrawal from a treaty that has no withdrawal clause, without a recorded date of effect.",
            rationale: "Withdrawal from such a treaty is possible only if the parties intended to admit it or if the nature of the treaty "
                + "implies it, and then with twelve months' notice.",
            basis: "VCLT art. 56",
            remedy: "Add the treaty's withdrawal clause, or the date of effect recorded by the depositary.",
            good: """
            events/convention.csv: KEN,accession,1982-03-02
            events/convention.csv: KEN,withdrawal,1990-03-01
            """,
            bad: """
            treaties/convention.json: finalClauses.withdrawal = null
            events/convention.csv: KEN,accession,1982-03-02
            events/convention.csv: KEN,withdrawal,1990-03-01
            """,
            WithoutClause
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
                    .Where(x => x.Notice is not null && x.Act.Date >= x.Effect)
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
                    .Where(x => x.Notice is null)
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
                c.From <= x.Act.Date && (c.Until is null || x.Act.Date < c.Until || c.EndedBy?.Id == x.Act.Id)
            )
        select context.Violation(
            x.Act,
            $"The participant was not bound at the time of {x.Act.ToText()}.",
            "A consent to be bound that is in effect on that day."
        );

    /// <summary>
    /// Withdrawals with a stated date of effect, and the date computed from the clause. Withdrawals without a computed date are omitted.
    /// </summary>
    static IEnumerable<(WithdrawalClause Clause, Treaty Treaty, TreatyEvent Act, DateOnly Expected)> WithStatedEffect(
        CheckContext context
    ) =>
        from x in ActsOfLeaving(context)
        where x.Act is { Kind: EventKind.Withdrawal, EffectiveOn: not null }
        let clause = x.Status.Treaty.FinalClauses.Withdrawal
        let expected = x.Status.WithdrawalByClause(x.Act)
        where clause is not null && expected is not null
        select (clause, x.Status.Treaty, x.Act, expected.Value);

    static IEnumerable<Violation> EffectMismatch(CheckContext context) =>
        from x in WithStatedEffect(context)
        where x.Act.EffectiveOn > x.Expected && !x.Clause.LaterDateAllowed
        select context.Violation(
            x.Act,
            $"The stated date of effect of {x.Act.ToText()} is {x.Act.EffectiveOn!.Value.ToText()}.",
            $"{x.Expected.ToText()}, the date computed from the clause."
        ) with
        {
            LegalBasis = x.Treaty.Article(x.Clause.Article),
        };

    static IEnumerable<Violation> TooEarly(CheckContext context) =>
        from x in WithStatedEffect(context)
        where x.Act.EffectiveOn < x.Expected
        select context.Violation(
            x.Act,
            $"The stated date of effect of {x.Act.ToText()} is {x.Act.EffectiveOn!.Value.ToText()}.",
            $"No date of effect before {x.Expected.ToText()}."
        ) with
        {
            LegalBasis = x.Treaty.Article(x.Clause.Article),
        };

    static IEnumerable<Violation> WithoutClause(CheckContext context) =>
        from x in ActsOfLeaving(context)
        where
            x.Act is { Kind: EventKind.Withdrawal, EffectiveOn: null }
            && x.Status.Treaty.FinalClauses.Withdrawal is not { Computable: true }
        select context.Violation(
            x.Act,
            $"{x.Act.ToText()} has no basis in a clause of the treaty.",
            "A withdrawal clause, or the date of effect recorded by the depositary. Without either, the notice is pending or contested."
        );

    /// <summary>
    /// Revocations, each with the notice that it revokes (the latest since the latest consent, if any) and the date of effect of that
    /// notice.
    /// </summary>
    static IEnumerable<(TreatyEvent Act, TreatyEvent? Notice, DateOnly Effect)> Revocations(CheckContext context)
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
        where act.Date >= x.Status.TerminatedOn
        select context.Violation(
            act,
            $"{act.ToText()} is dated on or after the end of the treaty.",
            $"No event on or after {x.Status.TerminatedOn!.Value.ToText()}."
        ) with
        {
            Events = [x.Status.Terminated!.Id, act.Id],
        };
}
