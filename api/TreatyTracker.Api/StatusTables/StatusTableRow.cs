namespace TreatyTracker.Api.StatusTables;

/// <summary>One row of a status table: a participant and its acts.</summary>
/// <param name="Line">Line of the document, from 1.</param>
/// <param name="Name">The name or code as printed, without footnote marks.</param>
/// <param name="Acts">The acts in the order of the columns; empty where the row has none that could be read.</param>
sealed record StatusTableRow(int Line, string Name, IReadOnlyList<StatusTableAct> Acts)
{
    /// <summary>The participant's code where the document has one: ISO 3166 or the publisher's own.</summary>
    public string? Code { get; init; }

    /// <summary>The treaty, in a table that holds several, as the document identifies it.</summary>
    public string? Treaty { get; init; }

    /// <summary>Marks of the footnotes at the name, as printed; empty for none.</summary>
    public IReadOnlyList<string> Footnotes { get; init; } = [];
}
