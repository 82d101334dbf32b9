using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency.Rules;

/// <summary>What can be wrong with the days on which treaties enter into force.</summary>
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
            finds: "A treaty whose published day of entry into force is not the one computed from its clause and instruments.",
            rationale: "Instrument number N and the delay give the day. A warning where the published day is the earlier one and the record is known to lack predecessors' rows: then its N-th instrument comes too late.",
            ground: "VCLT art. 24(1)",
            remedy: "Look for a wrong or missing deposit near the threshold, or correct the published day or the clause.",
            good: ThreeInstruments + "\ntreaties/convention.json: entryIntoForcePublished = \"1982-07-01\"",
            bad: ThreeInstruments + "\ntreaties/convention.json: entryIntoForcePublished = \"1982-07-02\"",
            TreatyMismatch
        ),
        RuleFactory.Of(
            Group,
            "participant-entry-into-force-mismatch",
            Severity.Error,
            finds: "A consent whose stated day of effect is not the one that the clause gives.",
            rationale: "The clause fixes the day for each participant. A successor's effect is independence and is not held against it. A warning where the clause lets the instrument name a later day.",
            ground: "VCLT art. 24(3)",
            remedy: "Correct the day of effect, or leave it empty: the register computes it.",
            good: ThreeInstruments + "\nevents/convention.csv: KEN,accession,1983-03-02,1983-04-01",
            bad: ThreeInstruments
                + "\ntreaties/convention.json: entryIntoForcePublished = \"1982-07-01\"\nevents/convention.csv: KEN,accession,1983-03-02,1983-05-01",
            ParticipantMismatch
        ),
        RuleFactory.Of(
            Group,
            "in-force-before-threshold",
            Severity.Error,
            finds: "A treaty published as in force before its threshold was reached, or without its ever being reached.",
            rationale: "Instruments are missing from the record, or the published day or the threshold is wrong. A warning where the record is known to lack predecessors' rows.",
            ground: "VCLT art. 24(1)",
            remedy: "Add the missing instruments, or correct the published day or the threshold.",
            good: ThreeInstruments + "\ntreaties/convention.json: entryIntoForcePublished = \"1982-07-01\"",
            bad: ThreeInstruments + "\ntreaties/convention.json: entryIntoForcePublished = \"1982-05-03\"",
            BeforeThreshold
        ),
        RuleFactory.Of(
            Group,
            "threshold-without-entry-into-force",
            Severity.Warning,
            finds: "A treaty whose threshold was reached and whose delay has run, without a published day of entry into force.",
            rationale: "The depositary notifies the day; the record should hold it beside the computed one.",
            ground: "VCLT art. 24(1), 77(1)(f)",
            remedy: "Add the published day, or look for an instrument that does not count.",
            good: ThreeInstruments + "\ntreaties/convention.json: entryIntoForcePublished = \"1982-07-01\"",
            bad: ThreeInstruments,
            ThresholdWithoutEntry
        ),
        RuleFactory.Of(
            Group,
            "regional-organization-decides-threshold",
            Severity.Error,
            finds: "A day of entry into force that rests on an organization's instrument: without it the day would be another.",
            rationale: "An organization's instrument is not counted as additional to those of its members. Information where the record's clause says that it counts.",
            ground: "UNTOC art. 38(1) and its like",
            remedy: "Correct the published day, or find the State's instrument that is missing.",
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
            finds: "A clause from which no day can be computed, so that the checks of it were skipped.",
            rationale: "Silence would look like agreement.",
            ground: null,
            remedy: "None is needed; where the clause is a plain number and a delay after all, write it so.",
            good: ThreeInstruments,
            bad: "treaties/convention.json: finalClauses.entryIntoForce = {\"reason\": \"by share of emissions\"}",
            NotComputable
        ),
    ];

    static IEnumerable<Violation> TreatyMismatch(CheckContext record)
    {
        var predecessors = Predecessors.Of(record);
        foreach (var status in record.Statuses())
        {
            if (
                status.EntryIntoForce is not { Published: { } published, Computed: { } computed, Reached: { } reached }
                || published == computed
                || published < reached.Consent.Date
            )
                continue;
            yield return Of(
                record,
                status,
                predecessors,
                $"The published day of entry into force is {published.ToText()}.",
                $"{computed.ToText()}: instrument {reached.Number} is {reached.Consent.ToText()}."
            ) with
            {
                Events = [reached.Consent.Id],
            };
        }
    }

    static IEnumerable<Violation> BeforeThreshold(CheckContext record)
    {
        var predecessors = Predecessors.Of(record);
        foreach (var status in record.Statuses())
        {
            if (status.EntryIntoForce is not { Published: { } published, NotComputable: null } entry || !(published <= record.AsOf))
                continue;
            var clause = status.Treaty.FinalClauses.EntryIntoForce;
            // While the treaty that this one waits for has no day, nothing was computed, whatever the instruments.
            if (clause.NotBefore is not null && status.Parent?.EntryIntoForce.On is null)
                continue;
            if (entry.Reached is { } reached && published < reached.Consent.Date)
                yield return Of(
                    record,
                    status,
                    predecessors,
                    $"The published day of entry into force is {published.ToText()}, before instrument {reached.Number}, {reached.Consent.ToText()}.",
                    $"{entry.Computed!.Value.ToText()}, which the clause gives."
                ) with
                {
                    Events = [reached.Consent.Id],
                };
            else if (entry.Reached is null)
                yield return Of(
                    record,
                    status,
                    predecessors,
                    $"The published day of entry into force is {published.ToText()}, and the record never holds {clause.Instruments} instruments that count.",
                    $"{clause.Instruments} instruments by then."
                );
        }
    }

    static Violation Of(CheckContext record, TreatyStatus status, ILookup<string, Participant> predecessors, string found, string expected)
    {
        var entry = status.EntryIntoForce;
        // A missing row can only make the N-th instrument come later than it did.
        var lacking =
            entry.Computed is null || entry.Published < entry.Computed
                ? Predecessors.Lacking(status, predecessors).FirstOrDefault()
                : default;
        var fault = record.Violation(
            status.Treaty,
            "entryIntoForcePublished",
            lacking.Former is null
                ? found
                : $"{found} The record lacks rows of predecessors: that of {lacking.Former.Code}, which {lacking.Succession.Participant} succeeded, among them.",
            expected
        );
        return fault with
        {
            Day = entry.Published,
            LegalBasis = status.Treaty.Article(status.Treaty.FinalClauses.EntryIntoForce.Article),
            Severity = lacking.Former is null ? null : Severity.Warning,
        };
    }

    static IEnumerable<Violation> ParticipantMismatch(CheckContext record) =>
        from x in record.Participations()
        from consent in x.Participation.Consents
        let act = consent.Consent
        where act.EffectiveOn is not null && act.Kind is not EventKind.Succession
        let clause = x.Status.EffectByClause(act, x.Participation.Participant)
        where clause is not null && act.EffectiveOn != clause.On
        let later = x.Status.Treaty.FinalClauses.LaterParticipants
        select record.Violation(
            act,
            $"{act.ToText()} is said to have effect from {act.EffectiveOn!.Value.ToText()}.",
            $"{clause.On.ToText()}, which the clause gives."
        ) with
        {
            LegalBasis = x.Status.Treaty.Article(later?.Article),
            Severity = later is { LaterDateAllowed: true } && act.EffectiveOn > clause.On ? Severity.Warning : null,
        };

    static IEnumerable<Violation> ThresholdWithoutEntry(CheckContext record) =>
        from status in record.Statuses()
        let entry = status.EntryIntoForce
        where entry.Published is null && entry.Computed <= record.AsOf
        select record.Violation(
            status.Treaty,
            "id",
            $"Instrument {entry.Reached!.Number} is {entry.Reached.Consent.ToText()}, and no day of entry into force is published.",
            $"{entry.Computed!.Value.ToText()}, or a reason."
        ) with
        {
            Events = [entry.Reached.Consent.Id],
            Day = entry.Computed,
            LegalBasis = status.Treaty.Article(status.Treaty.FinalClauses.EntryIntoForce.Article),
        };

    static IEnumerable<Violation> OrganizationDecides(CheckContext record)
    {
        foreach (var status in record.Statuses())
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
            var (with, without) = (Day(true).Computed, Day(false).Computed);
            if (with is null || with == without || status.EntryIntoForce.On != with)
                continue;
            yield return record.Violation(
                status.Treaty,
                status.EntryIntoForce.Published is null ? "finalClauses.entryIntoForce" : "entryIntoForcePublished",
                $"Entry into force on {with.Value.ToText()} rests on an organization's instrument.",
                $"{(without is { } day ? day.ToText() : "No entry into force yet")}, by the instruments of States alone."
            ) with
            {
                Day = with,
                LegalBasis = status.Treaty.Article(clause.Article),
                Severity = clause.CountsRegionalOrganizations ? Severity.Information : null,
            };
        }
    }

    static IEnumerable<Violation> NotComputable(CheckContext record) =>
        from treaty in record.Facts.Treaties
        from clause in new (string Member, string? Reason)[]
        {
            ("finalClauses.entryIntoForce", treaty.FinalClauses.EntryIntoForce.Reason),
            ("finalClauses.withdrawal", treaty.FinalClauses.Withdrawal?.Reason),
        }
        where clause.Reason is not null
        select record.Violation(
            treaty,
            clause.Member,
            $"{clause.Member} gives no day: {clause.Reason}.",
            "A clause from which a day follows; the checks of it were skipped."
        );
}
