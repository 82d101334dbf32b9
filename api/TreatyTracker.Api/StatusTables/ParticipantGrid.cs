using TreatyTracker.Law;

namespace TreatyTracker.Api.StatusTables;

/// <summary>
/// A table whose first column names participants and whose other columns hold dates under headings that are legends: the shape of the
/// UN's tables, whatever they are written in.
/// </summary>
static class ParticipantGrid
{
    /// <summary>Whether a row is the heading of such a table.</summary>
    public static bool IsHeading(IReadOnlyList<GridCell> cells) =>
        cells.Count > 1 && cells[0].Text.StartsWith("Participant", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a column of the heading holds acts that bear on who is a party or a signatory.</summary>
    public static bool HasActs(IReadOnlyList<GridCell> heading) =>
        heading
            .Skip(1)
            .SelectMany(c => Legend.Parse(c.Text).Named)
            .Any(k => k.IsSigning() || k.IsConsent() || k.IsLeaving() || k is EventKind.ProvisionalApplication);

    /// <summary>Reads rows below their heading. Another heading among them is that of the rows after it.</summary>
    public static IEnumerable<StatusTableRow> Rows(IReadOnlyList<GridCell> heading, IEnumerable<GridRow> rows, UnusedCells unused)
    {
        var legends = Legends(heading);
        foreach (var row in rows.Where(r => r.Cells.Any(c => c.Text.Length > 0)))
            if (IsHeading(row.Cells))
                legends = Legends(row.Cells);
            else if (Row(row, legends, unused) is { } read)
                yield return read;
    }

    static List<Legend> Legends(IReadOnlyList<GridCell> heading) => [.. heading.Skip(1).Select(c => Legend.Parse(c.Text))];

    static StatusTableRow? Row(GridRow row, List<Legend> legends, UnusedCells unused)
    {
        var dates = row.Cells.Skip(1).ToList();
        // A cell too few may be any of them: with the empty ones dropped, an accession would stand under Signature.
        if (dates.Count < legends.Count || dates.Skip(legends.Count).Any(c => c.Text.Length > 0))
        {
            unused.Add(
                row,
                $"The row has {row.Cells.Count} cells and the heading {legends.Count + 1}: which column a date belongs to cannot be told."
            );
            return null;
        }
        var (name, hasLeft, stuck) = CellText.Name(row.Cells[0].Text);
        if (name.Length == 0)
        {
            unused.Add(row, "The row names no participant.");
            return null;
        }
        var acts = legends.Zip(dates).SelectMany(c => Acts(row.Line, c.First, c.Second, unused)).ToList();
        return new(row.Line, name, hasLeft ? Bracketed(acts) : acts) { Footnotes = [.. row.Cells[0].Footnotes, .. stuck] };
    }

    /// <summary>A name in brackets has left the treaty. Who was bound has still signed it.</summary>
    public static List<StatusTableAct> Bracketed(List<StatusTableAct> acts)
    {
        var wasBound = acts.Exists(a => !a.Kind.IsSigning());
        return [.. acts.Select(a => wasBound && a.Kind.IsSigning() && !a.Kind.IsConsent() ? a : a with { IsBracketed = true })];
    }

    static IEnumerable<StatusTableAct> Acts(int line, Legend legend, GridCell cell, UnusedCells unused)
    {
        if (cell.Text.Length == 0)
            yield break;
        var entries = CellText.Dates(cell.Text, DateSyntax.Mtdsg);
        if (entries.Count == 0)
            unused.Add(line, legend.Heading, cell.Text, "The cell is not a date with a known mark, such as '4 Mar 2001 a'.");
        foreach (var entry in entries)
        {
            var (kind, reason) = legend.KindOf(entry.Words);
            if (kind is { } known)
                yield return new(line, known, entry.Date, cell.Text)
                {
                    IsBracketed = entry.IsBracketed,
                    Footnotes = [.. cell.Footnotes, .. entry.Footnotes],
                };
            else
                unused.Add(line, legend.Heading, cell.Text, reason);
        }
    }
}
