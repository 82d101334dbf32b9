using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Events;

/// <summary>One treaty action as it was recorded. Never changed; a correction is an event of its own.</summary>
public sealed record RecordedEvent
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>The treaty's id.</summary>
    public required string Treaty { get; init; }

    /// <summary>The participant's code; absent where the act is of the treaty itself.</summary>
    public string? Participant { get; init; }

    /// <summary>The participant's name today, in the language asked for.</summary>
    public string? Name { get; init; }

    /// <summary>What was done.</summary>
    public required EventKind Kind { get; init; }

    /// <summary>What people call it, in the language asked for.</summary>
    public required string KindLabel { get; init; }

    /// <summary>Day of signature, or of deposit or receipt.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Day of legal effect, where it differs from what the final clauses give.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>The instant at which the register learned of it.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>How well the day is known.</summary>
    public required Verification Verification { get; init; }

    /// <summary>Ids of the sources; see <c>/v1/sources/{id}</c>.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>A remark of the record.</summary>
    public string? Note { get; init; }

    /// <summary>Of a correction: the event that it supersedes or retracts.</summary>
    public string? Corrects { get; init; }

    /// <summary>Of a correction that supersedes: what the act really was. Absent on a correction: it retracts.</summary>
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
            EffectiveOn = e.EffectiveOn,
            RecordedAt = e.RecordedAt,
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
    ];
}
