using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace TreatyTracker.Api.StatusTables;

/// <summary>Reads a saved status page of the UN Treaty Collection.</summary>
static partial class MtdsgHtmlReader
{
    const int DeepestNesting = 500;

    /// <summary>A table of the page.</summary>
    sealed record Grid(IHtmlTableElement Table, List<GridRow> Rows);

    /// <summary>
    /// Reads a page. Its grid of participants has an id that ends in tblgrid; other tables may begin with Participant too.
    /// </summary>
    /// <exception cref="StatusTableException">The page has no table of participants.</exception>
    public static StatusTable Read(string text)
    {
        // Deeper nesting is an attack on the parser's time and stack.
        if (Depth(text) > DeepestNesting)
            throw new StatusTableException($"The page nests more than {DeepestNesting} elements. Save it again from a browser.");
        using var document = new HtmlParser(new() { IsKeepingSourceReferences = true }).ParseDocument(text);
        foreach (var element in document.QuerySelectorAll("script, style, noscript").ToList())
            element.Remove();
        var tables = document.QuerySelectorAll<IHtmlTableElement>("table").Select(t => new Grid(t, Rows(t))).ToList();
        var withActs = tables.FindAll(t => t.Rows.Exists(r => ParticipantGrid.IsHeading(r.Cells) && ParticipantGrid.HasActs(r.Cells)));
        var named = withActs.FindAll(t => t.Table.Id?.EndsWith("tblgrid", StringComparison.OrdinalIgnoreCase) is true);
        var grids = named.Count > 0 ? named : withActs;
        if (grids.Count == 0)
            throw new StatusTableException(
                $"The page{Title(document)} has no table of participants. It may be an error or maintenance page, which the "
                    + "depositary sends "
                    + "with status 200: try again later."
            );
        var unused = new UnusedCells();
        foreach (
            var table in tables.Where(t => !withActs.Contains(t) && t.Rows is [var first, ..] && ParticipantGrid.IsHeading(first.Cells))
        )
            unused.Add(table.Rows[0], "The table has no column of signatures or consents; it was not read.");
        foreach (var table in withActs.Except(grids))
            unused.Add(table.Rows[0], "The table is not the page's table of participants; it was not read.");
        var rows = grids.SelectMany(g => Table(g.Rows, unused)).ToList();
        var page = document.Body is { } body ? Text(body) : "";
        return new()
        {
            Format = StatusTableFormat.MtdsgHtml,
            Number = HeaderText.Number(text),
            EntryIntoForceOn = HeaderText.EntryIntoForceOn(page),
            AsAt = HeaderText.AsAt(page),
            Parties = HeaderText.Count("Parties", page, unused),
            Signatories = HeaderText.Count("Signatories", page, unused),
            Rows = rows,
            Unused = unused.ToList(),
        };
    }

    static IEnumerable<StatusTableRow> Table(List<GridRow> rows, UnusedCells unused)
    {
        var at = rows.FindIndex(r => ParticipantGrid.IsHeading(r.Cells));
        foreach (var row in rows.Take(at))
            unused.Add(row, "The row stands above the heading.");
        return ParticipantGrid.Rows(rows[at].Cells, rows.Skip(at + 1), unused);
    }

    /// <summary>The rows of a table, without those of tables within it.</summary>
    static List<GridRow> Rows(IHtmlTableElement table) =>
        [.. table.Rows.Select(r => new GridRow(r.SourceReference?.Position.Line ?? 1, [.. r.Cells.Select(Cell)]))];

    static GridCell Cell(IHtmlTableCellElement cell)
    {
        // A table that lays out the page has the grid in a cell, and is no grid itself.
        if (cell.QuerySelector("table") is not null)
            return GridCell.Of("(a table)");
        var notes = cell.QuerySelectorAll("sup").SelectMany(n => CellText.Fold(n.TextContent).Split([',', ' ']));
        return new(Text(cell), [.. notes.Where(n => n.Length > 0)]);
    }

    /// <summary>The text of an element without its footnote marks. Line breaks and blocks part words.</summary>
    static string Text(IElement element)
    {
        var text = new StringBuilder();
        foreach (var node in element.GetDescendants())
            if (node is IText words && !words.Ancestors<IElement>().TakeWhile(a => a != element).Any(a => a.LocalName == "sup"))
                text.Append(words.Data);
            else if (node is IElement { LocalName: "br" or "p" or "div" or "li" or "td" or "th" or "tr" })
                text.Append(' ');
        return CellText.Fold(text.ToString());
    }

    /// <summary>
    /// The depth of elements that stay open until they are closed. The elements left out are closed by the next of their kind, or have no
    /// content.
    /// </summary>
    static int Depth(string text)
    {
        var (depth, deepest) = (0, 0);
        foreach (var tag in Tags().EnumerateMatches(text))
        {
            depth = text[tag.Index + 1] == '/' ? Math.Max(0, depth - 1) : depth + 1;
            deepest = Math.Max(deepest, depth);
        }
        return deepest;
    }

    static string Title(IDocument document) => document.Title is { Length: > 0 } title ? $" '{Data.PlainText.Line(title)}'" : "";

    [GeneratedRegex(
        "</?(?!(?:p|li|td|th|tr|dd|dt|option|thead|tbody|tfoot|colgroup|area|base|"
            + "br|col|embed|hr|img|input|link|meta|source|track|wbr)\\b)[a-z]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Tags();
}
