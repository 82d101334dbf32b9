using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency.Rules;

/// <summary>What can be wrong with a day by itself or beside the treaty's clauses.</summary>
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
            finds: "An event dated before the treaty was adopted.",
            rationale: "Nobody can sign or join a text that does not exist yet. Participation that follows from another treaty may bear the day of that other instrument; it is reported as information.",
            ground: "VCLT art. 9, 11",
            remedy: "Correct the event's date, or the treaty's day of adoption.",
            good: "events/convention.csv: FRA,signature,1980-02-04",
            bad: "events/convention.csv: FRA,ratification,1979-03-05",
            BeforeAdoption
        ),
        RuleFactory.Of(
            Group,
            "signature-before-opening",
            Severity.Error,
            finds: "A signature before the treaty was open for it.",
            rationale: "The signature clause says from which day the treaty can be signed.",
            ground: "VCLT art. 10, 11",
            remedy: "Correct the signature's date, or the clause's first day.",
            good: "events/convention.csv: FRA,signature,1980-02-01",
            bad: "events/convention.csv: FRA,signature,1980-01-31",
            BeforeOpening
        ),
        RuleFactory.Of(
            Group,
            "signature-after-closing",
            Severity.Error,
            finds: "A signature after the treaty was closed for it.",
            rationale: "From the day after, a State joins by accession, without signature.",
            ground: "VCLT art. 10, 15",
            remedy: "Correct the signature's date or kind, or the clause's last day.",
            good: "events/convention.csv: FRA,signature,1981-01-30",
            bad: "events/convention.csv: FRA,signature,1981-02-02",
            AfterClosing
        ),
        RuleFactory.Of(
            Group,
            "accession-before-permitted",
            Severity.Error,
            finds: "An accession before the treaty allows it.",
            rationale: "Some treaties open for accession on a day of their own, or only once they are in force.",
            ground: "VCLT art. 15",
            remedy: "Correct the accession's date or kind, or the accession clause.",
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
            rationale: "Signatures, deposits and notices are facts of the past. Only a day of effect may lie ahead.",
            ground: null,
            remedy: "Correct the date; a day of effect belongs in effective_on.",
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
            finds: "A date that programs write when they know none: 0001-01-01, 1900-01-01, 1970-01-01, 9999-12-31.",
            rationale: "Such a date is almost never the day of an act, and every count over time believes it.",
            ground: null,
            remedy: "Find the day; where it is not known, leave effective_on empty, or leave the event out and say so in a note.",
            good: "events/convention.csv: FRA,accession,1981-03-02",
            bad: "events/convention.csv: FRA,accession,1970-01-01",
            Placeholder
        ),
        RuleFactory.Of(
            Group,
            "effect-before-deposit",
            Severity.Error,
            finds: "An act with effect before its own date, other than a succession.",
            rationale: "An act has no effect before it is done. A successor State's notification is the exception: it has effect from independence.",
            ground: "VCLT art. 16, 24(3)",
            remedy: "Correct the date or the day of effect.",
            good: "events/convention.csv: SVN,succession,1992-07-06,1991-06-25",
            bad: "events/convention.csv: KEN,accession,1982-03-02,1982-03-01",
            EffectBeforeDeposit
        ),
        RuleFactory.Of(
            Group,
            "weekend-deposit",
            Severity.Information,
            finds: "A deposit or notice dated on a Saturday or Sunday.",
            rationale: "The depositary's office is closed: the day is often a slip, or that of a ceremony.",
            ground: "VCLT art. 16, 77(1)",
            remedy: "Hold the day against the depositary notification.",
            good: "events/convention.csv: FRA,accession,1981-03-02",
            bad: "events/convention.csv: FRA,accession,1981-03-01",
            Weekend
        ),
    ];

    static IEnumerable<Violation> BeforeAdoption(CheckContext record) =>
        from x in record.Acts()
        where x.Act.Date < x.Treaty.Adopted.On
        select record.Violation(
            x.Act,
            $"{x.Act.ToText()} is earlier than the treaty's adoption.",
            $"Nothing before {x.Treaty.Adopted.On.ToText()}, the day of adoption."
        ) with
        {
            Severity = x.Act.Kind is EventKind.Participation ? Severity.Information : null,
        };

    // A successor State's taking over of its predecessor's signature is no signature at the depositary and keeps to no window.
    static IEnumerable<(SignatureClause Clause, Treaty Treaty, TreatyEvent Act)> Signatures(CheckContext record) =>
        from x in record.Acts()
        where x.Act.Kind is EventKind.Signature or EventKind.DefinitiveSignature && x.Treaty.FinalClauses.Signature is not null
        select (x.Treaty.FinalClauses.Signature!, x.Treaty, x.Act);

    static IEnumerable<Violation> BeforeOpening(CheckContext record) =>
        from x in Signatures(record)
        where x.Act.Date < x.Clause.From
        select record.Violation(
            x.Act,
            $"{x.Act.ToText()} is earlier than the opening for signature.",
            $"No signature before {x.Clause.From!.Value.ToText()}."
        ) with
        {
            LegalBasis = x.Treaty.Article(x.Clause.Article),
        };

    static IEnumerable<Violation> AfterClosing(CheckContext record) =>
        from x in Signatures(record)
        where x.Act.Date > x.Clause.To
        select record.Violation(
            x.Act,
            $"{x.Act.ToText()} is later than the closing for signature.",
            $"No signature after {x.Clause.To!.Value.ToText()}."
        ) with
        {
            LegalBasis = x.Treaty.Article(x.Clause.Article),
        };

    static IEnumerable<Violation> BeforeAccession(CheckContext record)
    {
        foreach (var (treaty, act) in record.Acts())
        {
            if (act.Kind is not EventKind.Accession || treaty.FinalClauses.Accession is not { } clause)
                continue;
            var inForce = clause.OnlyOnceInForce ? record.View.StatusOf(treaty).EntryIntoForce.On : null;
            var expected =
                act.Date < clause.From ? $"No accession before {clause.From.Value.ToText()}."
                : clause.OnlyOnceInForce && (inForce is null || act.Date < inForce)
                    ? $"No accession before the treaty is in force{(inForce is { } on ? $", on {on.ToText()}" : "")}."
                : null;
            if (expected is not null)
                yield return record.Violation(act, $"{act.ToText()} is earlier than the treaty allows.", expected) with
                {
                    LegalBasis = treaty.Article(clause.Article),
                };
        }
    }

    static IEnumerable<Violation> InFuture(CheckContext record) =>
        (
            from x in record.Acts()
            where x.Act.Date > record.AsOf
            select record.Violation(x.Act, $"{x.Act.ToText()} lies ahead.", $"No date after {record.AsOf.ToText()}.")
        ).Concat(
            from count in record.Facts.PublishedCounts
            where count.AsOf > record.AsOf
            select record.Violation(
                count,
                $"A count of {count.AsOf.ToText()} is said to be published, and that day lies ahead.",
                $"No date after {record.AsOf.ToText()}."
            )
        );

    static IEnumerable<Violation> Placeholder(CheckContext record) =>
        (
            from x in record.Acts()
            where s_placeholders.Contains(x.Act.Date) || (x.Act.EffectiveOn is { } effect && s_placeholders.Contains(effect))
            select record.Violation(
                x.Act,
                $"{x.Act.ToText()}{(x.Act.EffectiveOn is { } effect ? $", with effect from {effect.ToText()}," : "")} bears a date that stands for none.",
                "The day of the act, or nothing."
            )
        )
            .Concat(
                from treaty in record.Facts.Treaties
                from member in new (string Name, DateOnly? Day)[]
                {
                    ("adopted.on", treaty.Adopted.On),
                    ("entryIntoForcePublished", treaty.EntryIntoForcePublished),
                    ("completeThrough", treaty.CompleteThrough),
                }
                where member.Day is { } day && s_placeholders.Contains(day)
                select record.Violation(
                    treaty,
                    member.Name,
                    $"{member.Name} is {member.Day!.Value.ToText()}, a date that stands for none.",
                    "The day, or nothing."
                )
            )
            .Concat(
                from count in record.Facts.PublishedCounts
                where s_placeholders.Contains(count.AsOf)
                select record.Violation(
                    count,
                    $"A count of {count.AsOf.ToText()}, a date that stands for none.",
                    "The day of which the source speaks."
                )
            );

    static IEnumerable<Violation> EffectBeforeDeposit(CheckContext record) =>
        from x in record.Acts()
        where x.Act.EffectiveOn < x.Act.Date && x.Act.Kind is not (EventKind.Succession or EventKind.SuccessionToSignature)
        select record.Violation(
            x.Act,
            $"{x.Act.ToText()} has effect from {x.Act.EffectiveOn!.Value.ToText()}, before it was done.",
            $"An effect on or after {x.Act.Date.ToText()}."
        );

    static IEnumerable<Violation> Weekend(CheckContext record) =>
        from x in record.Acts()
        where
            x.Act.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
            && (x.Act.Kind.IsConsent() || x.Act.Kind is EventKind.Withdrawal or EventKind.WithdrawalRevoked)
        select record.Violation(x.Act, $"{x.Act.ToText()} is dated on a {x.Act.Date.DayOfWeek}.", "A working day of the depositary.");
}
