using System.Text.RegularExpressions;
using TreatyTracker.Law;

namespace TreatyTracker.Api.StatusTables;

/// <summary>Reads a status table in any of the formats of <see cref="StatusTableFormat"/>.</summary>
static partial class StatusTableReader
{
    /// <summary>Larger documents are refused: the largest of the UN's tables has 2 MB.</summary>
    public const int LargestDocument = 64 << 20;

    /// <summary>Reads a file.</summary>
    /// <inheritdoc cref="Read(byte[], StatusTableFormat?, CsvMapping?)"/>
    public static StatusTable ReadFile(string path, StatusTableFormat? format = null, CsvMapping? mapping = null)
    {
        try
        {
            var file = new FileInfo(path);
            // A pipe or device has no length, and may never end.
            if (!file.Exists || file.Length == 0)
                throw new StatusTableException($"'{path}' does not exist, is empty, or is not a regular file.");
            using var content = file.OpenRead();
            return Read(content, format, mapping);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new StatusTableException($"'{path}' cannot be read: {e.Message}");
        }
    }

    /// <summary>Reads a stream to its end.</summary>
    /// <inheritdoc cref="Read(byte[], StatusTableFormat?, CsvMapping?)"/>
    public static StatusTable Read(Stream content, StatusTableFormat? format = null, CsvMapping? mapping = null)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = content.Read(buffer)) > 0; bytes.Write(buffer, 0, read))
            if (bytes.Length + read > LargestDocument)
                throw new StatusTableException($"The document is larger than {LargestDocument >> 20} MB.");
        return Read(bytes.ToArray(), format, mapping);
    }

    /// <summary>Reads a document.</summary>
    /// <param name="content">Its bytes, in any encoding that <see cref="DocumentText"/> knows.</param>
    /// <param name="format">Its format; <c>null</c> to tell it from the content.</param>
    /// <param name="mapping">What the columns of a CSV table hold; <c>null</c> for the shipped mapping that fits its heading.</param>
    /// <exception cref="StatusTableException">It is no status table, or its format is not known. Nothing else is thrown.</exception>
    public static StatusTable Read(byte[] content, StatusTableFormat? format = null, CsvMapping? mapping = null)
    {
        if (content.Length > LargestDocument)
            throw new StatusTableException($"The document is larger than {LargestDocument >> 20} MB.");
        if (Binary(content) is { } kind)
            throw new StatusTableException($"The document is {kind}. Save it as CSV, HTML or text.");
        var text = DocumentText.Decode(content);
        if (string.IsNullOrWhiteSpace(text))
            throw new StatusTableException("The document is empty.");
        return (format ?? (mapping is null ? Detect(text) : StatusTableFormat.Csv)) switch
        {
            StatusTableFormat.MtdsgXml => MtdsgXmlReader.Read(text),
            StatusTableFormat.MtdsgHtml => MtdsgHtmlReader.Read(text),
            StatusTableFormat.MtdsgText => MtdsgTextReader.Read(text),
            StatusTableFormat.CoeJson => CoeJsonReader.Read(text),
            StatusTableFormat.Csv => CsvTableReader.Read(text, mapping),
            var other => throw new ArgumentOutOfRangeException(nameof(format), other, null),
        };
    }

    /// <summary>The format of a document.</summary>
    /// <exception cref="StatusTableException">It has none of the known formats; the message says what to do.</exception>
    public static StatusTableFormat Detect(string text)
    {
        if (IsHtml(text))
            return StatusTableFormat.MtdsgHtml;
        if (text.AsSpan().TrimStart().StartsWith("<"))
            return StatusTableFormat.MtdsgXml;
        if (Json().IsMatch(text))
            return StatusTableFormat.CoeJson;
        if (CsvTableReader.CanRead(text))
            return StatusTableFormat.Csv;
        if (MtdsgTextReader.CanRead(text))
            return StatusTableFormat.MtdsgText;
        throw new StatusTableException(
            "The format of the document is not known. Name it with --as "
                + $"({string.Join(", ", WireNames.All<StatusTableFormat>())}); for a CSV table, name its columns with --mapping."
        );
    }

    /// <summary>Whether it is a page, also one that says it is XHTML.</summary>
    public static bool IsHtml(string text) => Html().IsMatch(text.Length > 4_096 ? text[..4_096] : text);

    static string? Binary(byte[] content) =>
        content switch
        {
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "a PDF file",
            [(byte)'P', (byte)'K', 3, 4, ..] => "a ZIP archive, such as an Excel or Word file",
            [0xD0, 0xCF, 0x11, 0xE0, ..] => "an old Excel or Word file",
            [0x1F, 0x8B, ..] => "compressed with gzip",
            _ => null,
        };

    [GeneratedRegex(
        @"^\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!DOCTYPE\s+html|html|head|body)\b",
        RegexOptions.IgnoreCase | RegexOptions.Singleline
    )]
    private static partial Regex Html();

    [GeneratedRegex(@"^\s*(?:\{|\[\s*[\[{\]])")]
    private static partial Regex Json();
}
