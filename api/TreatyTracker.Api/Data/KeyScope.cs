namespace TreatyTracker.Api.Data;

/// <summary>What a key allows.</summary>
public enum KeyScope
{
    /// <summary>All of recording: new events, corrections, and acknowledgements that override a rule.</summary>
    Record,

    /// <summary>New events alone: no corrections, and no acknowledgements.</summary>
    Append,
}
