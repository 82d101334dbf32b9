using System.Buffers;
using System.Text;

namespace TreatyTracker.Api.Data;

/// <summary>
/// Which characters text may hold, and text that is safe to print. The register refuses control characters other than tab and line feed,
/// noncharacters and lone surrogates: XML 1.0 and iCalendar cannot carry them, and terminals obey some of them.
/// </summary>
public static class PlainText
{
    // Surrogates are looked at in pairs: alone they are no character, and the last two code points of each plane are noncharacters.
    static readonly SearchValues<char> s_suspects = SearchValues.Create([
        .. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(c => IsForbidden(c) || char.IsSurrogate(c)),
    ]);

    /// <summary>The first character that text may not hold, as <c>U+001B</c>; <c>null</c> where there is none.</summary>
    public static string? FirstForbidden(ReadOnlySpan<char> text)
    {
        var at = IndexOfForbidden(text);
        if (at < 0)
            return null;
        return Rune.DecodeFromUtf16(text[at..], out var rune, out _) is OperationStatus.Done
            ? $"U+{rune.Value:X4}"
            : $"the lone surrogate U+{(int)text[at]:X4}";
    }

    /// <summary>The text with U+FFFD for each character that text may not hold; the same instance where there is none.</summary>
    public static string Clean(string text)
    {
        if (IndexOfForbidden(text) < 0)
            return text;
        var clean = new StringBuilder(text.Length);
        // Lone surrogates come as U+FFFD from the enumeration itself.
        foreach (var rune in text.EnumerateRunes())
            clean.Append(IsForbidden(rune.Value) ? "\uFFFD" : rune.ToString());
        return clean.ToString();
    }

    /// <summary>
    /// The text on one line, for a terminal, a log or a CI's console. What comes from data can neither look like a line of its own nor
    /// start a workflow command of GitHub: <c>::</c> at the beginning of a line, <c>##[</c> anywhere.
    /// </summary>
    public static string Line(string text)
    {
        var line = string.Join(' ', text.Split(['\r', '\n', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries))
            .Replace('\t', ' ')
            .Replace("##[", "## [", StringComparison.Ordinal);
        if (line.AsSpan().TrimStart().StartsWith("::"))
            line = line.Insert(line.IndexOf("::", StringComparison.Ordinal) + 1, " ");
        return Clean(line);
    }

    static int IndexOfForbidden(ReadOnlySpan<char> text)
    {
        for (var from = 0; ; )
        {
            var at = text[from..].IndexOfAny(s_suspects);
            if (at < 0)
                return -1;
            from += at;
            if (Rune.DecodeFromUtf16(text[from..], out var rune, out var length) is not OperationStatus.Done || IsForbidden(rune.Value))
                return from;
            from += length;
        }
    }

    static bool IsForbidden(int codePoint) =>
        codePoint is (< 0x20 and not ('\t' or '\n')) or (>= 0x7F and < 0xA0) or (>= 0xFDD0 and < 0xFDF0) || (codePoint & 0xFFFE) == 0xFFFE;
}
