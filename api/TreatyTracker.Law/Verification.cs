namespace TreatyTracker.Law;

/// <summary>How well the day of an event is known. Nothing may be shown without it.</summary>
public enum Verification
{
    /// <summary>Read in a depositary's status table.</summary>
    Table,

    /// <summary>A table and another source agree, or two sources do.</summary>
    Corroborated,

    /// <summary>The act is known and fits the published counts; no source at hand gives its day.</summary>
    Unverified,
}
