namespace TreatyTracker.Api.StatusTables;

/// <summary>A row of a table of participants.</summary>
/// <param name="Line">Line of the document, from 1.</param>
/// <param name="Cells">The cells in the order of the columns.</param>
sealed record GridRow(int Line, IReadOnlyList<GridCell> Cells)
{
    /// <summary>The row as one text.</summary>
    public string Printed => string.Join(" | ", Cells.Select(c => c.Text)).Trim();
}
