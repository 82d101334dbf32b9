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
}
