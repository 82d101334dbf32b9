namespace TreatyTracker.Law;

/// <summary>When the treaty is open for accession (VCLT 15).</summary>
public sealed record AccessionClause
{
    /// <summary>The article.</summary>
    public string? Article { get; init; }

    /// <summary>First day, inclusive; <c>null</c>: from the beginning.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Whether only a treaty already in force may be acceded to.</summary>
    public bool OnlyOnceInForce { get; init; }

    /// <summary>
    /// The time within which a contracting State may object to an accession, so that the treaty is not in force between the two (Apostille
    /// Convention 12); <c>null</c>: an objection to an accession has no such effect.
    /// </summary>
    public Delay? ObjectionWithin { get; init; }

    /// <summary>
    /// Whether an accession works only between the acceding State and those that accept it (Child Abduction Convention 38). An acceptance
    /// is a <see cref="EventKind.Declaration"/> with the acceding State as its counterpart.
    /// </summary>
    public bool RequiresAcceptance { get; init; }
}
