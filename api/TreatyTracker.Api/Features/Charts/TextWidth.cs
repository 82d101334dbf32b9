using System.Globalization;
using System.Text;

namespace TreatyTracker.Api.Features.Charts;

/// <summary>Estimates the width of texts, from the width of characters in common wide fonts, and breaks texts into lines.</summary>
static class TextWidth
{
    /// <summary>The approximate width of a text in pixels.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">The font size in pixels.</param>
    public static double Of(string text, double size) => text.EnumerateRunes().Sum(Hundredths) * size / 100;

    /// <summary>The lines of a text that are no wider than <paramref name="width"/>, unless a single word is.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">The font size in pixels.</param>
    /// <param name="width">The width of the lines in pixels.</param>
    /// <param name="most">The most lines. What does not fit into them is left out, which an ellipsis shows.</param>
    public static IReadOnlyList<string> Lines(string text, double size, double width, int most = int.MaxValue)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var part in Parts(text))
        {
            if (line.Length > 0 && Of((line + part).TrimEnd(), size) > width)
            {
                lines.Add(line.TrimEnd());
                line = "";
            }
            line += part;
        }
        lines.Add(line.TrimEnd());
        return lines.Count <= most ? lines : [.. lines.Take(most - 1), Shortened(string.Join(' ', lines.Skip(most - 1)), size, width)];
    }

    /// <summary>The text, or as much of it as fits, with an ellipsis.</summary>
    public static string Shortened(string text, double size, double width)
    {
        if (Of(text, size) <= width)
            return text;
        var kept = new StringBuilder();
        var used = Of("…", size);
        foreach (var rune in text.EnumerateRunes())
            if ((used += Hundredths(rune) * size / 100) <= width)
                kept.Append(rune.ToString());
            else
                break;
        return kept.ToString().TrimEnd() + "…";
    }

    /// <summary>Words with the space after them; of scripts without spaces, characters with the punctuation after them.</summary>
    static IEnumerable<string> Parts(string text)
    {
        var part = new StringBuilder();
        var mayBreak = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var isPunctuation = Rune.IsPunctuation(rune) || Rune.IsWhiteSpace(rune);
            if (part.Length > 0 && !isPunctuation && (mayBreak || IsFullWidth(rune.Value)))
            {
                yield return part.ToString();
                part.Clear();
            }
            part.Append(rune.ToString());
            mayBreak = Rune.IsWhiteSpace(rune) || IsFullWidth(rune.Value) || (mayBreak && isPunctuation);
        }
        if (part.Length > 0)
            yield return part.ToString();
    }

    // Chinese, Japanese and Korean characters and their full-width punctuation are as wide as they are high.
    static bool IsFullWidth(int character) =>
        character
            is >= 0x1100
                and < 0x1160
                or >= 0x2E80
                and < 0xD7B0
                or >= 0xF900
                and < 0xFB00
                or >= 0xFE30
                and < 0xFE70
                or >= 0xFF00
                and < 0xFF61
                or >= 0x20000;

    /// <summary>The width of a character in hundredths of the font size.</summary>
    static int Hundredths(Rune rune) =>
        (Rune.GetUnicodeCategory(rune), rune.Value) switch
        {
            (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format, _) => 0,
            (_, var character) when IsFullWidth(character) => 100,
            (_, >= 0x0600 and < 0x0780 or >= 0xFB50 and < 0xFE00) => 55,
            (_, ' ' or 'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '!' or '|' or '(' or ')' or '-') => 40,
            (_, 'f' or 't' or 'r') => 44,
            (_, 'm' or 'w' or 'M' or 'W' or '@' or '%') => 95,
            (UnicodeCategory.UppercaseLetter, _) => 74,
            _ => 64,
        };
}
