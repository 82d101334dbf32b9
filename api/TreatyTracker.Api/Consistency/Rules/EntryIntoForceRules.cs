using System.Globalization;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency.Rules;

/// <summary>Rules on entry into force.</summary>
static class EntryIntoForceRules
{
    const string Group = "entry-into-force";

    const string ThreeInstruments = """
        events/convention.csv: FRA,accession,1982-03-02
        events/convention.csv: DEU,accession,1982-04-01
        events/convention.csv: BRA,accession,1982-06-01
        """;

    public static IReadOnlyList<Rule> All { get; } =
    [
        RuleFactory.Of(
            Group,
            "treaty-entry-into-force-mismatch",
            Severity.Error,
            finds: "A treaty whose published date of entry into force differs from the date computed from its clause and instruments.",
            rationale: "The conditions of the clause and the delay determine the date. The finding is a warning if the published date is "
                + "earlier and the record is known to lack rows of predecessor States: in that case the instrument that meets the "
                + "conditions is recorded too late.",
            basis: "VCLT art. 24(1)",
            remedy: "Look for a wrong or missing deposit near the threshold, or correct the published date or the clause.",
            good: ThreeInstruments + "\ntreaties/convention.json: entryIntoForcePublished = \"1982-07-01\"",
            bad: ThreeInstruments + "\ntreaties/convention.json: entryIntoForcePublished = \"1982-07-02\"",
            TreatyMismatch
        ),
        RuleFactory.Of(
            Group,
            "participant-entry-into-force-mismatch",
            Severity.Error,
            finds: "A consent whose stated date of effect is before the treaty's own entry into force, or differs from the date computed "
                + "from the clause.",
            rationale: "A treaty cannot be in force for a participant before it is in force, unless it is an amendment. If the date only "
                + "differs from the clause, the finding is a warning: the depositary's date stands. It is informational if the clause lets "
                + "the instrument name a later date. The treaty's own date is accepted for a deposit before it. The rule does not check "
                + "successions, which take effect from independence, or a treaty whose clause for later participants is not known.",
            basis: "VCLT art. 24(3)",
            remedy: "Correct the date of effect, or leave it empty: the register computes it.",
            good: ThreeInstruments + "\nevents/convention.csv: KEN,accession,1983-03-02,1983-04-01",
            bad: ThreeInstruments
                + "\ntreaties/convention.json: entryIntoForcePublished = \"1982-07-01\""
                + "\nevents/convention.csv: KEN,accession,1982-06-15,1982-06-20",
            ParticipantMismatch
        ),
        RuleFactory.Of(
            Group,
            "in-force-before-threshold",
            Severity.Error,
            finds: "A published date of entry into force before the conditions were met, or although they were never met.",
            rationale: "Instruments are missing from the record, or the published date or the threshold is wrong. The finding is a "
                + "warning if the record is known to lack rows of predecessor States.",
            basis: "VCLT art. 24(1)",
            remedy: "Add the missing instruments, or correct the published date or the threshold.",
            good: ThreeInstruments + "\ntreaties/convention.json: entryIntoForcePublished = \"1982-07-01\"",
            bad: ThreeInstruments + "\ntreaties/convention.json: entryIntoForcePublished = \"1982-05-03\"",
            BeforeThreshold
        ),
        RuleFactory.Of(
            Group,
            "threshold-without-entry-into-force",
            Severity.Warning,
            finds: "A treaty whose conditions were met and whose delay has passed, but without a published date of entry into force.",
            rationale: "The depositary announces the date. The record should contain it so that it can be compared with the computed date.",
            basis: "VCLT art. 24(1), 77(1)(f)",
            remedy: "Add the published date, or look for an instrument that does not count.",
            good: ThreeInstruments + "\ntreaties/convention.json: entryIntoForcePublished = \"1982-07-01\"",
            bad: ThreeInstruments,
            ThresholdWithoutEntry
        ),
        RuleFactory.Of(
            Group,
            "regional-organization-decides-threshold",
            Severity.Error,
            finds: "A date of entry into force that depends on an organization's instrument: without it, the date would be different.",
            rationale: "An organization's instrument is not counted as additional to those of its members. The finding is informational "
                + "if the recorded clause says that it counts, and a warning if the record is known to lack rows of predecessor States, "
                + "which the organization's instrument may make up for.",
            basis: "UNTOC art. 38(1) and its like",
            remedy: "Correct the published date, or find the missing instrument of a State.",
            good: "events/convention.csv: EUU,accession,1982-05-03\n"
                + ThreeInstruments
                + "\ntreaties/convention.json: entryIntoForcePublished = \"1982-07-01\"",
            bad: "events/convention.csv: EUU,accession,1982-05-03\n"
                + ThreeInstruments
                + "\ntreaties/convention.json: entryIntoForcePublished = \"1982-06-02\"",
            OrganizationDecides
        ),
        RuleFactory.Of(
            Group,
            "clause-not-computable",
            Severity.Information,
            finds: "A clause from which no date can be computed, so that its checks were skipped.",
            rationale: "Without this finding, a skipped check would look like a passed one.",
            basis: null,
            remedy: "No action is needed. If seeds/README.md describes a clause of this kind, record it that way.",
            good: ThreeInstruments,
            bad: "treaties/convention.json: finalClauses.entryIntoForce = {\"reason\": \"by share of emissions\"}",
            NotComputable
        ),
    ];

