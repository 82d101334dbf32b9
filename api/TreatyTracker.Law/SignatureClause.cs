namespace TreatyTracker.Law;

/// <summary>When and where the treaty is open for signature.</summary>
public sealed record SignatureClause
{
    /// <summary>The article.</summary>
    public string? Article { get; init; }

    /// <summary>First day, inclusive.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, inclusive; <c>null</c> while it stays open.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The places.</summary>
    public EquatableArray<string> Places { get; init; } = [];
}
