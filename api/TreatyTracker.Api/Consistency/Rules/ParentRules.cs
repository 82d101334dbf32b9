using TreatyTracker.Api.Seeds;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency.Rules;

/// <summary>Rules on a protocol and its parent treaty.</summary>
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
            finds: "A protocol that entered into force before its parent treaty, although its clause does not allow that.",
            rationale: "Such a protocol supplements its parent treaty and cannot enter into force before it. Without that clause "
                + "(finalClauses.entryIntoForce.notBefore) it can: the MARPOL Protocol of 1978 absorbed a parent that was not in force.",
            basis: "UNTOC Trafficking Protocol art. 17(1) and similar clauses",
            remedy: "Correct one of the two dates of entry into force.",
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
            finds: "A consent to a protocol by a participant that, on the date of effect, is not a party to the parent treaty, although "
                + "the protocol is open only to parties of the parent treaty.",
            rationale: "Only a party to the parent treaty can become a party to the protocol. The deposit remains valid, but the protocol "
                + "is not in force for the participant until the condition is met.",
            basis: "UNTOC art. 37(2) and similar clauses",
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
            finds: "A participant that left a treaty but is still counted as a party to its protocol.",
            rationale: "Denunciation of the parent treaty entails denunciation of its protocols. Also, a participant that is no longer a "
                + "party to the parent treaty cannot be a party to a protocol that is open only to its parties.",
            basis: "UNTOC art. 40(3), 37(2)",
            remedy: "Add the act by which the participant left the protocol, or the clause under which leaving the parent treaty entails "
                + "leaving the protocol.",
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
            finds: "A parent treaty that is not in the record, or a chain of parents that leads back to the treaty itself.",
            rationale: "The status of a protocol depends on its parent treaty. The treaty is checked as if it had no parent.",
            basis: null,
            remedy: "Correct the parent, or add the files of the parent treaty.",
            good: "treaties/protocol.json: parent = \"convention\"",
            bad: "treaties/protocol.json: parent = \"konvention\"",
            r => r.Problems(SeedProblem.Parent, "A treaty of the record, without a cycle.")
        ),
    ];

    static IEnumerable<Violation> BeforeParent(CheckContext context) =>
        from status in context.Statuses()
        where
            status.Parent is not null
            && status.Treaty.FinalClauses.EntryIntoForce.NotBefore == status.Parent.Treaty.Id
            && status.EntryIntoForce.On < status.Parent.EntryIntoForce.On
        select context.Violation(
            status.Treaty,
            "entryIntoForcePublished",
            $"The protocol is in force from {status.EntryIntoForce.On!.Value.ToText()}.",
            $"No date before {status.Parent!.EntryIntoForce.On!.Value.ToText()}, when '{status.Parent.Treaty.Id}' entered into force."
        ) with
        {
            Day = status.EntryIntoForce.On,
        };

    static bool IsOpenOnlyToParentParties(TreatyStatus status) =>
        status.Parent is { } parent && status.Treaty.FinalClauses.OpenTo.RequiresPartyTo == parent.Treaty.Id;

    // A consent whose day is known only as a period may have been in effect already.
    static bool IsParentParty(Participation? parent, DateOnly day) =>
        parent is not null && (parent.IsInForce(day) || parent.Consents.Any(c => c.Effect?.Earliest <= day && c.InEffectAtMost(day)));

    static IEnumerable<Violation> NotParentParty(CheckContext context) =>
        from x in context.Participations()
        where IsOpenOnlyToParentParties(x.Status)
        from consent in x.Participation.Consents
        let effect = consent.Effect?.On
        where
            effect <= context.AsOf
            && consent.InEffect(Days.Later(effect.Value, consent.From))
            && !IsParentParty(x.Status.Parent!.Of(consent.Consent.Participant), effect.Value)
        select context.Violation(
            consent.Consent,
            $"{consent.Consent.ToText()} takes effect on {effect.Value.ToText()}, "
                + $"when '{x.Status.Parent!.Treaty.Id}' is not in force for the participant.",
            $"The participant is a party to '{x.Status.Parent.Treaty.Id}' on that day."
        ) with
        {
            Day = effect,
            LegalBasis = x.Status.Treaty.FinalClauses.OpenTo.RequiresPartyToArticle,
        };

    static IEnumerable<Violation> ProtocolKept(CheckContext context) =>
        from x in context.Participations()
        where IsOpenOnlyToParentParties(x.Status) || x.Status.Parent?.Treaty.FinalClauses.Withdrawal is { EntailsProtocols: true }
        let parent = x.Status.Parent!.Of(x.Participation.Participant.Code)
        where parent is not null
        from left in parent.Consents
        where left.Until <= context.AsOf && parent.ConsentInEffect(left.Until!.Value) is null
        let kept = x.Participation.ConsentInEffect(left.Until!.Value)
        where kept is not null && kept.From < left.Until
        select context.Violation(
            kept.Consent,
            $"{kept.Consent.ToText()} is still in effect on {left.Until!.Value.ToText()}, "
                + $"when the participant left '{x.Status.Parent!.Treaty.Id}'.",
            "The consent ends on or before that day."
        ) with
        {
            Events = [left.EndedBy!.Id, kept.Consent.Id],
            Day = left.Until,
            LegalBasis = x.Status.Parent!.Treaty.FinalClauses.Withdrawal is { EntailsProtocols: true, EntailsProtocolsArticle: { } article }
                ? x.Status.Parent!.Treaty.Article(article)
                : x.Status.Treaty.FinalClauses.OpenTo.RequiresPartyToArticle,
        };
}
