using System.Text.RegularExpressions;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Pages;

/// <summary>What a text finds: treaties by title or number, States by any name or code, in any of the six languages.</summary>
/// <param name="Treaties">The treaties, the best match first.</param>
/// <param name="States">The States and organizations, the best match first.</param>
/// <param name="AreAlike">Whether they only look like the text, which matches nothing.</param>
public sealed partial record SearchResults(IReadOnlyList<Treaty> Treaties, IReadOnlyList<ParticipantEntry> States, bool AreAlike)
{
    const int LongestText = 200,
        Most = 50,
        MostAlike = 10,
        MostWords = 10;

    /// <summary>Whether there is anything.</summary>
    public bool Any => Treaties.Count > 0 || States.Count > 0;

    /// <summary>Searches.</summary>
    public static SearchResults Of(string text, AnswerContext context)
    {
        var sought = text.Length > LongestText ? "" : SearchText.Fold(text.Replace('-', ' '));
        if (!sought.Any(char.IsLetterOrDigit))
            return new([], [], false);
        var names = context.Register.Names.Resolve(text);
        var named =
            names.Participant is { } only ? [only]
            : names.Reason is UnresolvedReason.Ambiguous ? names.Candidates.ToList()
            : [];
        var found = new SearchResults(
            Best(TreatiesIn(context), sought),
            // A code is not sought within words.
            [.. named.Concat(Best(StatesIn(context), sought)).DistinctBy(p => p.Code)],
            false
        );
        return found.Any ? found : Alike(text, sought, names, context);
    }

    /// <summary>Among equal matches, principal treaties come first, then those with most parties: what most people look for.</summary>
    static IEnumerable<Searched<Treaty>> TreatiesIn(AnswerContext context) =>
        context.View.Treaties.Select(t => new Searched<Treaty>(
            t,
            context.SearchedOf(t),
            () => (t.Kind is TreatyKind.Protocol or TreatyKind.Amendment, -context.StatusOf(t).Timeline.On(context.AsOf).Parties, t.Id)
        ));

    static IEnumerable<Searched<ParticipantEntry>> StatesIn(AnswerContext context) =>
        context.Register.Facts.Participants.Select(p => new Searched<ParticipantEntry>(
            p,
            context.Folded(p.Code, p.Searched),
            () => (false, 0, p.NameIn(context.Language))
        ));

    static SearchResults Alike(string text, string sought, NameMatch names, AnswerContext context)
    {
        var words = WordsOf(sought).Distinct().Take(MostWords).ToList();
        var (treaties, states) = (WithWordsAlike(TreatiesIn(context), words), WithWordsAlike(StatesIn(context), words));
        // A result that has all of the words comes before those that have some. Titles often use other words than people do.
        if (states.Exists(s => s.HasAll))
            return new([.. treaties.Where(t => t.HasAll).Select(t => t.Item)], [.. states.Where(s => s.HasAll).Select(s => s.Item)], true);
        if (treaties.Exists(t => t.HasAll))
            return new([.. treaties.Select(t => t.Item)], [], true);
        if (treaties.Count + states.Count > 0)
            return new([.. treaties.Select(t => t.Item)], [.. states.Select(s => s.Item)], true);
        var texts = context
            .View.Treaties.SelectMany(
                t => new[] { t.Id, t.Mtdsg }.Concat(t.ShortTitles.Values).Distinct(StringComparer.OrdinalIgnoreCase),
                (t, name) => (Name: name, Treaty: t)
            )
            .ToLookup(x => x.Name, x => x.Treaty);
        var codes = context.Register.Facts.Participants.ToDictionary(p => p.Code, StringComparer.OrdinalIgnoreCase);
        return new(
            [.. Suggestions.To(text, texts.Select(g => g.Key), 5).SelectMany(name => texts[name]).DistinctBy(t => t.Id)],
            [.. names.Candidates.Concat(Suggestions.To(text, codes.Keys, 5).Select(c => codes[c])).DistinctBy(p => p.Code)],
            true
        );
    }

    static IReadOnlyList<T> Best<T>(IEnumerable<Searched<T>> all, string sought)
    {
        var words = sought.Split(' ');
        return
        [
            .. all.Select(s => (Found: s, Rank: s.Texts.Min(t => Rank(t.Replace('-', ' '), sought, words))))
                .Where(x => x.Rank < 4)
                .OrderBy(x => x.Rank)
                .ThenBy(x => x.Found.Order())
                .Select(x => x.Found.Item)
                .Take(Most),
        ];
    }

    // The whole text, a part of it from the beginning of a word, any part, or all words in any order.
    static int Rank(string text, string sought, string[] words) =>
        text == sought ? 0
        : text.StartsWith(sought, StringComparison.Ordinal) || text.Contains($" {sought}", StringComparison.Ordinal) ? 1
        : text.Contains(sought, StringComparison.Ordinal) ? 2
        : Array.TrueForAll(words, w => text.Contains(w, StringComparison.Ordinal)) ? 3
        : 4;

    /// <summary>
    /// What has at least half of the words in its texts, or words that look like them: the most words first, then the rarest, then the
    /// fewest slips. Words that most of all have tell nothing apart.
    /// </summary>
    static List<(T Item, bool HasAll)> WithWordsAlike<T>(IEnumerable<Searched<T>> all, IReadOnlyList<string> words)
    {
        var items = all.Select(s => (Found: s, Words: s.Texts.SelectMany(WordsOf).ToHashSet(StringComparer.Ordinal))).ToList();
        var known = items.SelectMany(i => i.Words).ToHashSet(StringComparer.Ordinal);
        // For each word: the slips to the nearest word of each item, and in how many items there is one.
        var columns = words
            .Select(word => known.Select(k => (Word: k, Slips: Suggestions.Slips(word, k))).Where(k => k.Slips is not null).ToList())
            .Select(near => near.ToDictionary(k => k.Word, k => k.Slips, StringComparer.Ordinal))
            .Select(near => items.ConvertAll(i => i.Words.Min(w => near.GetValueOrDefault(w))))
            .Select(slips => (Slips: slips, Items: slips.Count(s => s is not null)))
            .Where(column => column.Items * 2 <= items.Count)
            .ToList();
        return
        [
            .. items
                .Select((item, at) => (item.Found, Has: columns.FindAll(c => c.Slips[at] is not null), At: at))
                .Where(x => x.Has.Count > 0 && x.Has.Count * 2 >= columns.Count)
                .OrderByDescending(x => x.Has.Count)
                .ThenByDescending(x => x.Has.Sum(c => 1.0 / c.Items))
                .ThenBy(x => x.Has.Sum(c => c.Slips[x.At]))
                .ThenBy(x => x.Found.Order())
                .Take(MostAlike)
                .Select(x => (x.Found.Item, x.Has.Count == columns.Count)),
        ];
    }

    static IEnumerable<string> WordsOf(string text) => Word().Matches(text).Select(m => m.Value);

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();

    /// <summary>Something to be found.</summary>
    /// <param name="Item">What it is.</param>
    /// <param name="Texts">The texts in which it is sought, folded.</param>
    /// <param name="Order">Its place among equal matches.</param>
    sealed record Searched<T>(T Item, string[] Texts, Func<(bool, int, string)> Order);
}
