namespace TreatyTracker.Api.Pages;

/// <summary>The column by which a table of standings is sorted.</summary>
public enum StatusSort
{
    /// <summary>By name or title.</summary>
    Name,

    /// <summary>By standing.</summary>
    Standing,

    /// <summary>By day of signature.</summary>
    Signed,

    /// <summary>By day of consent.</summary>
    Consented,

    /// <summary>By day of entry into force.</summary>
    InForce,
}
