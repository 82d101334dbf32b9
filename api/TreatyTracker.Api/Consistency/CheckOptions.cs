namespace TreatyTracker.Api.Consistency;

/// <summary>Limits a check to treaties and rules.</summary>
public sealed record CheckOptions
{
    /// <summary>All treaties and all rules.</summary>
    public static CheckOptions Everything { get; } = new();

    /// <summary>Ids of the treaties to check; empty for all. Naming treaties excludes findings that concern no particular treaty.</summary>
    public IReadOnlyCollection<string> Treaties { get; init; } = [];

    /// <summary>Ids of the rules to run; empty for all.</summary>
    public IReadOnlyCollection<string> Rules { get; init; } = [];

    /// <summary>How many days may pass after a treaty's <c>completeThrough</c> before <c>record-stale</c> reports it.</summary>
    public int StaleAfterDays { get; init; } = 365;
}
