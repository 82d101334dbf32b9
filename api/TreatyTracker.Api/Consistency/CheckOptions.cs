namespace TreatyTracker.Api.Consistency;

/// <summary>What a check looks at.</summary>
public sealed record CheckOptions
{
    /// <summary>Everything.</summary>
    public static CheckOptions Everything { get; } = new();

    /// <summary>Ids of the treaties to check; empty for all. What concerns no treaty in particular is then left out.</summary>
    public IReadOnlyCollection<string> Treaties { get; init; } = [];

    /// <summary>Ids of the rules to run; empty for all.</summary>
    public IReadOnlyCollection<string> Rules { get; init; } = [];

    /// <summary>How many days after the last one known to be complete a treaty's record counts as stale.</summary>
    public int StaleAfterDays { get; init; } = 365;
}
