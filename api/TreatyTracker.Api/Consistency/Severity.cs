namespace TreatyTracker.Api.Consistency;

/// <summary>The severity of a finding.</summary>
public enum Severity
{
    /// <summary>Worth knowing, but not necessarily wrong.</summary>
    Information,

    /// <summary>Probably wrong, or correct for a reason that the record should state.</summary>
    Warning,

    /// <summary>The record contradicts the law, itself, or a published figure.</summary>
    Error,
}
