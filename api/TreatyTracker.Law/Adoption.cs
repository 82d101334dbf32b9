namespace TreatyTracker.Law;

/// <summary>The adoption of a treaty's text (VCLT 9).</summary>
public sealed record Adoption
{
    /// <summary>The day.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The place.</summary>
    public string? Place { get; init; }

    /// <summary>The resolution or conference.</summary>
    public string? By { get; init; }
}
