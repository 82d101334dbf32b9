using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features.TreatyCounts;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Law;
using static TreatyTracker.Api.Features.Export.Field;

namespace TreatyTracker.Api.Features.Export;

/// <summary>
/// The computed tables. They contain periods and steps for all days instead of figures for today, so that the package depends only on the
/// data.
/// </summary>
static class ComputedTables
{
    /// <summary>A period of consent, or a signature without a consent.</summary>
    sealed record Row(Participation Of, int Period, ConsentPeriod? Consent);

    /// <summary>The counts of a treaty from a day on, until the next step.</summary>
    sealed record Step(string Treaty, DateOnly From, NamedCounts Counts);

    public static IReadOnlyList<Table> All { get; } =
    [
        Table.Of(
            "participations",
            "Participations",
            "Computed. One row for each consent of a participant to be bound by a treaty, from its deposit to its end. A participant that "
                + "left and joined again has several rows. A row with period 0 is a signature without consent. The parties on a day are "
                + "the participants that have a row with consentOn <= day and with boundUntil empty or > day.",
            r => Statuses(r).SelectMany(s => s.Participations).SelectMany(Rows),
            ["treaty", "participant", "period"],
            Text<Row>("treaty", "The treaty.", r => r.Of.Treaty).References("treaties", "id"),
            Text<Row>("participant", "The participant.", r => r.Of.Participant.Code).References("participants", "code"),
            Number<Row>("period", "Number of the period of consent, starting at 1; 0 if the participant only signed.", r => r.Period),
            Day<Row>("signedOn", "Date of signature; empty if it did not sign.", r => r.Of.Signature?.Date),
            Text<Row>("signature", "The event of the signature.", r => r.Of.Signature?.Id).References("events", "id"),
            Word<Row, EventKind>("consent", "How the participant consented.", r => r.Consent?.Consent.Kind),
            Day<Row>("consentOn", "Date of deposit of the consent.", r => r.Consent?.From),
            Text<Row>("consentEvent", "The event of the consent.", r => r.Consent?.Consent.Id).References("events", "id"),
            Day<Row>(
                "inForceOn",
                "First day on which the treaty is in force for it; empty if there is none.",
                r => r.Consent is { InForce: [var first, ..] } ? first.From : null
            ),
            Day<Row>("boundUntil", "First day on which it is no longer bound; empty if no end is known.", r => r.Consent?.Until),
            Text<Row>("endedBy", "The event that ended the consent.", r => r.Consent?.EndedBy?.Id).References("events", "id")
        ),
        Table.Of(
            "counts",
            "Counts over time",
            "Computed. The named counts of a treaty from a day on; they apply until the day of the treaty's next row. Counts for future "
                + "days follow from the acts already known. /docs/counts defines each count.",
            r => Statuses(r).SelectMany(s => s.Timeline.Steps, (s, step) => new Step(s.Treaty.Id, step.Key, NamedCounts.Of(step.Value))),
            ["treaty", "from"],
            [
                Text<Step>("treaty", "The treaty.", s => s.Treaty).References("treaties", "id"),
                Day<Step>("from", "First day to which the counts apply.", s => s.From),
                .. NamedCounts
                    .ColumnsOf<Step>(s => s.Counts)
                    .Concat(NamedCounts.LaterColumnsOf<Step>(s => s.Counts))
                    .Select(c =>
                        c.Name is "partiesAtLeast" or "partiesAtMost" ? MaybeNumber(c) : Number(c.Name, $"The count {c.Name}.", c.Value)
                    ),
            ]
        ),
    ];

    static Field<Step> MaybeNumber(Column<Step> column) =>
        Number(column.Name, $"The count {column.Name}; empty where it is that of parties.", column.Value) with
        {
            Constraints = new(Minimum: 0),
        };

    static IEnumerable<TreatyStatus> Statuses(Register register) => register.Facts.Treaties.Select(register.KnownAt(null).StatusOf);

    static IEnumerable<Row> Rows(Participation participation) =>
        participation switch
        {
            { Consents.Count: > 0 } => participation.Consents.Select((c, i) => new Row(participation, i + 1, c)),
            { Signature: not null } => [new(participation, 0, null)],
            _ => [],
        };
}