    static IEnumerable<Violation> TreatyMismatch(CheckContext context)
    {
        var predecessors = Predecessors.Of(context);
        foreach (var status in context.Statuses())
        {
            if (
                status.EntryIntoForce is not { Published: { } published, Computed: { } computed, Reached: { } reached }
                || (published <= computed && (status.EntryIntoForce.ComputedEarliest ?? computed) <= published)
                || published < reached.Consent.DatePeriod.First
            )
                continue;
            yield return Of(
                context,
                status,
                predecessors,
                $"The published date of entry into force is {published.ToText()}.",
                $"{computed.ToText()}, because instrument {reached.Number} is {reached.Consent.ToText()}."
            ) with
            {
                Events = [reached.Consent.Id],
            };
        }
    }

    static IEnumerable<Violation> BeforeThreshold(CheckContext context)
    {
        var predecessors = Predecessors.Of(context);
        foreach (var status in context.Statuses())
        {
            if (status.EntryIntoForce is not { Published: { } published, NotComputable: null } entry || !(published <= context.AsOf))
                continue;
            var clause = status.Treaty.FinalClauses.EntryIntoForce;
            // Nothing was computed while the parent treaty, which must enter into force first, has no date itself.
            if (clause.NotBefore is not null && status.Parent?.EntryIntoForce.On is null)
                continue;
            if (entry.Reached is { } reached && published < reached.Consent.DatePeriod.First && !(entry.ComputedEarliest <= published))
                yield return Of(
                    context,
                    status,
                    predecessors,
                    $"The published date of entry into force, {published.ToText()}, is before instrument {reached.Number}, "
                        + $"{reached.Consent.ToText()}.",
                    $"{entry.Computed!.Value.ToText()}, the date computed from the clause."
                ) with
                {
                    Events = [reached.Consent.Id],
                };
            else if (entry.Reached is null)
                yield return Of(
                    context,
                    status,
                    predecessors,
                    $"The published date of entry into force is {published.ToText()}, but the record never contains the required "
                        + $"{Required(clause)}.",
                    $"{Required(clause)} on or before that date."
                );
        }
    }

    static string Required(EntryIntoForceClause clause) =>
        string.Join(
            " and ",
            clause.Conditions.Select(ToText).Prepend(clause.Instruments is { } number ? $"{number} instruments" : null).OfType<string>()
        );

    static string ToText(EntryIntoForceCondition condition) =>
        condition switch
        {
            { Share: { } share } => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##} per cent of '{condition.Of}'"),
            { Fraction: { } fraction } => $"{fraction} of the parties to {condition.OfPartiesTo}",
            { Among: { } list } => $"{Instruments(condition)} among '{list}'",
            _ => Instruments(condition),
        };

    static string Instruments(EntryIntoForceCondition condition) =>
        $"{condition.Instruments} instrument{(condition.Instruments == 1 ? "" : "s")}";

    static Violation Of(CheckContext context, TreatyStatus status, ILookup<string, Participant> predecessors, string found, string expected)
    {
        var entry = status.EntryIntoForce;
        // A missing row can only make the N-th recorded instrument later than the real one.
        var lacking =
            entry.Computed is null || entry.Published < entry.Computed
                ? Predecessors.Lacking(status, predecessors).FirstOrDefault()
                : default;
        var violation = context.Violation(
            status.Treaty,
            "entryIntoForcePublished",
            lacking.Former is null
                ? found
                : $"{found} The record lacks rows of predecessor States, for example {lacking.Former.Code}, "
                    + $"which {lacking.Succession.Participant} succeeded.",
            expected
        );
        return violation with
        {
            Day = entry.Published,
            LegalBasis = status.Treaty.Article(status.Treaty.FinalClauses.EntryIntoForce.Article),
            Severity = lacking.Former is null ? null : Severity.Warning,
        };
    }

