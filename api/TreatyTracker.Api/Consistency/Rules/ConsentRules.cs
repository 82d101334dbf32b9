using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency.Rules;

/// <summary>Rules on how a participant signs and joins.</summary>
static class ConsentRules
{
    const string Group = "consent";

    public static IReadOnlyList<Rule> All { get; } =
    [
        RuleFactory.Of(
            Group,
            "double-consent",
            Severity.Error,
            finds: "A second consent to be bound while an earlier one is still in effect.",
            rationale: "A participant that is bound cannot become bound again. Either one of the two consents is wrong, or a withdrawal "
                + "between them is missing. The register counts only the first. A deposit of the same consent with another depositary is "
                + "no second consent. After a notice of withdrawal whose effect is not known, the finding is a warning: the second consent "
                + "suggests that the notice took effect.",
            basis: "VCLT art. 11, 16",
            remedy: "Correct or remove one of the two consents, or add the act by which the participant left.",
            good: """
            events/convention.csv: KEN,accession,1982-03-02
            events/convention.csv: KEN,withdrawal,1990-03-01
            events/convention.csv: KEN,accession,1995-06-01
            """,
            bad: """
            events/convention.csv: KEN,accession,1982-03-02
            events/convention.csv: KEN,accession,1995-06-01
            """,
            DoubleConsent
        ),
        RuleFactory.Of(
            Group,
            Waiver.OfMovedConsent,
            Severity.Error,
            finds: "A correction that moves a consent to a day after its own entry into force, without an act of leaving between.",
            rationale: "A depositary writes over the row of a State that left and came back. Taken for a correction, the new day "
                + "erases years "
                + "in which the State was bound. The rule looks at the corrections of a register, and at those that an import would make; "
                + "seeds alone have none.",
            basis: "VCLT art. 54, 56",
            remedy: "Record the act by which it left, and the new consent as another row. If the recorded day was wrong, waive the finding "
                + "with the source that shows it.",
            good: """
            treaties/convention.json: entryIntoForcePublished = "1982-07-01"
            events/convention.csv: KEN,accession,1982-03-02
            recorded: c1, corrects convention-KEN-accession-1982-03-02, accession, KEN, 1982-06-30
            """,
            bad: """
            treaties/convention.json: entryIntoForcePublished = "1982-07-01"
            events/convention.csv: KEN,accession,1982-03-02
            recorded: c1, corrects convention-KEN-accession-1982-03-02, accession, KEN, 1995-06-01
            """,
            MovedPastEffect
        ),
        RuleFactory.Of(
            Group,
            "ratification-without-signature",
            Severity.Warning,
            finds: "A ratification without an earlier signature, where the treaty is open for signature and the record has signatures.",
            rationale: "A ratification confirms a signature; a State that has not signed accedes, accepts or approves instead. If a "
                + "predecessor State signed, its signature may count for the successor; the finding is then informational. The rule does "
                + "not check a treaty without a recorded signature, or an act after completeThrough: there the signatures are missing.",
            basis: "VCLT art. 14(1), 15",
            remedy: "Add the signature, or correct the kind of the act. Status tables mark an accession with 'a'.",
            good: """
            events/convention.csv: FRA,signature,1980-02-04
            events/convention.csv: FRA,ratification,1982-03-02
            """,
            bad: """
            events/convention.csv: DEU,signature,1980-02-04
            events/convention.csv: FRA,ratification,1982-03-02
            """,
            WithoutSignature
        ),
        RuleFactory.Of(
            Group,
            "accession-by-signatory",
            Severity.Warning,
            finds: "An accession by a participant that had signed.",
            rationale: "A signatory normally ratifies. Some signatories do accede, but usually the mark in the status table was misread.",
            basis: "VCLT art. 14, 15",
            remedy: "Compare the kind of the act with the depositary notification.",
            good: """
            events/convention.csv: FRA,signature,1980-02-04
            events/convention.csv: FRA,ratification,1982-03-02
            """,
            bad: """
            events/convention.csv: FRA,signature,1980-02-04
            events/convention.csv: FRA,accession,1982-03-02
            """,
            AccessionBySignatory
        ),
        RuleFactory.Of(
            Group,
            "duplicate-signature",
            Severity.Error,
            finds: "A second signature by the same participant.",
            rationale: "A signature remains valid until the signatory consents or refuses, so a second one is not possible. The register "
                + "counts the first. A definitive signature may follow a signature, a signature with another depositary is the same one, "
                + "and a participant that withdrew its signature or left may sign again.",
            basis: "VCLT art. 10, 12, 18",
            remedy: "Remove one of the two signatures.",
            good: "events/convention.csv: FRA,signature,1980-02-04",
            bad: """
            events/convention.csv: FRA,signature,1980-02-04
            events/convention.csv: FRA,signature,1980-05-05
            """,
            DuplicateSignature
        ),
        RuleFactory.Of(
            Group,
            "provisional-application-by-party",
            Severity.Warning,
            finds: "Provisional application by a participant for which the treaty is already in force.",
            rationale: "Provisional application covers the time until entry into force. It has no purpose after that.",
            basis: "VCLT art. 25(1)",
            remedy: "Correct the date or the participant.",
            good: """
            events/convention.csv: KEN,provisional-application,1981-03-02
            events/convention.csv: KEN,accession,1982-03-02
            """,
            bad: """
            treaties/convention.json: entryIntoForcePublished = "1981-06-01"
            events/convention.csv: KEN,accession,1982-03-02
            events/convention.csv: KEN,provisional-application,1983-03-02
            """,
            ProvisionalByParty
        ),
    ];

