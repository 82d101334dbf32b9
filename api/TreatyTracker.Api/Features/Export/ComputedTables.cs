using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features.TreatyCounts;
using TreatyTracker.Law;
using static TreatyTracker.Api.Features.Export.Field;

namespace TreatyTracker.Api.Features.Export;

/// <summary>
/// The tables of what follows from the record by law. They speak of every day, as periods and steps, and of no "today": so that the
/// package depends on the data alone.
/// </summary>
static class ComputedTables
{
    /// <summary>A period of consent, or a signature that none followed.</summary>
    sealed record Row(Participation Of, int Period, ConsentPeriod? Consent);

    /// <summary>The counts of a treaty from a day on.</summary>
    sealed record Step(string Treaty, DateOnly From, NamedCounts Counts);

    public static IReadOnlyList<Table> All { get; } =
    [
        Table.Of(
            "participations",
            "Participations",
            "Computed: a participant's consent to be bound by a treaty, from its deposit to its end; a participant that came back has several. A row with period 0 is a signature without consent. On a day, whoever has a row with consentOn <= day and no boundUntil, or one after the day, is among the parties.",
            r => Statuses(r).SelectMany(s => s.Participations).SelectMany(Rows),
            ["treaty", "participant", "period"],
            Text<Row>("treaty", "The treaty.", r => r.Of.Treaty).Of("treaties", "id"),
            Text<Row>("participant", "The participant.", r => r.Of.Participant.Code).Of("participants", "code"),
            Number<Row>("period", "Which of its periods of consent, from 1; 0 where it only signed.", r => r.Period),
            Day<Row>("signedOn", "Day of signature; empty where it did not sign.", r => r.Of.Signature?.Date),
            Text<Row>("signature", "The event that it signed by.", r => r.Of.Signature?.Id).Of("events", "id"),
            Word<Row, EventKind>("consent", "How it consented.", r => r.Consent?.Consent.Kind),
            Day<Row>("consentOn", "Day of deposit of the consent.", r => r.Consent?.From),
            Text<Row>("consentEvent", "The event that it consented by.", r => r.Consent?.Consent.Id).Of("events", "id"),
            Day<Row>(
                "inForceOn",
                "First day on which the treaty is in force for it; empty where there is none.",
                r => r.Consent is { InForce: [var first, ..] } ? first.From : null
            ),
            Day<Row>("boundUntil", "First day on which it is no longer bound; empty where no end is known.", r => r.Consent?.Until),
            Text<Row>("endedBy", "The event that ended it.", r => r.Consent?.EndedBy?.Id).Of("events", "id")
        ),
        Table.Of(
            "counts",
            "Counts over time",
            "Computed: the named counts of a treaty from a day on; they hold until the day of its next row. Days to come show what the acts already known will make of them. What each count means is told at /docs/counts.",
            r => Statuses(r).SelectMany(s => s.Timeline.Steps, (s, step) => new Step(s.Treaty.Id, step.Key, NamedCounts.Of(step.Value))),
            ["treaty", "from"],
            [
                Text<Step>("treaty", "The treaty.", s => s.Treaty).Of("treaties", "id"),
                Day<Step>("from", "First day on which the counts are these.", s => s.From),
                .. NamedCounts.ColumnsOf<Step>(s => s.Counts).Select(c => Number(c.Name, $"The count {c.Name}.", c.Value)),
            ]
        ),
    ];

    static IEnumerable<TreatyStatus> Statuses(Register register) => register.Facts.Treaties.Select(register.KnownAt(null).StatusOf);

    static IEnumerable<Row> Rows(Participation participation) =>
        participation switch
        {
            { Consents.Count: > 0 } => participation.Consents.Select((c, i) => new Row(participation, i + 1, c)),
            { Signature: not null } => [new(participation, 0, null)],
            _ => [],
        };
}
