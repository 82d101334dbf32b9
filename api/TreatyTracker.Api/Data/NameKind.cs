namespace TreatyTracker.Api.Data;

/// <summary>What a text is to the participant that it names.</summary>
public enum NameKind
{
    /// <summary>A code: the register's own, ISO 3166 alpha-2, alpha-3 or M49, also one that was withdrawn, or an IOC code.</summary>
    Code,

    /// <summary>A name in use.</summary>
    Name,

    /// <summary>The formal name.</summary>
    OfficialName,

    /// <summary>A name that it had for a period.</summary>
    FormerName,

    /// <summary>Another name that people use for it.</summary>
    OtherName,
}