    static IEnumerable<Violation> DoubleConsent(CheckContext context)
    {
        foreach (var (status, participation) in context.Participations())
        {
            var counted = participation.Consents;
            foreach (var act in participation.Events.Where(a => a.Kind.IsConsent() && !counted.Any(c => c.Consent.Id == a.Id)))
            {
                if (status.Terminated?.Date <= act.Date)
                    continue;
                var standing = counted.LastOrDefault(c => c.From <= act.Date);
                // The duplicate-event rule reports the same act under two ids.
                if (standing is null || IsSame(standing.Consent, act) || IsElsewhere(standing.Consent, act))
                    continue;
                // A participant that gave notice and consents again shows that its notice took effect on a day that is not known.
                var notice = participation.Notices.LastOrDefault(n =>
                    n.Outcome is NoticeOutcome.Contested or NoticeOutcome.EffectNotKnown or NoticeOutcome.TooEarly
                    && standing.From <= n.Event.Date
                    && n.Event.Date <= act.Date
                );
                yield return context.Violation(
                    act,
                    $"{act.ToText()} comes while {standing.Consent.ToText()} is in effect"
                        + $"{(notice is null ? "" : $": the effect of {notice.Event.ToText()} is not known")}.",
                    notice is null ? "One consent, or a withdrawal between the two consents." : "The date of effect of that notice."
                ) with
                {
                    Events = notice is null ? [standing.Consent.Id, act.Id] : [standing.Consent.Id, notice.Event.Id, act.Id],
                    Severity = notice is null ? null : Severity.Warning,
                };
            }
        }
    }

    static IEnumerable<Violation> MovedPastEffect(CheckContext context)
    {
        var corrections = context
            .Facts.Events.Where(e => e is { Corrects: not null, CorrectedKind: { } kind } && kind.IsConsent())
            .Where(e => e.RecordedAt <= context.View.KnownAt)
            .ToLookup(e => e.Corrects!);
        if (corrections.Count == 0)
            yield break;
        var recorded = context.Facts.Events.Where(e => corrections.Contains(e.Id)).ToDictionary(e => e.Id);
        foreach (var (treaty, act) in context.Acts().Where(a => a.Act.Kind.IsConsent() && corrections.Contains(a.Act.Id)))
        {
            var participant = context.Participants[act.Participant];
            var status = context.View.StatusOf(treaty);
            var earlier = corrections[act.Id]
                .Append(recorded[act.Id])
                .Where(v => v.Participant == act.Participant && (v.CorrectedKind ?? v.Kind).IsConsent() && v.Date < act.Date)
                .Select(v => v with { Kind = v.CorrectedKind ?? v.Kind })
                .Select(v => (Version: v, Effect: v.EffectiveOn ?? status.EffectByClause(v, participant)?.On))
                .Where(v => v.Effect <= act.Date && !HasLeft(v.Version.Date))
                .OrderByDescending(v => v.Version.Date)
                .FirstOrDefault();
            if (earlier is { Version: { } version, Effect: { } effect })
                yield return context.Violation(
                    act,
                    $"{act.ToText()} was recorded as of {version.Date.ToText()}, and the treaty was in force for it from "
                        + $"{effect.ToText()}.",
                    "A withdrawal between the two days, or another day before that."
                );

            bool HasLeft(DateOnly since) =>
                context
                    .View.ActsOf(treaty)
                    .Any(a => a.Participant == act.Participant && a.Kind.IsLeaving() && since <= a.Date && a.DatePeriod.First <= act.Date);
        }
    }

