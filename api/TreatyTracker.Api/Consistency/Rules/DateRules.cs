using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency.Rules;

/// <summary>Rules on dates, alone and compared with the treaty's clauses.</summary>
static class DateRules
{
    const string Group = "dates";

    static readonly HashSet<DateOnly> s_placeholders = [DateOnly.MinValue, new(1900, 1, 1), new(1970, 1, 1), DateOnly.MaxValue];

    public static IReadOnlyList<Rule> All { get; } =
    [
        RuleFactory.Of(
            Group,
            "action-before-adoption",
            Severity.Error,
            finds: "An event dated before the adoption of the treaty.",
            rationale: "A text that does not exist yet cannot be signed or joined. Participation that follows from another treaty may "
                + "have the date of that treaty's instrument; the finding is then informational.",
            basis: "VCLT art. 9, 11",
            remedy: "Correct the date of the event, or the treaty's date of adoption.",
            good: "events/convention.csv: FRA,signature,1980-02-04",
            bad: "events/convention.csv: FRA,ratification,1979-03-05",
            BeforeAdoption
        ),
        RuleFactory.Of(
            Group,
            "signature-before-opening",
            Severity.Error,
            finds: "A signature before the treaty was open for signature.",
            rationale: "The signature clause states the first day on which the treaty can be signed.",
            basis: "VCLT art. 10, 11",
            remedy: "Correct the date of the signature, or the first day in the clause.",
            good: "events/convention.csv: FRA,signature,1980-02-01",
            bad: "events/convention.csv: FRA,signature,1980-01-31",
            BeforeOpening
        ),
        RuleFactory.Of(
            Group,
            "signature-after-closing",
            Severity.Error,
            finds: "A signature after the treaty was closed for signature.",
            rationale: "After the last day for signature, a State joins by accession, without signing.",
            basis: "VCLT art. 10, 15",
            remedy: "Correct the date or kind of the act, or the last day in the clause.",
            good: "events/convention.csv: FRA,signature,1981-01-30",
            bad: "events/convention.csv: FRA,signature,1981-02-02",
            AfterClosing
        ),
        RuleFactory.Of(
            Group,
            "accession-before-permitted",
            Severity.Error,
            finds: "An accession before the treaty allows it.",
            rationale: "Some treaties open for accession on a certain day, or only once they are in force.",
            basis: "VCLT art. 15",
            remedy: "Correct the date or kind of the act, or the accession clause.",
            good: """
            treaties/convention.json: finalClauses.accession = {"article": "art. 9", "from": "1981-02-01"}
            events/convention.csv: KEN,accession,1981-02-02
            """,
            bad: """
            treaties/convention.json: finalClauses.accession = {"article": "art. 9", "from": "1981-02-01"}
            events/convention.csv: KEN,accession,1981-01-15
            """,
            BeforeAccession
        ),
        RuleFactory.Of(
            Group,
            "date-in-future",
            Severity.Error,
            finds: "An event or a published count dated after the day of the check.",
            rationale: "Signatures, deposits and notices are facts of the past. Only a date of effect may be in the future. Of a day known "
                + "only as a period, the first day counts.",
            basis: null,
            remedy: "Correct the date. A date of effect belongs in effective_on.",
            good: """
            events/convention.csv: FRA,accession,1981-03-02
            events/convention.csv: FRA,withdrawal,2019-12-02,2020-12-02
            """,
            bad: "events/convention.csv: FRA,accession,2020-01-02",
            InFuture
        ),
        RuleFactory.Of(
            Group,
            "placeholder-date",
            Severity.Error,
            finds: "A date that programs use as a placeholder: 0001-01-01, 1900-01-01, 1970-01-01, 9999-12-31.",
            rationale: "Such a date is almost never the real date of an act, but it changes every count over time.",
            basis: null,
            remedy: "Find the real date. If it is not known, leave effective_on empty, or omit the event and say so in a note.",
            good: "events/convention.csv: FRA,accession,1981-03-02",
            bad: "events/convention.csv: FRA,accession,1970-01-01",
            Placeholder
        ),
        RuleFactory.Of(
            Group,
            "effect-before-deposit",
            Severity.Error,
            finds: "An act other than a succession that takes effect before its own date.",
            rationale: "An act has no effect before it happens. The exception is a successor State's notification, which takes effect "
                + "from independence.",
            basis: "VCLT art. 16, 24(3)",
            remedy: "Correct the date or the date of effect.",
            good: "events/convention.csv: SVN,succession,1992-07-06,1991-06-25",
            bad: "events/convention.csv: KEN,accession,1982-03-02,1982-03-01",
            EffectBeforeDeposit
        ),
        RuleFactory.Of(
            Group,
            "weekend-deposit",
            Severity.Information,
            finds: "A deposit or notice dated on a Saturday or Sunday.",
            rationale: "The depositary's office is closed on weekends. The date is often a mistake, or the date of a ceremony.",
            basis: "VCLT art. 16, 77(1)",
            remedy: "Compare the date with the depositary notification.",
            good: "events/convention.csv: FRA,accession,1981-03-02",
            bad: "events/convention.csv: FRA,accession,1981-03-01",
            Weekend
        ),
    ];

    static IEnumerable<Violation> BeforeAdoption(CheckContext context) =>
        from x in context.Acts()
        where x.Act.Date < x.Treaty.Adopted.On
        select context.Violation(
            x.Act,
            $"{x.Act.ToText()} is dated before the adoption of the treaty.",
            $"No event before {x.Treaty.Adopted.On.ToText()}, the date of adoption."
        ) with
        {
            Severity = x.Act.Kind is EventKind.Participation ? Severity.Information : null,
        };

