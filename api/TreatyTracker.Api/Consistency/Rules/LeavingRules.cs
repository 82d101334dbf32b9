using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency.Rules;

/// <summary>What can be wrong in the way a participant leaves, or a treaty ends.</summary>
static class LeavingRules
{
    const string Group = "leaving";

    public static IReadOnlyList<Rule> All { get; } =
    [
        RuleFactory.Of(
            Group,
            "withdrawal-without-consent",
            Severity.Error,
            finds: "A withdrawal, or another way of leaving, by a participant that was not bound.",
            rationale: "One cannot leave what one had not joined: the consent is missing, or the participant or date is wrong.",
            ground: "VCLT art. 54, 56",
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
            finds: "A withdrawal whose stated day of effect is later than the one that the clause gives.",
            rationale: "The clause fixes the day; only where it lets the notice name a later one may the record state another.",
            ground: "VCLT art. 54(a)",
            remedy: "Correct the day of effect, or leave it empty: the register computes it.",
            good: """
            events/convention.csv: KEN,accession,1982-03-02
            events/convention.csv: KEN,withdrawal,1990-03-01,1991-03-01
            """,
            bad: """
            events/convention.csv: KEN,accession,1982-03-02
            events/convention.csv: KEN,withdrawal,1990-03-01,1991-04-01
            """,
            EffectMismatch
        ),
        RuleFactory.Of(
            Group,
            "withdrawal-too-early",
            Severity.Error,
            finds: "A withdrawal whose stated day of effect comes before the clause's time has run.",
            rationale: "The other parties are entitled to the notice. Without a clause they have twelve months.",
            ground: "VCLT art. 54(a), 56(2)",
            remedy: "Correct the day of effect, or leave it empty: the register computes it.",
            good: """
            events/convention.csv: KEN,accession,1982-03-02
            events/convention.csv: KEN,withdrawal,1990-03-01,1991-03-01
            """,
            bad: """
            events/convention.csv: KEN,accession,1982-03-02
            events/convention.csv: KEN,withdrawal,1990-03-01,1990-09-01
            """,
            TooEarly
        ),
        RuleFactory.Of(
            Group,
            "withdrawal-without-clause",
            Severity.Warning,
            finds: "A withdrawal from a treaty that has no clause on it.",
            rationale: "Such a treaty can only be left where the parties meant it so, or its nature implies it, and then with twelve months' notice.",
            ground: "VCLT art. 56",
            remedy: "Add the treaty's withdrawal clause, or a note that says on what the withdrawal rests.",
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
            finds: "A notice of withdrawal taken back on or after the day on which it took effect.",
            rationale: "A notice can be revoked only before it takes effect; after that the participant must join anew.",
            ground: "VCLT art. 68",
            remedy: "Correct one of the two dates, or record a new consent.",
            good: """
            events/convention.csv: KEN,accession,1982-03-02
            events/convention.csv: KEN,withdrawal,1990-03-01
            events/convention.csv: KEN,withdrawal-revoked,1990-11-01
            """,
            bad: """
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
                            $"{x.Act.ToText()} takes back a notice that had effect from {x.Effect.ToText()}.",
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
            finds: "A revocation without a notice of withdrawal that it could take back.",
            rationale: "The notice is missing from the record, or the participant is wrong.",
            ground: "VCLT art. 67, 68",
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
                        r.Violation(x.Act, $"{x.Act.ToText()} takes back nothing.", "A notice of withdrawal before it, not yet revoked.")
                    )
        ),
        RuleFactory.Of(
            Group,
            "action-after-termination",
            Severity.Error,
            finds: "An event under a treaty that has ended.",
            rationale: "Nobody signs, joins or leaves a treaty that is no longer in force.",
            ground: "VCLT art. 54, 59, 70",
            remedy: "Correct the event's date, or the day on which the treaty ended.",
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

    static IEnumerable<(TreatyStatus Status, Participation Participation, TreatyEvent Act)> Leavings(CheckContext record) =>
        from x in record.Participations()
        from act in x.Participation.Events
        where act.Kind.IsLeaving()
        select (x.Status, x.Participation, act);

    static IEnumerable<Violation> WithoutConsent(CheckContext record) =>
        from x in Leavings(record)
        where
            !(x.Status.TerminatedOn <= x.Act.Date)
            && !x.Participation.Consents.Any(c =>
                c.From <= x.Act.Date && (c.Until is null || x.Act.Date < c.Until || c.EndedBy?.Id == x.Act.Id)
            )
        select record.Violation(
            x.Act,
            $"{x.Act.ToText()} is that of a participant which was not bound.",
            "A consent to be bound, in being on that day."
        );

    /// <summary>
    /// Withdrawals with a stated effect, and the day that the clause gives; none where it gives no day.
    /// </summary>
    static IEnumerable<(WithdrawalClause Clause, Treaty Treaty, TreatyEvent Act, DateOnly Expected)> Stated(CheckContext record) =>
        from x in Leavings(record)
        where x.Act is { Kind: EventKind.Withdrawal, EffectiveOn: not null }
        let clause = x.Status.Treaty.FinalClauses.Withdrawal
        let expected = x.Status.WithdrawalByClause(x.Act)
        where clause is not null && expected is not null
        select (clause, x.Status.Treaty, x.Act, expected.Value);

    static IEnumerable<Violation> EffectMismatch(CheckContext record) =>
        from x in Stated(record)
        where x.Act.EffectiveOn > x.Expected && !x.Clause.LaterDateAllowed
        select record.Violation(
            x.Act,
            $"{x.Act.ToText()} is said to have effect from {x.Act.EffectiveOn!.Value.ToText()}.",
            $"{x.Expected.ToText()}, which the clause gives."
        ) with
        {
            LegalBasis = x.Treaty.Article(x.Clause.Article),
        };

    static IEnumerable<Violation> TooEarly(CheckContext record) =>
        from x in Stated(record)
        where x.Act.EffectiveOn < x.Expected
        select record.Violation(
            x.Act,
            $"{x.Act.ToText()} is said to have effect from {x.Act.EffectiveOn!.Value.ToText()}.",
            $"No effect before {x.Expected.ToText()}."
        ) with
        {
            LegalBasis = x.Treaty.Article(x.Clause.Article),
        };

    static IEnumerable<Violation> WithoutClause(CheckContext record) =>
        from x in Leavings(record)
        where x.Act is { Kind: EventKind.Withdrawal, EffectiveOn: null } && x.Status.Treaty.FinalClauses.Withdrawal is null
        select record.Violation(
            x.Act,
            $"{x.Act.ToText()} rests on no clause of the treaty.",
            "A withdrawal clause, or the effect that the depositary records; without either the notice is pending or contested."
        );

    /// <summary>
    /// Revocations, each with the notice that it could take back (the last since the last consent) and the day of that notice's effect.
    /// </summary>
    static IEnumerable<(TreatyEvent Act, TreatyEvent? Notice, DateOnly Effect)> Revocations(CheckContext record)
    {
        foreach (var (status, participation) in record.Participations())
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

    static IEnumerable<Violation> AfterTermination(CheckContext record) =>
        from x in record.Participations()
        where x.Status.TerminatedOn is not null
        from act in x.Participation.Events
        where act.Date >= x.Status.TerminatedOn
        select record.Violation(
            act,
            $"{act.ToText()} comes after the treaty's end.",
            $"Nothing on or after {x.Status.TerminatedOn!.Value.ToText()}."
        ) with
        {
            Events = [x.Status.Terminated!.Id, act.Id],
        };
}
