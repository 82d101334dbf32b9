using System.Text.RegularExpressions;

namespace TreatyTracker.Api.StatusTables;

/// <summary>Reads rows of a status page that were pasted as text, with <c>|</c> or tabs between the columns.</summary>
static partial class MtdsgTextReader
{
    /// <summary>
    /// Rows pasted without their heading are read under the depositary's usual one. Without a mark, a date in its last column is a
    /// ratification.
    /// </summary>
    static readonly string[] s_usualHeading =
    [
        "Participant",
        "Signature, Succession to signature(d)",
        "Ratification, Acceptance(A), Approval(AA), Formal confirmation(c), Accession(a), Succession(d), Definitive signature(s)",
    ];

    /// <summary>Whether a line of the text is a heading, or a name and a date with a separator between them.</summary>
    public static bool CanRead(string text) =>
        Lines(text).Any(r => ParticipantGrid.IsHeading(r.Cells) || (r.Cells.Count > 1 && r.Cells.Skip(1).Any(HasDate)));

    /// <summary>Reads the text.</summary>
    /// <exception cref="StatusTableException">No line is a row of a table.</exception>
    public static StatusTable Read(string text)
    {
        var unused = new UnusedCells();
        var (rows, header) = (new List<GridRow>(), new List<GridRow>());
        IReadOnlyList<GridCell>? heading = null;
        foreach (var row in Lines(text))
            if (row.Cells.Count == 1)
                header.Add(row);
            else if (heading is null && ParticipantGrid.IsHeading(row.Cells))
                heading = row.Cells;
            else
                rows.Add(row);
        if (rows.Count == 0 && heading is null)
            throw new StatusTableException("No line of the text has | or a tab between a name and a date. Paste the rows of the table.");
        heading ??= [.. s_usualHeading.Select(GridCell.Of)];
        foreach (var line in header.Where(l => !IsHeader().IsMatch(l.Printed)))
            unused.Add(line, "The line is no row of the table.");
        var above = string.Join(' ', header.Select(h => h.Printed));
        return new()
        {
            Format = StatusTableFormat.MtdsgText,
            EntryIntoForceOn = HeaderText.EntryIntoForceOn(above),
            AsAt = HeaderText.AsAt(above),
            Parties = HeaderText.Count("Parties", above, unused),
            Signatories = HeaderText.Count("Signatories", above, unused),
            Rows = [.. ParticipantGrid.Rows(heading, Filled(rows, heading.Count), unused)],
            Unused = unused.ToList(),
        };
    }

    /// <summary>
    /// Editors cut blanks off the end of a line. Where the text keeps empty cells elsewhere, the missing ones are those at the end.
    /// </summary>
    static IEnumerable<GridRow> Filled(List<GridRow> rows, int columns)
    {
        var keepsEmpty = rows.Exists(r => r.Cells.SkipLast(1).Any(c => c.Text.Length == 0));
        foreach (var row in rows)
        {
            if (ParticipantGrid.IsHeading(row.Cells))
                columns = row.Cells.Count;
            yield return keepsEmpty && row.Cells.Count < columns
                ? row with
                {
                    Cells = [.. row.Cells, .. Enumerable.Repeat(GridCell.Of(""), columns - row.Cells.Count)],
                }
                : row;
        }
    }

    static IEnumerable<GridRow> Lines(string text)
    {
        var separator = text.Contains('|') ? '|' : '\t';
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var cells = Cells(lines[i], separator);
            if (cells.Exists(c => c.Text.Any(char.IsLetterOrDigit)))
                yield return new(i + 1, cells);
        }
    }

    static List<GridCell> Cells(string line, char separator)
    {
        var cells = line.Split(separator).Select(GridCell.Of).ToList();
        // Markdown tables have a separator at both ends.
        if (cells.Count > 2 && line.TrimStart().StartsWith('|') && line.TrimEnd().EndsWith('|'))
            cells = cells[1..^1];
        return cells;
    }

    static bool HasDate(GridCell cell) => CellText.Dates(cell.Text, DateSyntax.Mtdsg) is [{ Date.IsOneDay: true }, ..];

    [GeneratedRegex(
        @"^(?:status|entry into force|registration|signatories|parties|participants?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex IsHeader();
}
