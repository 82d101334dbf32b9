using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency.Rules;

/// <summary>What can be wrong in the way a participant signs and joins.</summary>
static class ConsentRules
{
    const string Group = "consent";

    public static IReadOnlyList<Rule> All { get; } =
    [
        RuleFactory.Of(
            Group,
            "double-consent",
            Severity.Error,
            finds: "A second consent to be bound while the first stands, with nothing in between.",
            rationale: "Who is bound cannot become bound again: either one of the two is wrong, or a withdrawal is missing between them. The law counts the first alone.",
            ground: "VCLT art. 11, 16",
            remedy: "Correct or remove one of the two, or add the act by which the participant left.",
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
            "ratification-without-signature",
            Severity.Error,
            finds: "A ratification, acceptance or approval without an earlier signature, where the treaty is open for signature.",
            rationale: "These acts confirm a signature; who has not signed accedes. A predecessor's signature may stand for its successor's; that is reported as information.",
            ground: "VCLT art. 14, 15",
            remedy: "Add the signature, or correct the kind of the act: status tables mark accession with 'a'.",
            good: """
            events/convention.csv: FRA,signature,1980-02-04
            events/convention.csv: FRA,ratification,1982-03-02
            """,
            bad: "events/convention.csv: FRA,ratification,1982-03-02",
            WithoutSignature
        ),
        RuleFactory.Of(
            Group,
            "accession-by-signatory",
            Severity.Warning,
            finds: "An accession by a participant that had signed.",
            rationale: "A signatory ratifies. Now and then one accedes all the same, but as a rule the mark in the status table was misread.",
            ground: "VCLT art. 14, 15",
            remedy: "Hold the kind against the depositary notification.",
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
            finds: "A participant that signed twice.",
            rationale: "A signature stands until consent or refusal; there is no second one. The law counts the first.",
            ground: "VCLT art. 10, 18",
            remedy: "Remove one of the two.",
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
            finds: "Provisional application by a participant for which the treaty is in force.",
            rationale: "Provisional application bridges the time until entry into force; after it there is nothing to bridge.",
            ground: "VCLT art. 25(1)",
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

    static IEnumerable<Violation> DoubleConsent(CheckContext record)
    {
        foreach (var (status, participation) in record.Participations())
        {
            var counted = participation.Consents;
            foreach (var act in participation.Events.Where(a => a.Kind.IsConsent() && !counted.Any(c => c.Consent.Id == a.Id)))
            {
                if (status.Terminated?.Date <= act.Date)
                    continue;
                var standing = counted.LastOrDefault(c => c.From <= act.Date);
                // The same act under two ids is a duplicate event, and reported as that.
                if (standing is null || IsSame(standing.Consent, act))
                    continue;
                yield return record.Violation(
                    act,
                    $"{act.ToText()} comes while {standing.Consent.ToText()} stands.",
                    "One consent, or a withdrawal between the two."
                ) with
                {
                    Events = [standing.Consent.Id, act.Id],
                };
            }
        }
    }

    static IEnumerable<Violation> WithoutSignature(CheckContext record)
    {
        var predecessors = Predecessors.Of(record);
        foreach (var (status, participation) in record.Participations())
        {
            if (status.Treaty.FinalClauses.Signature is not { } clause)
                continue;
            foreach (
                var act in participation.Events.Where(a => a.Kind is EventKind.Ratification or EventKind.Acceptance or EventKind.Approval)
            )
            {
                if (participation.HasSigned(act.Date))
                    continue;
                var former = predecessors[act.Participant].FirstOrDefault(p => status.Of(p.Code)?.HasSigned(act.Date) is true);
                yield return record.Violation(
                    act,
                    $"{act.ToText()} has no signature before it{(former is null ? "" : $", unless that of {former.Code} stands for it")}.",
                    "A signature on or before the day, or an accession instead."
                ) with
                {
                    LegalBasis = status.Treaty.Article(clause.Article),
                    Severity = former is null ? null : Severity.Information,
                };
            }
        }
    }

    // Who left and came back accedes, and its old signature does not matter.
    static IEnumerable<Violation> AccessionBySignatory(CheckContext record) =>
        from x in record.Participations()
        let first = x.Participation.Consents.Count == 0 ? null : x.Participation.Consents[0].Consent
        where first is { Kind: EventKind.Accession } && x.Participation.HasSigned(first.Date)
        select record.Violation(
            first,
            $"{first.ToText()} follows its signature of {x.Participation.Signature!.Date.ToText()}.",
            "A ratification, acceptance or approval by a signatory."
        ) with
        {
            Events = [x.Participation.Signature!.Id, first.Id],
        };

    static IEnumerable<Violation> DuplicateSignature(CheckContext record) =>
        from x in record.Participations()
        let first = x.Participation.Signature
        from act in x.Participation.Events
        where act.Kind.IsSigning() && act.Id != first!.Id && !IsSame(first, act)
        select record.Violation(act, $"{act.ToText()} comes after {first!.ToText()}.", "One signature.") with
        {
            Events = [first!.Id, act.Id],
        };

    static IEnumerable<Violation> ProvisionalByParty(CheckContext record) =>
        from x in record.Participations()
        from act in x.Participation.Events
        where act.Kind is EventKind.ProvisionalApplication && x.Participation.IsInForce(act.Date)
        select record.Violation(
            act,
            $"{act.ToText()} comes when the treaty is in force for it.",
            "Provisional application before entry into force only."
        );

    static bool IsSame(TreatyEvent a, TreatyEvent b) => a.Kind == b.Kind && a.Date == b.Date;
}
