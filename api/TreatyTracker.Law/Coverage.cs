namespace TreatyTracker.Law;

/// <summary>How far the record of a treaty is proved: against which table its number of parties was compared.</summary>
public enum Coverage
{
    /// <summary>The number of parties read in the newest table equals that of the record on the table's day.</summary>
    Proved,

    /// <summary>Acts newer than the last table that was read whole were added, but the number of parties is not proved.</summary>
    NewerActs,

    /// <summary>The record ends with an older table.</summary>
    OlderTable,
}
