using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using AngleSharp.Html.Parser;
using ExcelDataReader;

namespace TreatyTracker.Api.Tests.OpenApi;

/// <summary>Reads answers with parsers that have no part in writing them, as strictly as their formats allow.</summary>
static partial class IndependentReader
{
    /// <summary>Reads a body; throws where its format forbids what it holds.</summary>
    public static void Read(string mediaType, byte[] body)
    {
        if (mediaType.EndsWith("spreadsheetml.sheet", StringComparison.Ordinal))
        {
            ReadWorkbook(body);
            return;
        }
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(body);
        switch (mediaType)
        {
            case "application/x-ndjson":
                foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                    ReadJson(line);
                break;
            case "text/csv":
                ReadCsv(text);
                break;
            case "application/x-bibtex":
                ReadBibtex(text);
                break;
            case "text/calendar":
                ReadCalendar(text);
                break;
            case "text/html":
                ReadHtml(text);
                break;
            case "text/plain":
            case "application/yaml":
                Must(!text.Any(IsControl), "a control character");
                break;
            case var json when json.EndsWith("json", StringComparison.Ordinal):
                ReadJson(text);
                break;
            case var xml when xml.EndsWith("xml", StringComparison.Ordinal):
                ReadXml(text);
                break;
            default:
                throw new FormatException($"There is no reader of {mediaType}.");
        }
    }

    static void ReadJson(string text)
    {
        using var document = JsonDocument.Parse(text, new() { AllowDuplicateProperties = false });
        Walk(document.RootElement);

        // Each text is decoded: an escape that names half a character is found out only then.
        static void Walk(JsonElement element)
        {
            if (element.ValueKind is JsonValueKind.String)
                // The data package says how its tables' lines end.
                Must(element.ValueEquals("\r\n") || !element.GetString()!.Any(IsControl), $"a control character in {element.GetRawText()}");
            else if (element.ValueKind is JsonValueKind.Array)
                foreach (var item in element.EnumerateArray())
                    Walk(item);
            else if (element.ValueKind is JsonValueKind.Object)
                foreach (var member in element.EnumerateObject())
                    Walk(member.Value);
        }
    }

    static void ReadWorkbook(byte[] body)
    {
        // The library asks for the code page of older workbooks first.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(body));
        do while (reader.Read())
            for (var column = 0; column < reader.FieldCount; column++)
                Must(reader.GetValue(column) is not string text || !text.Any(IsControl), $"a control character in {reader.Name}");
        while (reader.NextResult());
    }

    // One entry of fields in braces. BibTeX counts every brace, whatever stands before it.
    static void ReadBibtex(string text)
    {
        Must(!text.Any(IsControl), "a control character");
        Must(BibtexEntry().IsMatch(text), "it is not an entry with fields in braces");
        var depth = 0;
        foreach (var (at, c) in text.TrimEnd().Index())
        {
            depth += c switch
            {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            Must(depth > 0 || at < text.IndexOf('{', StringComparison.Ordinal) || at == text.TrimEnd().Length - 1, "its braces end early");
        }
        Must(depth == 0, "its braces do not balance");
    }

    [GeneratedRegex("\\A@misc\\{[^\\s,{}]+,(\n  [a-z]+ = \\{.*\\},?)+\n\\}\\s*\\z", RegexOptions.Singleline)]
    private static partial Regex BibtexEntry();

    static void ReadXml(string text)
    {
        using var reader = XmlReader.Create(
            new StringReader(text),
            new()
            {
                CheckCharacters = true,
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
            }
        );
        while (reader.Read())
            Must(reader.LocalName != "script", "a script");
    }

    static void ReadCsv(string text)
    {
        var rows = Rows(text.TrimStart('\uFEFF'));
        foreach (var row in rows)
        {
            Must(row.Count == rows[0].Count, $"{row.Count} fields under {rows[0].Count} headings");
            // What a spreadsheet would run; a number may be negative.
            Must(row.Find(f => Formula().IsMatch(f) && !Number().IsMatch(f)) is null, $"a formula in the row of {row[0]}");
        }
    }

    /// <summary>RFC 4180 to the letter: CRLF, and quotation marks around whole fields only.</summary>
    static List<List<string>> Rows(string text)
    {
        var rows = new List<List<string>>();
        for (var at = 0; at < text.Length; )
        {
            var row = new List<string>();
            rows.Add(row);
            bool more;
            do
            {
                var field = Field().Match(text, at);
                Must(field.Success, $"a field that is quoted wrongly, at {at}");
                row.Add(
                    field.Groups[1].Success ? field.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : field.Groups[2].Value
                );
                at += field.Length;
                more = field.Groups[3].Value == ",";
            } while (more);
        }
        return rows;
    }

    [GeneratedRegex("""\G(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)""")]
    private static partial Regex Field();

    static void ReadCalendar(string text)
    {
        Must(text.EndsWith("\r\n", StringComparison.Ordinal) && !StrayLineEnd().IsMatch(text), "a line that does not end with CRLF");
        foreach (var line in text.Split("\r\n"))
            Must(Encoding.UTF8.GetByteCount(line) <= 75, $"a line of more than 75 octets: {line}");
        var open = new Stack<string>();
        foreach (var line in text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var match = ContentLine().Match(line);
            Must(match.Success, $"not a content line: {line}");
            var (name, value) = (match.Groups[1].Value, match.Groups[2].Value);
            if (name == "BEGIN")
                open.Push(value);
            else if (name == "END")
                Must(open.TryPop(out var begun) && begun == value, $"{value} ends and did not begin");
            else
                Must(open.Count > 0, $"outside of a component: {line}");
        }
        Must(open.Count == 0, "a component does not end");
    }

    static void ReadHtml(string text)
    {
        var wrong = new List<string>();
        var parser = new HtmlParser();
        parser.Error += (_, e) => wrong.Add(e.ToString()!);
        using var page = parser.ParseDocument(text);
        Must(!page.QuerySelectorAll("script").Any(s => s.TextContent.Contains("alert", StringComparison.Ordinal)), "a script");
        Must(page.QuerySelectorAll("[href^='javascript:']").Length == 0, "a link that runs a script");
        Must(wrong.Count == 0, string.Join(", ", wrong));
    }

    static void Must(bool holds, string otherwise)
    {
        if (!holds)
            throw new FormatException(otherwise);
    }

    static bool IsControl(char c) => char.IsControl(c) && c is not ('\t' or '\n');

    [GeneratedRegex("(?<!\r)\n|\r(?!\n)")]
    private static partial Regex StrayLineEnd();

    [GeneratedRegex(@"^[=+\-@＝＋－＠\t\r\n]")]
    private static partial Regex Formula();

    [GeneratedRegex(@"^-?\d+(\.\d+)?$")]
    private static partial Regex Number();

    /// <summary>RFC 5545, 3.1: a name, parameters, a value without control characters other than tab.</summary>
    [GeneratedRegex("""^([A-Z-]+)(?:;[A-Z-]+=(?:"[^"\p{Cc}]*"|[^";:,\p{Cc}]*))*:((?:[^\p{Cc}]|\t)*)$""")]
    private static partial Regex ContentLine();
}
