using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Events;

/// <summary>A treaty event as it was recorded. Events never change; a correction is a separate event.</summary>
public sealed record RecordedEvent
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>The treaty's id.</summary>
    public required string Treaty { get; init; }

    /// <summary>The participant's code; absent if the event concerns the treaty itself.</summary>
    public string? Participant { get; init; }

    /// <summary>The participant's current name, in the requested language.</summary>
    public string? Name { get; init; }

    /// <summary>The kind of event.</summary>
    public required EventKind Kind { get; init; }

    /// <summary>The label of the kind, in the requested language.</summary>
    public required string KindLabel { get; init; }

    /// <summary>
    /// Date of signature, deposit or receipt. If the date is known only as a period, its last day; if only the effect is known, the date of
    /// effect.
    /// </summary>
    public required DateOnly Date { get; init; }

    /// <summary>
    /// The period in which the event took place, if its date is not known: a year (<c>2015</c>), a month (<c>2015-03</c>), or the first and
    /// last possible day (<c>2015-01-09/2016-06-30</c>), both inclusive (ISO 8601-2); absent otherwise.
    /// </summary>
    public string? DatePeriod { get; init; }

    /// <summary>How exactly the date is known.</summary>
    public required DateKnown DateKnown { get; init; }

    /// <summary>Date of legal effect, if it differs from the date computed from the final clauses.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>The depositary with which the deposit was made, if the treaty has several.</summary>
    public string? Depositary { get; init; }

    /// <summary>
    /// The code of the participant towards which the event is directed: for an objection, the participant objected to.
    /// </summary>
    public string? Counterpart { get; init; }

    /// <summary>
    /// For an objection: whether it opposes entry into force of the treaty between the two participants (VCLT art. 20(4)(b)); absent for
    /// other events.
    /// </summary>
    public bool? OpposesEntryIntoForce { get; init; }

    /// <summary>The instant at which the register recorded the event.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>
    /// Who recorded the event: <c>import</c>, or the name of a key. Absent if the register does not know. /v1/recordings lists all
    /// recordings.
    /// </summary>
    public string? RecordedBy { get; init; }

    /// <summary>How well the date is confirmed.</summary>
    public required Verification Verification { get; init; }

    /// <summary>Ids of the sources; see <c>/v1/sources/{id}</c>.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>A remark.</summary>
    public string? Note { get; init; }

    /// <summary>For a correction: the id of the event that it replaces or retracts.</summary>
    public string? Corrects { get; init; }

    /// <summary>For a correction that replaces an event: the correct kind. Absent if the correction retracts the event.</summary>
    public EventKind? CorrectedKind { get; init; }

    internal static RecordedEvent Of(TreatyEvent e, AnswerContext context) =>
        new()
        {
            Id = e.Id,
            Treaty = e.Treaty,
            Participant = e.Participant.Length == 0 ? null : e.Participant,
            Name = e.Participant.Length == 0 ? null : context.Register.Participant(e.Participant).NameIn(context.Language),
            Kind = e.Kind,
            KindLabel = Labels.Of(e.Kind, context.Language),
            Date = e.Date,
            DatePeriod = e.DateKnown is DateKnown.Period ? e.DatePeriod.ToString() : null,
            DateKnown = e.DateKnown,
            EffectiveOn = e.EffectiveOn,
            Depositary = e.Depositary,
            Counterpart = e.Counterpart,
            OpposesEntryIntoForce = (e.CorrectedKind ?? e.Kind) is EventKind.Objection ? e.OpposesEntryIntoForce : null,
            RecordedAt = e.RecordedAt,
            RecordedBy = context.Register.Log.Of(e)?.By,
            Verification = e.Verification,
            Sources = e.Sources,
            Note = e.Note,
            Corrects = e.Corrects,
            CorrectedKind = e.CorrectedKind,
        };

    internal static IReadOnlyList<Column<RecordedEvent>> Columns { get; } =
    [
        new("id", e => e.Id),
        new("treaty", e => e.Treaty),
        new("participant", e => e.Participant),
        new("name", e => e.Name),
        new("kind", e => e.Kind.WireName()),
        new("date", e => e.Date),
        new("effectiveOn", e => e.EffectiveOn),
        new("recordedAt", e => e.RecordedAt),
        new("verification", e => e.Verification.WireName()),
        new("sources", e => string.Join('|', e.Sources)),
        new("note", e => e.Note),
        new("corrects", e => e.Corrects),
        new("correctedKind", e => e.CorrectedKind?.WireName()),
        new("kindLabel", e => e.KindLabel),
        new("datePeriod", e => e.DatePeriod),
        new("dateKnown", e => e.DateKnown.WireName()),
        new("depositary", e => e.Depositary),
        new("counterpart", e => e.Counterpart),
        new("opposesEntryIntoForce", e => e.OpposesEntryIntoForce),
        new("recordedBy", e => e.RecordedBy),
    ];
}
