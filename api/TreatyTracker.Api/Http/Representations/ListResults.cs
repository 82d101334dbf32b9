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
    public static IResult List<T>(
        HttpContext http,
        IListRequest request,
        IReadOnlyList<T> rows,
        Func<T, string> key,
        IReadOnlyList<Column<T>> columns,
        Func<Page<T>, object>? dress = null
    ) => Table(http, request, rows, key, row => [row], columns, dress);

    /// <summary>A list whose rows each make several lines of a table.</summary>
    public static IResult Table<T, TLine>(
        HttpContext http,
        IListRequest request,
        IReadOnlyList<T> rows,
        Func<T, string> key,
        Func<T, IEnumerable<TLine>> lines,
        IReadOnlyList<Column<TLine>> columns,
        Func<Page<T>, object>? dress = null
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
            first = FirstAfter(after, rows, key);
        }
        var limit = request.Limit ?? (format is Format.Json ? IListRequest.DefaultLimit : int.MaxValue);
        var items = rows.Skip(first).Take(limit).ToList();
        var next = first + items.Count < rows.Count ? Cursors.Write(list, key(items[^1])) : null;
        if (next is not null)
            http.Response.Headers.Append(HeaderNames.Link, $"<{WithCursor(http.Request, next)}>; rel=\"next\"");
        if (format is Format.Json)
        {
            var page = new Page<T>
            {
                Items = items,
                Total = rows.Count,
                Next = next,
            };
            return new JsonPage(dress is null ? page : dress(page));
        }
        http.Response.Headers["X-Total-Count"] = rows.Count.ToString(CultureInfo.InvariantCulture);
        if (format is Format.Ndjson)
            return new NdjsonRows<T>(items);
        if (format is Format.Excel)
        {
            var file = new ContentDispositionHeaderValue("attachment");
            file.SetHttpFileName(
                string.Join('-', http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(1)) + ".csv"
            );
            http.Response.Headers.ContentDisposition = file.ToString();
        }
        return new CsvRows<TLine>(items.SelectMany(lines), columns, byteOrderMark: format is Format.Excel);
    }

    /// <summary>The place of the first row whose key comes after the cursor's.</summary>
    static int FirstAfter<T>(string after, IReadOnlyList<T> rows, Func<T, string> key)
    {
        var (low, high) = (0, rows.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(key(rows[middle]), after) <= 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>Writes a table in UTF-8 as RFC 4180 defines it, and leaves the stream open.</summary>
    public static async Task WriteCsv<T>(Stream stream, IEnumerable<T> rows, IReadOnlyList<Column<T>> columns, bool byteOrderMark = false)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(byteOrderMark), Chunk, leaveOpen: true);
        await using var csv = new CsvWriter(writer, s_csv);
        foreach (var column in columns)
            csv.WriteField(column.Name);
        await csv.NextRecordAsync();
        foreach (var row in rows)
        {
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
    static string Inert(string text) =>
        text is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '\t' or '\r' or '\n', ..] ? "'" + text : text;

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
            await WriteCsv(httpContext.Response.Body, rows, columns, byteOrderMark);
        }
    }

    sealed class JsonPage(object page) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => JsonBody.Write(httpContext.Response, page, JsonType);
    }

    sealed class NdjsonRows<T>(IReadOnlyList<T> rows) : IResult
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