    static IEnumerable<Violation> WithoutSignature(CheckContext context)
    {
        var predecessors = Predecessors.Of(context);
        foreach (var (status, participation) in context.Participations())
        {
            // A status table without its signatures cannot show that one is missing.
            if (status.Treaty.FinalClauses.Signature is not { } clause || !status.Participations.Any(p => p.Signature is not null))
                continue;
            foreach (var act in participation.Events.Where(a => a.Kind is EventKind.Ratification))
            {
                if (act.Date > status.Treaty.CompleteThrough || participation.Signature?.DatePeriod.First <= act.Date)
                    continue;
                var former = predecessors[act.Participant].FirstOrDefault(p => status.Of(p.Code)?.HasSigned(act.Date) is true);
                yield return context.Violation(
                    act,
                    "No signature precedes "
                        + $"{act.ToText()}{(former is null ? "" : $", unless the signature of {former.Code} counts for it")}.",
                    "A signature on or before that day, or an accession instead."
                ) with
                {
                    LegalBasis = status.Treaty.Article(clause.Article),
                    Severity = former is null ? null : Severity.Information,
                };
            }
        }
    }

    // A participant that left and returns accedes, regardless of its earlier signature. So only the first consent is checked.
    static IEnumerable<Violation> AccessionBySignatory(CheckContext context) =>
        from x in context.Participations()
        let first = x.Participation.Consents.Count == 0 ? null : x.Participation.Consents[0].Consent
        where first is { Kind: EventKind.Accession } && x.Participation.HasSigned(first.Date)
        select context.Violation(
            first,
            $"{first.ToText()} follows the participant's signature of {x.Participation.Signature!.Date.ToText()}.",
            "Ratification, acceptance or approval, because the participant signed."
        ) with
        {
            Events = [x.Participation.Signature!.Id, first.Id],
        };

    static IEnumerable<Violation> DuplicateSignature(CheckContext context) =>
        from x in context.Participations()
        let first = x.Participation.Signature
        from act in x.Participation.Events
        where
            act.Kind.IsSigning()
            && act.Id != first!.Id
            && !IsSame(first, act)
            && !IsElsewhere(first, act)
            && !(act.Kind is EventKind.DefinitiveSignature && first.Kind is not EventKind.DefinitiveSignature)
            && !x.Participation.Events.Any(between =>
                (between.Kind.IsLeaving() || between.Kind is EventKind.SignatureWithdrawn)
                && first.Date <= between.Date
                && between.Date <= act.Date
            )
        select context.Violation(act, $"{act.ToText()} comes after {first!.ToText()}.", "One signature.") with
        {
            Events = [first!.Id, act.Id],
        };

    static IEnumerable<Violation> ProvisionalByParty(CheckContext context) =>
        from x in context.Participations()
        from act in x.Participation.Events
        where act.Kind is EventKind.ProvisionalApplication && x.Participation.IsInForce(act.Date)
        select context.Violation(
            act,
            $"{act.ToText()} comes when the treaty is already in force for the participant.",
            "Provisional application only before entry into force."
        );

    // A deposit of the same act with another depositary.
    static bool IsElsewhere(TreatyEvent a, TreatyEvent b) =>
        a.Depositary is not null && b.Depositary is not null && a.Depositary != b.Depositary;

    static bool IsSame(TreatyEvent a, TreatyEvent b) => a.Kind == b.Kind && a.Date == b.Date;
}
