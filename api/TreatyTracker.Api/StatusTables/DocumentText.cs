using System.Text;
using System.Text.RegularExpressions;

namespace TreatyTracker.Api.StatusTables;

/// <summary>Turns the bytes of a document into text.</summary>
static partial class DocumentText
{
    /// <summary>How far into a document its encoding may be declared.</summary>
    const int DeclarationRange = 2_048;

    static readonly UTF8Encoding s_strictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>
    /// A byte order mark decides; then what is valid UTF-8 is UTF-8, whatever it declares: text in another encoding almost never is. Then
    /// the declaration of XML or HTML holds, and without one Windows-1252, which contains Latin-1.
    /// </summary>
    /// <exception cref="StatusTableException">The declared encoding is not supported.</exception>
    public static string Decode(byte[] content)
    {
        if (content is [0xEF, 0xBB, 0xBF, ..])
            return Encoding.UTF8.GetString(content, 3, content.Length - 3);
        if (content is [0xFF, 0xFE, ..])
            return Encoding.Unicode.GetString(content, 2, content.Length - 2);
        if (content is [0xFE, 0xFF, ..])
            return Encoding.BigEndianUnicode.GetString(content, 2, content.Length - 2);
        if (content is [not 0, 0, not 0, 0, ..])
            return Encoding.Unicode.GetString(content);
        if (content is [0, not 0, 0, not 0, ..])
            return Encoding.BigEndianUnicode.GetString(content);
        try
        {
            return s_strictUtf8.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return Declared(content).GetString(content);
        }
    }

    static Encoding Declared(byte[] content)
    {
        var head = Encoding.Latin1.GetString(content, 0, Math.Min(content.Length, DeclarationRange));
        var name = Declaration().Match(head).Groups["name"].Value.ToLowerInvariant();
        // Browsers read Latin-1 as Windows-1252 too: it only adds characters where Latin-1 has control codes.
        if (name is "" or "iso-8859-1" or "latin1" or "us-ascii" or "utf-8" or "utf-16")
            name = "windows-1252";
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        // UTF-7 is known and refused by the framework.
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new StatusTableException($"The document declares the encoding '{name}', which is not supported. Save it as UTF-8.");
        }
    }

    [GeneratedRegex(
        """(?:encoding|charset)\s*=\s*["']?(?<name>[A-Za-z0-9._:-]+)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Declaration();
}