    // A succession to a predecessor's signature is not a signature at the depositary, so the signature period does not apply to it.
    static IEnumerable<(SignatureClause Clause, Treaty Treaty, TreatyEvent Act)> Signatures(CheckContext context) =>
        from x in context.Acts()
        where x.Act.Kind is EventKind.Signature or EventKind.DefinitiveSignature && x.Treaty.FinalClauses.Signature is not null
        select (x.Treaty.FinalClauses.Signature!, x.Treaty, x.Act);

    static IEnumerable<Violation> BeforeOpening(CheckContext context) =>
        from x in Signatures(context)
        where x.Act.Date < x.Clause.From
        select context.Violation(
            x.Act,
            $"{x.Act.ToText()} is dated before the treaty opened for signature.",
            $"No signature before {x.Clause.From!.Value.ToText()}.",
            x.Treaty.Article(x.Clause.Article)
        );

    static IEnumerable<Violation> AfterClosing(CheckContext context) =>
        from x in Signatures(context)
        where x.Act.DatePeriod.First > x.Clause.To
        select context.Violation(
            x.Act,
            $"{x.Act.ToText()} is dated after the treaty closed for signature.",
            $"No signature after {x.Clause.To!.Value.ToText()}.",
            x.Treaty.Article(x.Clause.Article)
        );

    static IEnumerable<Violation> BeforeAccession(CheckContext context)
    {
        foreach (var (treaty, act) in context.Acts())
        {
            if (act.Kind is not EventKind.Accession || treaty.FinalClauses.Accession is not { } clause)
                continue;
            var entry = context.View.StatusOf(treaty).EntryIntoForce;
            var inForce = clause.OnlyOnceInForce ? entry.On : null;
            // Where the day of entry into force can be neither computed nor looked up, it contradicts no accession.
            var expected =
                act.Date < clause.From ? $"No accession before {clause.From.Value.ToText()}."
                : clause.OnlyOnceInForce && (inForce is null ? entry.NotComputable is null : act.Date < inForce)
                    ? $"No accession before the treaty enters into force{(inForce is { } on ? $", on {on.ToText()}" : "")}."
                : null;
            if (expected is not null)
                yield return context.Violation(
                    act,
                    $"{act.ToText()} is dated before the treaty allows accession.",
                    expected,
                    treaty.Article(clause.Article)
                );
        }
    }

    static IEnumerable<Violation> InFuture(CheckContext context) =>
        (
            from x in context.Acts()
            where x.Act.DatePeriod.First > context.AsOf && !x.Act.EffectOnly
            select context.Violation(x.Act, $"{x.Act.ToText()} is in the future.", $"No date after {context.AsOf.ToText()}.")
        ).Concat(
            from count in context.Facts.PublishedCounts
            where count.AsOf > context.AsOf
            select context.Violation(
                count,
                $"A count is published for {count.AsOf.ToText()}, which is in the future.",
                $"No date after {context.AsOf.ToText()}."
            )
        );

    static IEnumerable<Violation> Placeholder(CheckContext context) =>
        (
            from x in context.Acts()
            where s_placeholders.Contains(x.Act.Date) || (x.Act.EffectiveOn is { } effect && s_placeholders.Contains(effect))
            select context.Violation(
                x.Act,
                $"{x.Act.ToText()}{(x.Act.EffectiveOn is { } effect ? $", with effect from {effect.ToText()}," : "")} has a placeholder "
                    + "date.",
                "The real date of the act, or no date."
            )
        )
            .Concat(
                from treaty in context.Facts.Treaties
                from member in new (string Name, DateOnly? Day)[]
                {
                    ("adopted.on", treaty.Adopted.On),
                    ("entryIntoForcePublished", treaty.EntryIntoForcePublished),
                    ("completeThrough", treaty.CompleteThrough),
                }
                where member.Day is { } day && s_placeholders.Contains(day)
                select context.Violation(
                    treaty,
                    member.Name,
                    $"{member.Name} is {member.Day!.Value.ToText()}, a placeholder date.",
                    "The real date, or no date."
                )
            )
            .Concat(
                from count in context.Facts.PublishedCounts
                where s_placeholders.Contains(count.AsOf)
                select context.Violation(
                    count,
                    $"A published count is dated {count.AsOf.ToText()}, a placeholder date.",
                    "The day that the source states."
                )
            );

    static IEnumerable<Violation> EffectBeforeDeposit(CheckContext context) =>
        from x in context.Acts()
        where x.Act.EffectiveOn < x.Act.DatePeriod.First && x.Act.Kind is not (EventKind.Succession or EventKind.SuccessionToSignature)
        select context.Violation(
            x.Act,
            $"{x.Act.ToText()} takes effect on {x.Act.EffectiveOn!.Value.ToText()}, before the act itself.",
            $"A date of effect on or after {x.Act.Date.ToText()}."
        );

    static IEnumerable<Violation> Weekend(CheckContext context) =>
        from x in context.Acts()
        where
            x.Act.DateKnown is DateKnown.Day
            && x.Act.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
            && (x.Act.Kind.IsConsent() || x.Act.Kind is EventKind.Withdrawal or EventKind.WithdrawalRevoked)
        select context.Violation(x.Act, $"{x.Act.ToText()} is dated on a {x.Act.Date.DayOfWeek}.", "A working day of the depositary.");
}
