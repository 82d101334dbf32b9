using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.Net.Http.Headers;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Http.Representations;

/// <summary>Sends lists in the representation that was asked for.</summary>
static class ListResults
{
    public const string JsonType = "application/json; charset=utf-8";
    public const string CsvType = "text/csv; header=present; charset=utf-8";
    public const string NdjsonType = "application/x-ndjson; charset=utf-8";

    /// <summary>CSV as RFC 4180 defines it. With a line end set, CsvHelper quotes no field for a line feed alone.</summary>
    static readonly CsvConfiguration s_csv = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        ShouldQuote = args => ConfigurationFunctions.ShouldQuote(args) || args.Field?.AsSpan().IndexOfAny('\r', '\n') >= 0,
    };

    /// <summary>The number of bytes that are sent at once while a table is streamed.</summary>
    const int Chunk = 32 * 1024;

    /// <summary>A list, whole or a page of it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="request">Its list parameters.</param>
    /// <param name="rows">All rows, in the order of their keys.</param>
    /// <param name="key">What orders the rows: distinct, compared as ordinal text.</param>
    /// <param name="columns">The table's columns.</param>
    /// <param name="dress">Makes the JSON answer of the page.</param>
    /// <param name="descending">Whether the last key comes first.</param>
    public static IResult List<T>(
        HttpContext http,
        IListRequest request,
        IReadOnlyList<T> rows,
        Func<T, string> key,
        IReadOnlyList<Column<T>> columns,
        Func<Page<T>, object>? dress = null,
        bool descending = false
    ) => Table(http, request, rows, key, row => [row], columns, dress, descending);

    /// <summary>A list whose rows each make several lines of a table.</summary>
    public static IResult Table<T, TLine>(
        HttpContext http,
        IListRequest request,
        IReadOnlyList<T> rows,
        Func<T, string> key,
        Func<T, IEnumerable<TLine>> lines,
        IReadOnlyList<Column<TLine>> columns,
        Func<Page<T>, object>? dress,
        bool descending = false
    )
    {
        var format = AnswerFormat.Of<Format>(http);
        var (list, first) = (CanonicalPath.Of(http), 0);
        if (request.Cursor is { } cursor)
        {
            if (Cursors.Read(list, cursor) is not { } after)
                return Problem.BadParameter(
                    "cursor",
                    "The cursor does not belong to this list. Use 'next' of the previous page, or omit the parameter to get the first page."
                );
            first = FirstAfter(after, rows, key, descending);
        }
        var limit = request.Limit ?? (format is Format.Json ? IListRequest.DefaultLimit : int.MaxValue);
        var count = Math.Min(limit, rows.Count - first);
        // By index: what skips rows would make them first.
        var items = Enumerable.Range(first, count).Select(i => rows[i]);
        var next = first + count < rows.Count ? Cursors.Write(list, key(rows[first + count - 1])) : null;
        if (format is Format.Xlsx && count > Workbook.MostRows)
            return Problem.BadParameter(
                "format",
                $"The table has {count} rows, and a workbook at most {Workbook.MostRows}. Use format=csv, filters, or limit and cursor."
            );
        if (next is not null)
            http.Response.Headers.Append(HeaderNames.Link, $"<{WithCursor(http.Request, next)}>; rel=\"next\"");
        if (format is Format.Json)
            return new JsonPage(Dressed([.. items]));
        http.Response.Headers["X-Total-Count"] = rows.Count.ToString(CultureInfo.InvariantCulture);
        TableFile.Name(http, request, format);
        return format switch
        {
            Format.Ndjson => new NdjsonRows<T>(items),
            // What JSON says beside its rows stands on the second sheet.
            Format.Xlsx => new XlsxRows<TLine>(items.SelectMany(lines), columns, new(http, Dressed([]), typeof(T))),
            _ => new CsvRows<TLine>(items.SelectMany(lines), columns, byteOrderMark: format is Format.Excel),
        };

        object Dressed(IReadOnlyList<T> shown)
        {
            var page = new Page<T>
            {
                Items = shown,
                Total = rows.Count,
                Next = next,
            };
            return dress is null ? page : dress(page);
        }
    }

    /// <summary>The place of the first row whose key comes after the cursor's.</summary>
    static int FirstAfter<T>(string after, IReadOnlyList<T> rows, Func<T, string> key, bool descending)
    {
        var (low, high) = (0, rows.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(key(rows[middle]), after);
            if (descending ? order >= 0 : order <= 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>Writes a table in UTF-8 as RFC 4180 defines it, and leaves the stream open.</summary>
    public static async Task WriteCsv<T>(
        Stream stream,
        IEnumerable<T> rows,
        IReadOnlyList<Column<T>> columns,
        bool byteOrderMark = false,
        CancellationToken ct = default
    )
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(byteOrderMark), Chunk, leaveOpen: true);
        await using var csv = new CsvWriter(writer, s_csv);
        foreach (var column in columns)
            csv.WriteField(column.Name);
        await csv.NextRecordAsync();
        foreach (var row in rows)
        {
            // Nobody reads the rest of a long table whose reader has gone.
            ct.ThrowIfCancellationRequested();
            foreach (var column in columns)
                csv.WriteField(Text(column.Value(row)));
            await csv.NextRecordAsync();
        }
    }

    static string Text(object? value) =>
        value switch
        {
            null => "",
            DateOnly day => Instant.Text(day),
            DateTimeOffset instant => Instant.Text(instant),
            bool flag => flag ? "true" : "false",
            IFormattable number and not Enum => number.ToString(null, CultureInfo.InvariantCulture),
            _ => Inert(value.ToString() ?? ""),
        };

    // A text that begins like a formula is made plain text, so that a spreadsheet never runs a note; a number stays a number. Spreadsheets
    // in East Asian languages take the full-width signs for the plain ones.
    static string Inert(string text) => BeginsLikeFormula(text) ? "'" + text : text;

    /// <summary>Whether a spreadsheet may take a text for a formula.</summary>
    internal static bool BeginsLikeFormula(string text) =>
        text is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '\t' or '\r' or '\n', ..];

    static string WithCursor(HttpRequest request, string cursor)
    {
        var query = request
            .Query.Where(q => !q.Key.Equals("cursor", StringComparison.OrdinalIgnoreCase))
            .SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v))
            .Append(new("cursor", cursor));
        return request.PathBase + request.Path + QueryString.Create(query).ToUriComponent();
    }

    sealed class CsvRows<T>(IEnumerable<T> rows, IReadOnlyList<Column<T>> columns, bool byteOrderMark) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = CsvType;
            await WriteCsv(httpContext.Response.Body, rows, columns, byteOrderMark, httpContext.RequestAborted);
        }
    }

    sealed class XlsxRows<T>(IEnumerable<T> rows, IReadOnlyList<Column<T>> columns, WorkbookNotes notes) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) =>
            Workbook.Send(httpContext, rows, columns, notes.Lines(columns.Select(c => (c.Name, c.About))));
    }

    sealed class JsonPage(object page) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => JsonBody.Write(httpContext.Response, page, JsonType);
    }

    sealed class NdjsonRows<T>(IEnumerable<T> rows) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = NdjsonType;
            var body = httpContext.Response.BodyWriter;
            await using var json = new Utf8JsonWriter(body, JsonBody.Writer);
            foreach (var row in rows)
            {
                JsonSerializer.Serialize(json, row, JsonBody.Json);
                json.Reset();
                body.Write("\n"u8);
                if (body.UnflushedBytes >= Chunk)
                    await body.FlushAsync(httpContext.RequestAborted);
            }
        }
    }
}
