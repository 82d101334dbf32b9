namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>A representation of the counts.</summary>
public enum CountsFormat
{
    /// <summary><c>application/json</c>: all counts.</summary>
    Json,

    /// <summary><c>text/plain</c>: one count, as a number followed by a line feed.</summary>
    Text,

    /// <summary><c>application/x-bibtex</c>: a citation of one count, for BibTeX.</summary>
    Bibtex,

    /// <summary><c>application/vnd.citationstyles.csl+json</c>: a citation of one count, for Zotero, pandoc and others.</summary>
    Csl,
}
