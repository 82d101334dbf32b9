using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>The changes under one treaty within the requested period.</summary>
/// <param name="Treaty">The treaty.</param>
/// <param name="Before">The counts on the day before the first day.</param>
/// <param name="After">The counts on the last day.</param>
/// <param name="EnteredIntoForceOn">The date on which the treaty itself entered into force; absent if it is outside the period.</param>
/// <param name="Signed">Participants that signed.</param>
/// <param name="Consented">Participants that deposited a consent to be bound, with its kind.</param>
/// <param name="CameIntoForce">Participants for which the treaty entered into force.</param>
/// <param name="Left">Participants that ceased to be bound.</param>
/// <param name="Record">The coverage of the record on the last day.</param>
public sealed record TreatyChanges(
    TreatyReference Treaty,
    NamedCounts Before,
    NamedCounts After,
    DateOnly? EnteredIntoForceOn,
    IReadOnlyList<Change> Signed,
    IReadOnlyList<Change> Consented,
    IReadOnlyList<Change> CameIntoForce,
    IReadOnlyList<Change> Left,
    RecordCoverage Record
)
{
    internal IEnumerable<(TreatyChanges Of, string What, Change Change)> Lines() =>
        Signed
            .Select(c => (this, "signed", c))
            .Concat(Consented.Select(c => (this, "consented", c)))
            .Concat(CameIntoForce.Select(c => (this, "came-into-force", c)))
            .Concat(Left.Select(c => (this, "left", c)));

    internal static IReadOnlyList<Column<(TreatyChanges Of, string What, Change Change)>> Columns { get; } =
    [
        new("treaty", x => x.Of.Treaty.Id),
        new("change", x => x.What, "What changed: signed, consented, came-into-force or left."),
        new("participant", x => x.Change.Participant.Code),
        new("name", x => x.Change.Participant.Name),
        new("on", x => x.Change.On),
        new("kind", x => x.Change.Kind.WireName()),
        new("event", x => x.Change.Event),
        new("verification", x => x.Change.Verification.WireName()),
        new("partiesBefore", x => x.Of.Before.Parties, "The count parties on the day before the first day."),
        new("partiesAfter", x => x.Of.After.Parties, "The count parties on the last day."),
        new("kindLabel", x => x.Change.KindLabel),
        new("completeThrough", x => x.Of.Record.CompleteThrough),
        new("coverage", x => x.Of.Record.Coverage?.WireName()),
        new("asOfIsBeyond", x => x.Of.Record.AsOfIsBeyond, "Whether the last day is after completeThrough."),
        new("unverifiedEvents", x => x.Of.Record.UnverifiedEvents),
        new("undatedEvents", x => x.Of.Record.UndatedEvents),
        new("assumedEffects", x => x.Of.Record.AssumedEffects),
        new("title", x => x.Of.Treaty.Title),
        new("titleLanguage", x => x.Of.Treaty.TitleLanguage),
    ];
}
