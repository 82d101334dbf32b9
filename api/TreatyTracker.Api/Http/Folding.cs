using System.Text;
using AnyAscii;

namespace TreatyTracker.Api.Http;

/// <summary>Search that does not mind letter case and accents, in any script.</summary>
static class Folding
{
    /// <summary>Whether one of the texts contains what is sought.</summary>
    public static bool Contains(string sought, IEnumerable<string> texts) =>
        Fold(sought) is var folded && texts.Any(text => Fold(text).Contains(folded, StringComparison.Ordinal));

    /// <summary>The text in lower case, Latin letters without their accents, with plain apostrophes and single spaces.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            // The runtime decomposes nothing in invariant mode; scripts other than Latin are left as they are, for a transliteration
            // would find Chinese in English.
            if (IsLatin(rune.Value)) folded.Append(rune.ToString().Transliterate().ToLowerInvariant());
            else if (Rune.GetUnicodeCategory(rune) is not System.Globalization.UnicodeCategory.NonSpacingMark) folded.Append(Rune.ToLowerInvariant(rune));
        return string.Join(' ', folded.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    static bool IsLatin(int rune) => rune is < 0x250 or (>= 0x1E00 and < 0x1F00) or (>= 0x2010 and < 0x2070);
}
