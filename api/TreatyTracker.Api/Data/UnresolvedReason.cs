namespace TreatyTracker.Api.Data;

/// <summary>Why a name names no participant.</summary>
public enum UnresolvedReason
{
    /// <summary>Several participants have this name, and the day does not tell them apart.</summary>
    Ambiguous,

    /// <summary>No participant has this name.</summary>
    Unknown,

    /// <summary>The State of this name did not exist any more on the day.</summary>
    NotInExistence,

    /// <summary>A territory has this name: no participant, for others act for it.</summary>
    Territory,
}
