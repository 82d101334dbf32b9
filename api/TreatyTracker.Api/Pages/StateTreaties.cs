namespace TreatyTracker.Api.Pages;

/// <summary>The treaties that the page of a State shows.</summary>
public enum StateTreaties
{
    /// <summary>All under which it acted.</summary>
    Any,

    /// <summary>Those to which it consented and that bind it, or will.</summary>
    Party,

    /// <summary>Those that it signed and is not bound by.</summary>
    Signatory,

    /// <summary>Those that it left.</summary>
    FormerParty,

    /// <summary>Those under which it has no standing: neither signed nor joined.</summary>
    None,
}
