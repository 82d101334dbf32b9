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

    /// <summary>
    /// The number in Multilateral Treaties Deposited with the Secretary-General (MTDSG). It repeats the id if the treaty has none, because
    /// another depositary keeps it.
    /// </summary>
    public required string Mtdsg { get; init; }

    /// <summary>The treaty's number, in the numbering that <c>numbering</c> names; absent if it has none.</summary>
    public string? Number { get; init; }

    /// <summary>
    /// Whose number <c>number</c> is: <c>mtdsg</c>, or a word for another depositary, such as <c>icao</c>, <c>iaea</c>, <c>imo</c>,
    /// <c>cets</c> or <c>ilo</c>. Absent without a number.
    /// </summary>
    public string? Numbering { get; init; }

    /// <summary>The kind of instrument.</summary>
    public required TreatyKind Kind { get; init; }

    /// <summary>The title, in the requested language if available, otherwise in English.</summary>
    public required string Title { get; init; }

    /// <summary>The language of the title.</summary>
    public required string TitleLanguage { get; init; }

    /// <summary>The short title, in the requested language or in English; absent if it has none.</summary>
    public string? ShortTitle { get; init; }

    /// <summary>All known titles, by language.</summary>
    public required IReadOnlyDictionary<string, string> Titles { get; init; }

    /// <summary>
    /// The parent treaty; absent for a principal treaty, and for one that belongs to several treaties or to one that is not in the
    /// register.
    /// </summary>
    public TreatyReference? Parent { get; init; }

    /// <summary>The treaties of which it is the parent.</summary>
    public required IReadOnlyList<TreatyReference> Protocols { get; init; }

    /// <summary>The subject.</summary>
    public required string Subject { get; init; }

    /// <summary>Adoption of the text.</summary>
    public required Adoption Adopted { get; init; }

    /// <summary>The depositary (VCLT art. 76, 77), or the first of several.</summary>
    public required string Depositary { get; init; }

    /// <summary>All depositaries.</summary>
    public required IReadOnlyList<string> Depositaries { get; init; }

    /// <summary>The registration in the United Nations Treaty Series.</summary>
    public string? Unts { get; init; }

    /// <summary>The requested day, to which the other members refer.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The state of the register used: only what it had recorded by this instant.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>Present and <c>true</c> if <c>asOf</c> is in the future.</summary>
    public bool? LooksAhead { get; init; }

    /// <summary>Whether the treaty is in force on the requested day.</summary>
    public required bool InForce { get; init; }

    /// <summary>Entry into force, published and computed.</summary>
    public required TreatyEntryIntoForce EntryIntoForce { get; init; }

    /// <summary>The named counts on the requested day.</summary>
    public required NamedCounts Counts { get; init; }

    /// <summary>The coverage of the record.</summary>
    public required RecordCoverage Record { get; init; }

    /// <summary>The articles on who may join, on entry into force, and on withdrawal.</summary>
    public required KnownFinalClauses FinalClauses { get; init; }

    /// <summary>The named lists to which the final clauses refer; absent if the record has none.</summary>
    public IReadOnlyList<NamedList>? Lists { get; init; }

    internal static TrackedTreaty Of(Treaty treaty, AnswerContext context)
    {
        var status = context.StatusOf(treaty);
        var all = context.View.Treaties;
        var (title, language) = treaty.TitleIn(context.Language);
        return new()
        {
            Id = treaty.Id,
            Mtdsg = treaty.Mtdsg,
            Number = treaty.OwnNumber.Number,
            Numbering = treaty.OwnNumber.Numbering,
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
            Depositaries = treaty.Depositaries.Count > 0 ? treaty.Depositaries : [treaty.Depositary],
            Unts = treaty.Unts,
            AsOf = context.AsOf,
            KnownAt = context.KnownAt,
            LooksAhead = context.LooksAhead,
            InForce = status.IsInForce(context.AsOf),
            EntryIntoForce = TreatyEntryIntoForce.Of(status, context.Language),
            Counts = NamedCounts.Of(status.Timeline.On(context.AsOf)),
            Record = RecordCoverage.Of(treaty, context),
            FinalClauses = KnownFinalClauses.Of(treaty.FinalClauses),
            Lists = treaty.Lists.Count > 0 ? [.. treaty.Lists.GroupBy(e => e.List).Select(NamedList.Of)] : null,
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
        new("adoptedOn", t => t.Adopted.On, "The day on which the text was adopted."),
        new("entryIntoForce", t => t.EntryIntoForce.On),
        new("asOf", t => t.AsOf),
        new("inForce", t => t.InForce),
        .. NamedCounts.ColumnsOf<TrackedTreaty>(t => t.Counts),
        new("completeThrough", t => t.Record.CompleteThrough),
        new("asOfIsBeyond", t => t.Record.AsOfIsBeyond),
        new("unverifiedEvents", t => t.Record.UnverifiedEvents),
        new("titleLanguage", t => t.TitleLanguage),
        .. NamedCounts.LaterColumnsOf<TrackedTreaty>(t => t.Counts),
        new("undatedEvents", t => t.Record.UndatedEvents),
        new("assumedEffects", t => t.Record.AssumedEffects),
        new("depositaries", t => string.Join('|', t.Depositaries)),
        new("coverage", t => t.Record.Coverage?.WireName()),
        new("number", t => t.Number),
        new("numbering", t => t.Numbering),
    ];
}
