namespace TreatyTracker.Api.Features.Treaties;

/// <summary>A representation of a treaty.</summary>
public enum TreatyFormat
{
    /// <summary><c>application/json</c>: all that the register knows of it.</summary>
    Json,

    /// <summary><c>application/x-bibtex</c>: a citation, for BibTeX.</summary>
    Bibtex,

    /// <summary><c>application/vnd.citationstyles.csl+json</c>: a citation, for Zotero, pandoc and others.</summary>
    Csl,
}
