using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features.TreatyCounts;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Treaties;

/// <summary>A treaty with its counts.</summary>
public sealed record TrackedTreaty
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Number among the Multilateral Treaties Deposited with the Secretary-General.</summary>
    public required string Mtdsg { get; init; }

    /// <summary>What sort of instrument it is.</summary>
    public required TreatyKind Kind { get; init; }

    /// <summary>The title, in the language asked for where there is one.</summary>
    public required string Title { get; init; }

    /// <summary>The language that the title is in.</summary>
    public required string TitleLanguage { get; init; }

    /// <summary>The short title, in the language asked for or in English; absent where it has none.</summary>
    public string? ShortTitle { get; init; }

    /// <summary>The titles known, by language.</summary>
    public required IReadOnlyDictionary<string, string> Titles { get; init; }

    /// <summary>The treaty to which it belongs; absent for a principal treaty.</summary>
    public TreatyReference? Parent { get; init; }

    /// <summary>The treaties that belong to it.</summary>
    public required IReadOnlyList<TreatyReference> Protocols { get; init; }

    /// <summary>Subject word.</summary>
    public required string Subject { get; init; }

    /// <summary>Adoption of the text.</summary>
    public required Adoption Adopted { get; init; }

    /// <summary>The custodian (VCLT 76, 77).</summary>
    public required string Depositary { get; init; }

    /// <summary>Registration number in the United Nations Treaty Series.</summary>
    public string? Unts { get; init; }

    /// <summary>The day that the rest speaks of.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The instant as of whose knowledge it was computed.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>Present and true when the day is still to come.</summary>
    public bool? LooksAhead { get; init; }

    /// <summary>Whether the treaty is in force on the day.</summary>
    public required bool InForce { get; init; }

    /// <summary>Entry into force, published and computed.</summary>
    public required TreatyEntryIntoForce EntryIntoForce { get; init; }

    /// <summary>The named counts.</summary>
    public required NamedCounts Counts { get; init; }

    /// <summary>How far the record goes.</summary>
    public required RecordCoverage Record { get; init; }

    /// <summary>The articles that say who may join, when it enters into force and how one leaves.</summary>
    public required FinalClauses FinalClauses { get; init; }

    internal static TrackedTreaty Of(Treaty treaty, AnswerContext context)
    {
        var status = context.StatusOf(treaty);
        var all = context.View.Treaties;
        var (title, language) = treaty.TitleIn(context.Language);
        return new()
        {
            Id = treaty.Id,
            Mtdsg = treaty.Mtdsg,
            Kind = treaty.Kind,
            Title = title,
            TitleLanguage = language,
            ShortTitle = treaty.ShortTitles.GetValueOrDefault(context.Language) ?? treaty.ShortTitles.GetValueOrDefault(Languages.English),
            Titles = treaty.Titles,
            Parent = treaty.Parent is { } parent ? TreatyReference.Of(context.Register.FindTreaty(parent)!, context) : null,
            Protocols = [.. all.Where(t => t.Parent == treaty.Id).Select(t => TreatyReference.Of(t, context))],
            Subject = treaty.Subject,
            Adopted = treaty.Adopted,
            Depositary = treaty.Depositary,
            Unts = treaty.Unts,
            AsOf = context.AsOf,
            KnownAt = context.KnownAt,
            LooksAhead = context.LooksAhead,
            InForce = status.IsInForce(context.AsOf),
            EntryIntoForce = TreatyEntryIntoForce.Of(status),
            Counts = NamedCounts.Of(status.Timeline.On(context.AsOf)),
            Record = RecordCoverage.Of(treaty, context),
            FinalClauses = treaty.FinalClauses,
        };
    }

    internal static IReadOnlyList<Column<TrackedTreaty>> Columns { get; } =
    [
        new("id", t => t.Id),
        new("mtdsg", t => t.Mtdsg),
        new("kind", t => t.Kind.WireName()),
        new("title", t => t.Title),
        new("parent", t => t.Parent?.Id),
        new("subject", t => t.Subject),
        new("adoptedOn", t => t.Adopted.On),
        new("entryIntoForce", t => t.EntryIntoForce.On),
        new("asOf", t => t.AsOf),
        new("inForce", t => t.InForce),
        .. NamedCounts.ColumnsOf<TrackedTreaty>(t => t.Counts),
        new("completeThrough", t => t.Record.CompleteThrough),
        new("asOfIsBeyond", t => t.Record.AsOfIsBeyond),
        new("unverifiedEvents", t => t.Record.UnverifiedEvents),
        new("titleLanguage", t => t.TitleLanguage),
    ];
}
