namespace TreatyTracker.Api.StatusTables;

/// <summary>
/// A status table as its document states it: a snapshot of one day. Names are not resolved yet, and what a cell means for the record is
/// not decided.
/// </summary>
sealed record StatusTable
{
    /// <summary>The format it was read in.</summary>
    public required StatusTableFormat Format { get; init; }

    /// <summary>The treaty's title, without footnote marks; <c>null</c> where the document has none.</summary>
    public string? Title { get; init; }

    /// <summary>
    /// The document's own identifier of the treaty: an MTDSG number such as <c>XVIII-12</c>, an ETS number; or <c>null</c>.
    /// </summary>
    public string? Number { get; init; }

    /// <summary>Place and day of conclusion as printed; <c>null</c> where the document does not say.</summary>
    public string? Conclusion { get; init; }

    /// <summary>Day of conclusion, where <see cref="Conclusion"/> has one.</summary>
    public DateOnly? ConcludedOn { get; init; }

    /// <summary>Day of entry into force; <c>null</c> where the document does not say.</summary>
    public DateOnly? EntryIntoForceOn { get; init; }

    /// <summary>The day for which the table is stated; <c>null</c> where the document does not say.</summary>
    public DateOnly? AsAt { get; init; }

    /// <summary>The number of parties that the header states.</summary>
    public int? Parties { get; init; }

    /// <summary>The number of signatories that the header states.</summary>
    public int? Signatories { get; init; }

    /// <summary>The participants' rows, in the document's order. One participant may have several rows.</summary>
    public required IReadOnlyList<StatusTableRow> Rows { get; init; }

    /// <summary>Every row and cell that could not be used, in the document's order.</summary>
    public required IReadOnlyList<UnusedCell> Unused { get; init; }
}
