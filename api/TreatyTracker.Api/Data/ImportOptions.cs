namespace TreatyTracker.Api.Data;

/// <summary>How far an import reaches, and whether what the facts lack is retracted.</summary>
public sealed record ImportOptions
{
    /// <summary>The register is to hold what the facts hold, and nothing else.</summary>
    public static ImportOptions Mirror { get; } = new() { Retract = true };

    /// <summary>
    /// Whether recorded events that the facts lack are retracted. Otherwise they stay, as do treaties, participants and sources.
    /// </summary>
    public bool Retract { get; init; }

    /// <summary>
    /// The ids of the treaties to import; everything else of the register stays as it is, and gets only the participants and sources that
    /// it lacks. <c>null</c>: all.
    /// </summary>
    public IReadOnlySet<string>? Treaties { get; init; }

    /// <summary>Whether events of a treaty are imported.</summary>
    public bool Includes(string treaty) => Treaties is null || Treaties.Contains(treaty);

    /// <summary>The facts, with what the register holds beside them and keeps.</summary>
    public Facts Completed(Facts held, Facts facts)
    {
        if (this == Mirror)
            return facts;
        var treaties = facts.Treaties.Where(t => Includes(t.Id)).ToList();
        var imported = treaties.Select(t => t.Id).ToHashSet();
        bool Keeps(string? treaty) => treaty is null ? Treaties is not null : !imported.Contains(treaty);
        bool Takes(string? treaty) => treaty is null ? Treaties is null : imported.Contains(treaty);
        var (first, then) = Treaties is null ? (facts, held) : (held, facts);
        return facts with
        {
            Sources = [.. first.Sources.UnionBy(then.Sources, s => s.Id).OrderBy(s => s.Id, StringComparer.Ordinal)],
            Participants = [.. first.Participants.UnionBy(then.Participants, p => p.Code).OrderBy(p => p.Code, StringComparer.Ordinal)],
            Treaties = [.. treaties.Concat(held.Treaties.Where(t => Keeps(t.Id))).OrderBy(t => t.Id, StringComparer.Ordinal)],
            Events = [.. facts.Events.Where(e => imported.Contains(e.Treaty))],
            PublishedCounts = PublishedCount.InOrder(
                facts.PublishedCounts.Where(c => Takes(c.Treaty)).Concat(held.PublishedCounts.Where(c => Keeps(c.Treaty)))
            ),
            Waivers = Waiver.InOrder(facts.Waivers.Where(w => Takes(w.Treaty)).Concat(held.Waivers.Where(w => Keeps(w.Treaty)))),
        };
    }
}
