using System.Globalization;
using System.Text;

namespace TreatyTracker.Api.Http;

/// <summary>Search that does not mind letter case and accents, in any script.</summary>
static class Folding
{
    /// <summary>Whether one of the texts contains what is sought.</summary>
    public static bool Contains(string sought, IEnumerable<string> texts) =>
        Fold(sought) is var folded && texts.Any(text => Fold(text).Contains(folded, StringComparison.Ordinal));

    /// <summary>The text in lower case, without combining marks, with plain apostrophes and single spaces.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
                folded.Append(c is '\u2019' or '\u2018' ? '\'' : char.ToLowerInvariant(c));
        return string.Join(' ', folded.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
