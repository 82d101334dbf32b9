namespace TreatyTracker.Api.Consistency;

/// <summary>How bad a finding is.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing need be wrong.</summary>
    Information,

    /// <summary>Probably wrong, or right for a reason that the record should give.</summary>
    Warning,

    /// <summary>The record contradicts the law, itself, or what was published.</summary>
    Error,
}
