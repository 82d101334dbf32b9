using F23.StringSimilarity;

namespace TreatyTracker.Api.Data;

/// <summary>Finds the words that somebody probably meant.</summary>
public static class Suggestions
{
    /// <summary>
    /// Below this Jaro-Winkler similarity, words do not look alike to a reader: <c>nosuch</c> and <c>untoc</c> have 0.70.
    /// </summary>
    const double Alike = 0.8;

    const int LongestWord = 200;

    static readonly JaroWinkler s_similarity = new();
    static readonly OptimalStringAlignment s_slips = new();

    /// <summary>The candidates most similar to the text, best first; none that are not similar.</summary>
    public static IReadOnlyList<string> To(string text, IEnumerable<string> candidates, int most = 3)
    {
        // To compare a text that is no word takes long, and nothing resembles it.
        if (text.Length > LongestWord)
            return [];
        var sought = text.ToUpperInvariant();
        return
        [
            .. candidates
                .Distinct()
                .Select(candidate => (Candidate: candidate, Upper: candidate.ToUpperInvariant()))
                .Select(x => (x.Candidate, IsOneSlip: IsOneSlip(sought, x.Upper), Similarity: s_similarity.Similarity(sought, x.Upper)))
                .Where(x => x.IsOneSlip || x.Similarity >= Alike)
                .OrderByDescending(x => x.IsOneSlip)
                .ThenByDescending(x => x.Similarity)
                .ThenBy(x => x.Candidate, StringComparer.Ordinal)
                .Take(most)
                .Select(x => x.Candidate),
        ];
    }

    /// <summary>
    /// How many characters of a word are wrong, missing, added or swapped if another word was meant, or its beginning; <c>null</c> where
    /// it can hardly have been meant: one slip needs three letters, two need eight.
    /// </summary>
    public static int? Slips(string word, string meant) =>
        word.Length > 2 && meant.StartsWith(word, StringComparison.Ordinal) ? 0
        : word == meant ? 0
        : word.Length < 3 || Math.Abs(word.Length - meant.Length) > 2 ? null
        : (int)s_slips.Distance(word, meant) is var slips && slips <= (word.Length < 8 ? 1 : 2) ? slips
        : null;

    /// <summary>
    /// Whether one character is wrong, missing or added, or two are swapped; not for words of two characters, which all are.
    /// </summary>
    static bool IsOneSlip(string text, string candidate) =>
        Math.Min(text.Length, candidate.Length) > 2
        && Math.Abs(text.Length - candidate.Length) <= 1
        && s_slips.Distance(text, candidate) <= 1;

    /// <summary>Sentences for an unknown word: which words there are, and which was probably meant.</summary>
    public static string NotOneOf(string text, IReadOnlyList<string> words) =>
        $"'{text}' is not one of {string.Join(", ", words)}.{SuggestionText(text, words)}";

    /// <summary>A sentence to append: " Did you mean a, b or c?", or nothing.</summary>
    public static string SuggestionText(string text, IEnumerable<string> candidates) =>
        To(text, candidates) switch
        {
            [] => "",
            [var only] => $" Did you mean {only}?",
            var several => $" Did you mean {string.Join(", ", several.SkipLast(1))} or {several[^1]}?",
        };
}
