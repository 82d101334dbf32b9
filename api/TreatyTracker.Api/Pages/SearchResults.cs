using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Pages;

/// <summary>What a text finds: treaties by title or number, States by any name or code, in any of the six languages.</summary>
/// <param name="Treaties">The treaties, the best match first.</param>
/// <param name="States">The States and organizations, the best match first.</param>
/// <param name="AreAlike">Whether they only look like the text, which matches nothing.</param>
public sealed record SearchResults(IReadOnlyList<Treaty> Treaties, IReadOnlyList<ParticipantEntry> States, bool AreAlike)
{
    const int LongestText = 200,
        Most = 50;

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
            Best(context.View.Treaties, t => context.SearchedOf(t), sought, t => t.Id),
            [
                .. named
                    .Concat(
                        Best(
                            context.Register.Facts.Participants,
                            p => context.Folded(p.Code, p.Searched),
                            // A code is not sought within words.
                            sought,
                            p => p.NameIn(context.Language)
                        )
                    )
                    .DistinctBy(p => p.Code),
            ],
            false
        );
        return found.Any ? found : Alike(text, names, context);
    }

    static SearchResults Alike(string text, NameMatch names, AnswerContext context)
    {
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

    static IReadOnlyList<T> Best<T>(IEnumerable<T> all, Func<T, string[]> texts, string sought, Func<T, string> order)
    {
        var words = sought.Split(' ');
        return
        [
            .. all.Select(item => (Item: item, Rank: texts(item).Min(t => Rank(t.Replace('-', ' '), sought, words))))
                .Where(x => x.Rank < 4)
                .OrderBy(x => x.Rank)
                .ThenBy(x => order(x.Item), StringComparer.Ordinal)
                .Select(x => x.Item)
                .Take(Most),
        ];
    }

    // The whole text, its beginning, a part of it, or all words in any order.
    static int Rank(string text, string sought, string[] words) =>
        text == sought ? 0
        : text.StartsWith(sought, StringComparison.Ordinal) ? 1
        : text.Contains(sought, StringComparison.Ordinal) ? 2
        : Array.TrueForAll(words, w => text.Contains(w, StringComparison.Ordinal)) ? 3
        : 4;
}
