namespace TreatyTracker.Api.StatusTables;

/// <summary>A cell of a table, its footnote marks apart.</summary>
/// <param name="Text">The text with single spaces, without markup and footnote marks.</param>
/// <param name="Footnotes">Marks of the footnotes, as printed; empty for none.</param>
sealed record GridCell(string Text, IReadOnlyList<string> Footnotes)
{
    /// <summary>A cell without footnotes.</summary>
    public static GridCell Of(string text) => new(CellText.Fold(text), []);
}
