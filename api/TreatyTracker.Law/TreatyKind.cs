namespace TreatyTracker.Law;

/// <summary>What sort of instrument a treaty is.</summary>
public enum TreatyKind
{
    /// <summary>A principal treaty.</summary>
    Convention,

    /// <summary>A treaty that belongs to another one.</summary>
    Protocol,

    /// <summary>A treaty that amends another one.</summary>
    Amendment,

    /// <summary>Any other instrument.</summary>
    Agreement,
}
