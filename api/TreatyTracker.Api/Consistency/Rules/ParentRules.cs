using TreatyTracker.Api.Seeds;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency.Rules;

/// <summary>What can be wrong between a protocol and the treaty to which it belongs.</summary>
static class ParentRules
{
    const string Group = "parents";

    const string BothInForce = """
        treaties/convention.json: entryIntoForcePublished = "1982-07-01"
        treaties/protocol.json: entryIntoForcePublished = "1982-08-02"
        """;

    public static IReadOnlyList<Rule> All { get; } =
    [
        RuleFactory.Of(
            Group,
            "protocol-in-force-before-parent",
            Severity.Error,
            finds: "A protocol in force before the treaty to which it belongs.",
            rationale: "A protocol supplements its parent and cannot enter into force before it.",
            ground: "UNTOC Trafficking Protocol art. 17(1) and its like",
            remedy: "Correct one of the two days of entry into force.",
            good: BothInForce,
            bad: """
            treaties/convention.json: entryIntoForcePublished = "1982-07-01"
            treaties/protocol.json: entryIntoForcePublished = "1982-06-30"
            """,
            BeforeParent
        ),
        RuleFactory.Of(
            Group,
            "protocol-party-not-parent-party",
            Severity.Error,
            finds: "A participant bound by a protocol that, on the day of effect, is no party to the treaty to whose parties the protocol is open.",
            rationale: "To become a party to the protocol one must be a party to its parent. The deposit stands, but it makes no party in force until the condition is met.",
            ground: "UNTOC art. 37(2) and its like",
            remedy: "Add the consent to the parent treaty, or correct the participant or the date.",
            good: BothInForce
                + """

                events/convention.csv: KEN,accession,1983-03-02
                events/protocol.csv: KEN,accession,1983-03-02
                """,
            bad: BothInForce + "\nevents/protocol.csv: KEN,accession,1983-03-02",
            NotParentParty
        ),
        RuleFactory.Of(
            Group,
            "parent-left-protocol-kept",
            Severity.Error,
            finds: "A participant that left a treaty and is still counted as a party to its protocol.",
            rationale: "Denouncing the parent entails its protocols, and who is no longer a party to the parent cannot be one to a protocol open to its parties alone.",
            ground: "UNTOC art. 40(3), 37(2)",
            remedy: "Add the act by which it left the protocol, or the clause that entails it.",
            good: BothInForce
                + """

                events/convention.csv: KEN,accession,1983-03-02
                events/protocol.csv: KEN,accession,1983-03-02
                events/convention.csv: KEN,withdrawal,1990-03-01
                """,
            bad: BothInForce
                + """

                events/convention.csv: KEN,accession,1983-03-02
                events/protocol.csv: KEN,accession,1983-03-02
                events/convention.csv: KEN,cessation,1990-03-01
                """,
            ProtocolKept
        ),
        RuleFactory.Of(
            Group,
            SeedProblem.Parent,
            Severity.Error,
            finds: "A parent treaty that is not in the record, or that leads back to the treaty itself.",
            rationale: "A protocol's standing depends on its parent's. The treaty is checked as if it had none.",
            ground: null,
            remedy: "Correct the parent, or add its files.",
            good: "treaties/protocol.json: parent = \"convention\"",
            bad: "treaties/protocol.json: parent = \"konvention\"",
            r => r.Problems(SeedProblem.Parent, "A treaty of the record, and no circle.")
        ),
    ];

    static IEnumerable<Violation> BeforeParent(CheckContext record) =>
        from status in record.Statuses()
        where status.EntryIntoForce.On < status.Parent?.EntryIntoForce.On
        select record.Violation(
            status.Treaty,
            "entryIntoForcePublished",
            $"The protocol is in force from {status.EntryIntoForce.On!.Value.ToText()}.",
            $"Not before {status.Parent!.EntryIntoForce.On!.Value.ToText()}, when '{status.Parent.Treaty.Id}' entered into force."
        ) with
        {
            Day = status.EntryIntoForce.On,
        };

    static bool IsOpenToPartiesAlone(TreatyStatus status) =>
        status.Parent is { } parent && status.Treaty.FinalClauses.OpenTo.RequiresPartyTo == parent.Treaty.Id;

    static IEnumerable<Violation> NotParentParty(CheckContext record) =>
        from x in record.Participations()
        where IsOpenToPartiesAlone(x.Status)
        from consent in x.Participation.Consents
        let effect = consent.Effect?.On
        where
            effect <= record.AsOf
            && consent.InEffect(Later(effect.Value, consent.From))
            && x.Status.Parent!.Of(consent.Consent.Participant)?.IsInForce(effect.Value) is not true
        select record.Violation(
            consent.Consent,
            $"{consent.Consent.ToText()} has effect from {effect.Value.ToText()}, when '{x.Status.Parent!.Treaty.Id}' is not in force for it.",
            $"A party to '{x.Status.Parent.Treaty.Id}' on that day."
        ) with
        {
            Day = effect,
            LegalBasis = x.Status.Treaty.FinalClauses.OpenTo.RequiresPartyToArticle,
        };

    static IEnumerable<Violation> ProtocolKept(CheckContext record) =>
        from x in record.Participations()
        where IsOpenToPartiesAlone(x.Status) || x.Status.Parent?.Treaty.FinalClauses.Withdrawal is { EntailsProtocols: true }
        let parent = x.Status.Parent!.Of(x.Participation.Participant.Code)
        where parent is not null
        from left in parent.Consents
        where left.Until <= record.AsOf && parent.ConsentInEffect(left.Until!.Value) is null
        let kept = x.Participation.ConsentInEffect(left.Until!.Value)
        where kept is not null && kept.From < left.Until
        select record.Violation(
            kept.Consent,
            $"{kept.Consent.ToText()} still stands on {left.Until!.Value.ToText()}, when it left '{x.Status.Parent!.Treaty.Id}'.",
            "An end of it on or before that day."
        ) with
        {
            Events = [left.EndedBy!.Id, kept.Consent.Id],
            Day = left.Until,
            LegalBasis = x.Status.Parent!.Treaty.FinalClauses.Withdrawal is { EntailsProtocols: true, EntailsProtocolsArticle: { } article }
                ? x.Status.Parent!.Treaty.Article(article)
                : x.Status.Treaty.FinalClauses.OpenTo.RequiresPartyToArticle,
        };

    static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