    static IEnumerable<Violation> ParticipantMismatch(CheckContext context) =>
        from x in context.Participations()
        from consent in x.Participation.Consents
        let act = consent.Consent
        where act.EffectiveOn is not null && act.Kind is not EventKind.Succession
        let clause = x.Status.EffectByClause(act, x.Participation.Participant)
        let inForce = x.Status.EntryIntoForce.On
        where clause is not null
        let tooEarly = act.EffectiveOn < inForce && x.Status.Treaty.Kind is not TreatyKind.Amendment
        let later = x.Status.Treaty.FinalClauses.LaterParticipants
        where
            tooEarly
            || (
                later is not { Reason: not null }
                && !((clause.Earliest ?? clause.On) <= act.EffectiveOn && act.EffectiveOn <= clause.On)
                && !(act.EffectiveOn == inForce && act.DatePeriod.First <= inForce)
            )
        select context.Violation(
            act,
            $"The stated date of effect of {act.ToText()} is {act.EffectiveOn!.Value.ToText()}.",
            tooEarly
                ? $"No date before {inForce!.Value.ToText()}, the treaty's own entry into force."
                : $"{clause.On.ToText()}, the date computed from the clause."
        ) with
        {
            LegalBasis = x.Status.Treaty.Article(later?.Article),
            Severity =
                tooEarly ? null
                : later is { LaterDateAllowed: true } && act.EffectiveOn > clause.On ? Severity.Information
                : Severity.Warning,
        };

    static IEnumerable<Violation> ThresholdWithoutEntry(CheckContext context) =>
        from status in context.Statuses()
        let entry = status.EntryIntoForce
        where entry.Published is null && entry.Computed <= context.AsOf
        select context.Violation(
            status.Treaty,
            "id",
            $"Instrument {entry.Reached!.Number} is {entry.Reached.Consent.ToText()}, but no date of entry into force is published.",
            $"{entry.Computed!.Value.ToText()}, or a reason why the treaty is not in force."
        ) with
        {
            Events = [entry.Reached.Consent.Id],
            Day = entry.Computed,
            LegalBasis = status.Treaty.Article(status.Treaty.FinalClauses.EntryIntoForce.Article),
        };

    static IEnumerable<Violation> OrganizationDecides(CheckContext context)
    {
        var predecessors = Predecessors.Of(context);
        foreach (var status in context.Statuses())
        {
            var clause = status.Treaty.FinalClauses.EntryIntoForce;
            if (!clause.Computable || !status.Participations.Any(p => p.Participant.IsOrganization && p.Consents.Count > 0))
                continue;
            EntryIntoForce Day(bool organizations) =>
                EntryIntoForce.Of(
                    status.Treaty with
                    {
                        FinalClauses = status.Treaty.FinalClauses with
                        {
                            EntryIntoForce = clause with { CountsRegionalOrganizations = organizations },
                        },
                    },
                    status.Participations,
                    status.Parent
                );
            var with = Day(true).Computed;
            if (with is null || status.EntryIntoForce.On != with)
                continue;
            var without = Day(false).Computed;
            if (with == without)
                continue;
            yield return context.Violation(
                status.Treaty,
                status.EntryIntoForce.Published is null ? "finalClauses.entryIntoForce" : "entryIntoForcePublished",
                $"Entry into force on {with.Value.ToText()} depends on an organization's instrument.",
                $"{(without is { } day ? day.ToText() : "No entry into force yet")}, counting only instruments of States."
            ) with
            {
                Day = with,
                LegalBasis = status.Treaty.Article(clause.Article),
                Severity =
                    clause.CountsRegionalOrganizations ? Severity.Information
                    : Predecessors.Lacking(status, predecessors).Any() ? Severity.Warning
                    : null,
            };
        }
    }

    static IEnumerable<Violation> NotComputable(CheckContext context) =>
        from status in context.Statuses()
        let treaty = status.Treaty
        from clause in new (string Member, string? Reason)[]
        {
            ("finalClauses.entryIntoForce", status.EntryIntoForce.NotComputable),
            ("finalClauses.laterParticipants", treaty.FinalClauses.LaterParticipants?.Reason),
            ("finalClauses.withdrawal", treaty.FinalClauses.Withdrawal?.Reason),
        }
        where clause.Reason is not null
        select context.Violation(
            treaty,
            clause.Member,
            $"No date can be computed from {clause.Member}: {clause.Reason!.TrimEnd('.')}.",
            "A clause from which a date can be computed. Its checks were skipped."
        );
}
