using System.IO.Compression;
using System.Text;
using System.Xml;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Http.Representations;

/// <summary>
/// Sends a table as a workbook (Office Open XML): the rows on the first sheet; on the second what the JSON answer says beside its rows, a
/// citation, and what each column means.
/// </summary>
static class Workbook
{
    /// <summary>Its media type.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The most rows of a table. A sheet holds a million, but a workbook is made in memory.</summary>
    public const int MostRows = 200_000;

    const int LongestText = 32_767;

    // In characters of a column. What fills a column shows in its first rows.
    const int Widest = 60,
        Sample = 200;

    // Spreadsheets count days from 1900 and take that year for a leap year: earlier days would be shown wrongly.
    static readonly DateOnly s_firstDay = new(1900, 3, 1);

    // Document properties would tell when it was made.
    static readonly SpreadCheetahOptions s_options = new() { DocumentProperties = null };

    static readonly Style s_heading = new() { Font = { Bold = true } };

    static readonly Style s_day = new() { Format = NumberFormat.Custom("yyyy-mm-dd") };

    static readonly Style s_instant = new() { Format = NumberFormat.Custom("yyyy-mm-dd\"T\"hh:mm:ss\"Z\"") };

    // A cell of this format stays text when somebody edits it, whatever it begins with.
    static readonly Style s_text = new() { Format = NumberFormat.Custom("@") };

    /// <summary>Writes the workbook.</summary>
    /// <param name="http">The request.</param>
    /// <param name="rows">The rows of the table.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="notes">The lines of the second sheet.</param>
    public static async Task Send<T>(
        HttpContext http,
        IEnumerable<T> rows,
        IReadOnlyList<Column<T>> columns,
        IEnumerable<WorkbookNote> notes
    )
    {
        var ct = http.RequestAborted;
        // The times in the archive can be fixed only when it is whole.
        using var bytes = new MemoryStream();
        await using (var spreadsheet = await Spreadsheet.CreateNewAsync(bytes, s_options, ct))
        {
            var styles = new Styles(
                spreadsheet.AddStyle(s_heading),
                spreadsheet.AddStyle(s_day),
                spreadsheet.AddStyle(s_instant),
                spreadsheet.AddStyle(s_text)
            );
            await WriteSheet(spreadsheet, "Data", styles, columns, [.. rows], ct);
            await WriteSheet(spreadsheet, "About", styles, WorkbookNotes.Columns, [.. notes], ct);
            await spreadsheet.FinishAsync(ct);
        }
        using var mirrored = http.Response.Headers.ContentLanguage == "ar" ? await FromRightToLeft(bytes, ct) : null;
        var whole = mirrored ?? bytes;
        FixTimes(whole);
        http.Response.ContentType = MediaType;
        http.Response.ContentLength = whole.Length;
        whole.Position = 0;
        await whole.CopyToAsync(http.Response.Body, ct);
    }

    static async Task WriteSheet<TRow>(
        Spreadsheet spreadsheet,
        string name,
        Styles styles,
        IReadOnlyList<Column<TRow>> columns,
        IReadOnlyList<TRow> rows,
        CancellationToken ct
    )
    {
        var options = new WorksheetOptions { FrozenRows = 1 };
        for (var i = 0; i < columns.Count; i++)
            options.Column(i + 1).Width = columns[i].Width ?? WidthOf(columns[i], rows);
        options.AutoFilter = new AutoFilterOptions($"A1:{ColumnName(columns.Count)}{rows.Count + 1}");
        await spreadsheet.StartWorksheetAsync(name, options, ct);
        var cells = new Cell[columns.Count];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = new(columns[i].Name, styles.Heading);
        await spreadsheet.AddRowAsync(cells, ct);
        foreach (var row in rows)
        {
            for (var i = 0; i < cells.Length; i++)
                cells[i] = CellOf(columns[i].Value(row), styles);
            await spreadsheet.AddRowAsync(cells, ct);
        }
    }

    static int WidthOf<TRow>(Column<TRow> column, IEnumerable<TRow> rows)
    {
        var longest = rows.Take(Sample).Select(r => column.Value(r) is string text ? text.Length : 0).DefaultIfEmpty().Max();
        return Math.Max(Math.Max(12, column.Name.Length + 4), Math.Min(longest + 2, Widest));
    }

    static Cell CellOf(object? value, Styles styles) =>
        value switch
        {
            null or "" => new((string?)null),
            bool flag => new(flag),
            int number => new(number),
            long number => new(number),
            decimal number => new(number),
            double number => new(number),
            DateOnly day when day >= s_firstDay => new(day.ToDateTime(default), styles.Day),
            DateOnly day => new(Instant.Text(day)),
            DateTimeOffset instant => new(instant.UtcDateTime, styles.Instant),
            _ => TextOf(value.ToString()!, styles),
        };

    static Cell TextOf(string text, Styles styles)
    {
        if (!text.All(XmlConvert.IsXmlChar))
            text = string.Concat(text.Select(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c) ? c : '\uFFFD'));
        return new(text.Length > LongestText ? text[..LongestText] : text, ListResults.BeginsLikeFormula(text) ? styles.Text : null);
    }

    static string ColumnName(int number) =>
        number <= 26 ? ((char)('A' + number - 1)).ToString() : ColumnName((number - 1) / 26) + ColumnName((number - 1) % 26 + 1);

    /// <summary>The same workbook, with the table beginning at the right edge. The library has no option for it.</summary>
    static async Task<MemoryStream> FromRightToLeft(MemoryStream bytes, CancellationToken ct)
    {
        const string View = "<sheetView ";
        bytes.Position = 0;
        using var from = new ZipArchive(bytes, ZipArchiveMode.Read, leaveOpen: true);
        var mirrored = new MemoryStream();
        using (var to = new ZipArchive(mirrored, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var entry in from.Entries)
            {
                await using var read = await entry.OpenAsync(ct);
                await using var write = await to.CreateEntry(entry.FullName).OpenAsync(ct);
                if (entry.FullName is "xl/worksheets/sheet1.xml")
                {
                    // The view stands before the rows. Bytes of other characters stay as they are.
                    var head = new byte[512];
                    var text = Encoding.Latin1.GetString(head.AsSpan(0, await read.ReadAtLeastAsync(head, head.Length, false, ct)));
                    await write.WriteAsync(
                        Encoding.Latin1.GetBytes(text.Replace(View, $"{View}rightToLeft=\"1\" ", StringComparison.Ordinal)),
                        ct
                    );
                }
                await read.CopyToAsync(write, ct);
            }
        return mirrored;
    }

    /// <summary>The same answer has the same bytes (RFC 9110, 8.8.1), so no entry tells when it was written.</summary>
    static void FixTimes(MemoryStream bytes)
    {
        bytes.Position = 0;
        using var archive = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true);
        foreach (var entry in archive.Entries)
            entry.LastWriteTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    }

    sealed record Styles(StyleId Heading, StyleId Day, StyleId Instant, StyleId Text);
}
