namespace TreatyTracker.Law;

/// <summary>Who may become a party (VCLT 83 and its like).</summary>
public sealed record OpenTo
{
    /// <summary>Which States: <c>all</c>, or words of the clause.</summary>
    public required string States { get; init; }

    /// <summary>Whether regional organizations may join.</summary>
    public bool RegionalOrganizations { get; init; }

    /// <summary>Whether an organization may join only once one of its members has (UNTOC 36(3)).</summary>
    public bool RequiresMemberFirst { get; init; }

    /// <summary>The article that requires a member first.</summary>
    public string? RequiresMemberFirstArticle { get; init; }

    /// <summary>The id of the treaty to which a participant must be a party in order to be a party to this one.</summary>
    public string? RequiresPartyTo { get; init; }

    /// <summary>The article that says so.</summary>
    public string? RequiresPartyToArticle { get; init; }
}
