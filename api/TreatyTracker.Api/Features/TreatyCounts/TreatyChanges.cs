using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>What changed under one treaty within a stretch of days.</summary>
/// <param name="Treaty">The treaty.</param>
/// <param name="Before">The counts on the day before the first.</param>
/// <param name="After">The counts on the last day.</param>
/// <param name="EnteredIntoForceOn">The day on which the treaty itself entered into force, if it was one of these.</param>
/// <param name="Signed">Who signed.</param>
/// <param name="Consented">Who deposited consent to be bound, and how.</param>
/// <param name="CameIntoForce">For whom the treaty came into force.</param>
/// <param name="Left">Who ceased to be bound.</param>
/// <param name="Record">How far the record goes, on the last day.</param>
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
        new("change", x => x.What),
        new("participant", x => x.Change.Participant.Code),
        new("name", x => x.Change.Participant.Name),
        new("on", x => x.Change.On),
        new("kind", x => x.Change.Kind.WireName()),
        new("event", x => x.Change.Event),
        new("verification", x => x.Change.Verification.WireName()),
        new("partiesBefore", x => x.Of.Before.Parties),
        new("partiesAfter", x => x.Of.After.Parties),
        new("kindLabel", x => x.Change.KindLabel),
    ];
}
