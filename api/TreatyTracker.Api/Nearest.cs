using F23.StringSimilarity;

namespace TreatyTracker.Api;

/// <summary>Finds what somebody probably meant.</summary>
static class Nearest
{
    static readonly JaroWinkler s_similarity = new();

    /// <summary>The candidates most like the text, the best first; none that are unlike it.</summary>
    public static IReadOnlyList<string> To(string text, IEnumerable<string> candidates, int most = 3) =>
        [.. candidates.Distinct()
            .Select(candidate => (Candidate: candidate, Similarity: s_similarity.Similarity(text.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(x => x.Similarity > 0.6)
            .OrderByDescending(x => x.Similarity).ThenBy(x => x.Candidate, StringComparer.Ordinal)
            .Take(most).Select(x => x.Candidate)];

    /// <summary>A sentence to append: " Did you mean a, b or c?", or nothing.</summary>
    public static string Question(string text, IEnumerable<string> candidates) => To(text, candidates) switch
    {
        [] => "",
        [var only] => $" Did you mean {only}?",
        var several => $" Did you mean {string.Join(", ", several.SkipLast(1))} or {several[^1]}?",
    };
}
