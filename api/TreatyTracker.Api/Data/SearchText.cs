using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using AnyAscii;

namespace TreatyTracker.Api.Data;

/// <summary>Search that does not mind letter case and accents, in any script.</summary>
public static class SearchText
{
    // A text of the snapshot is folded once, and forgotten with the snapshot.
    static readonly ConditionalWeakTable<string, string> s_folded = [];

    /// <summary>Whether one of the texts, which are the snapshot's, contains what is sought.</summary>
    public static bool Contains(string sought, IEnumerable<string> texts) =>
        Fold(sought) is var folded && texts.Any(text => s_folded.GetValue(text, Fold).Contains(folded, StringComparison.Ordinal));

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
