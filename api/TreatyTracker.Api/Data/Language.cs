namespace TreatyTracker.Api.Data;

/// <summary>A language of answers.</summary>
public enum Language
{
    /// <summary>Arabic.</summary>
    Ar,

    /// <summary>English.</summary>
    En,

    /// <summary>Spanish.</summary>
    Es,

    /// <summary>French.</summary>
    Fr,

    /// <summary>Russian.</summary>
    Ru,

    /// <summary>Chinese.</summary>
    Zh,
}
