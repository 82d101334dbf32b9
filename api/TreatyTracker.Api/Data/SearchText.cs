using System.Globalization;
using System.Text;
using AnyAscii;

namespace TreatyTracker.Api.Data;

/// <summary>Search that ignores letter case and accents, in any script.</summary>
public static class SearchText
{
    /// <summary>Whether one of the texts contains the text sought.</summary>
    /// <param name="sought">The text sought, as it was typed.</param>
    /// <param name="folded">The texts, each folded already.</param>
    public static bool Contains(string sought, IEnumerable<string> folded) =>
        Fold(sought) is var text && folded.Any(f => f.Contains(text, StringComparison.Ordinal));

    /// <summary>
    /// The text in lower case, with plain apostrophes and single spaces: Latin letters without their accents, Cyrillic ones without breve
    /// and dots, Arabic ones without vowel marks and with one alef, yeh and teh.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            // The runtime decomposes nothing in invariant mode; scripts other than Latin are left as they are, for a transliteration
            // would find Chinese in English.
            if (IsLatin(rune.Value))
                folded.Append(rune.ToString().Transliterate().ToLowerInvariant());
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
                folded.Append(Plain(Rune.ToLowerInvariant(rune)));
        return string.Join(' ', folded.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    static bool IsLatin(int rune) => rune is < 0x250 or (>= 0x1E00 and < 0x1F00) or (>= 0x2010 and < 0x2070) or (>= 0xFF01 and < 0xFF5F);

    static string Plain(Rune rune) =>
        rune.Value switch
        {
            'ё' or 'ѐ' => "е",
            'й' or 'ѝ' => "и",
            'أ' or 'إ' or 'آ' or 'ٱ' => "ا",
            'ى' => "ي",
            'ة' => "ه",
            'ـ' => "",
            _ => rune.ToString(),
        };
}
