using System.Text.RegularExpressions;
using TreatyTracker.Law;

namespace TreatyTracker.Api.StatusTables;

/// <summary>
/// What a column's heading says about its dates: <c>Ratification, Acceptance(A), Accession(a), Succession(d)</c> means that a date with
/// mark A is an acceptance, and one without a mark a ratification.
/// </summary>
sealed partial class Legend
{
    readonly Dictionary<string, IReadOnlyList<EventKind>> _marks = new(StringComparer.Ordinal);
    readonly List<EventKind> _unmarked = [];
    readonly bool _hasUnknownUnmarked;

    Legend(string heading)
    {
        Heading = heading;
        foreach (var item in Items(heading))
        {
            var match = Marked().Match(item);
            var kinds = ActWords.Kinds(match.Success ? match.Groups["phrase"].Value : item);
            if (match.Success)
                _marks[match.Groups["mark"].Value] = [.. kinds, .. _marks.GetValueOrDefault(match.Groups["mark"].Value) ?? []];
            else
            {
                _unmarked.AddRange(kinds);
                _hasUnknownUnmarked |= kinds.Count == 0;
            }
        }
        Named = [.. _unmarked.Concat(_marks.Values.SelectMany(k => k)).Distinct()];
    }

    /// <summary>The heading, without footnote marks.</summary>
    public string Heading { get; }

    /// <summary>Every kind that the heading names; empty where it names none: its column holds something else.</summary>
    public IReadOnlyList<EventKind> Named { get; }

    /// <summary>Reads a heading.</summary>
    public static Legend Parse(string heading) => new(CellText.Fold(heading));

    /// <summary>The kind of a date in the column, or why it cannot be told.</summary>
    /// <param name="marks">The marks after the date; empty for none.</param>
    public (EventKind? Kind, string Reason) KindOf(IReadOnlyList<string> marks)
    {
        if (Named.Count == 0 && !_hasUnknownUnmarked && _marks.Count == 0)
            return (null, "The column has no heading.");
        if (marks.Count > 1)
            return (null, $"Several marks stand after the date: {string.Join(", ", marks)}.");
        return marks is [var mark] ? KindOfMark(mark) : KindWithoutMark();
    }

    (EventKind? Kind, string Reason) KindWithoutMark()
    {
        var kinds = _unmarked.Distinct().ToList();
        if (_hasUnknownUnmarked)
            return (null, "The heading does not say in known words what the date is.");
        // Nothing else can be meant where the heading names one kind only, though with a mark.
        if (kinds.Count == 0 && Named is [var only])
            return (only, "");
        return kinds switch
        {
            [var one] => (one, ""),
            [] => (null, $"The date has no mark, and the heading names none without: it has {string.Join(", ", _marks.Keys)}."),
            _ => (null, $"The date has no mark, and the heading names several kinds without one: {Words(kinds)}."),
        };
    }

    (EventKind? Kind, string Reason) KindOfMark(string mark)
    {
        if (_marks.TryGetValue(mark, out var kinds))
            return kinds.Distinct().ToList() switch
            {
                [var one] => (one, ""),
                [] => (null, $"The heading's words for the mark '{mark}' are not known."),
                var several => (null, $"The heading gives the mark '{mark}' to several kinds: {Words(several)}."),
            };
        if (ActWords.OfMark(mark) is { } custom && _unmarked.Contains(custom))
            return (custom, "");
        return (null, $"The mark '{mark}' does not stand in the heading.");
    }

    static string Words(IEnumerable<EventKind> kinds) => string.Join(", ", kinds.Select(k => k.WireName()));

    /// <summary>
    /// Each item begins with a capital: "Provisional application by virtue of signature, adoption of the Agreement or accession thereto"
    /// is one.
    /// </summary>
    static IEnumerable<string> Items(string heading) =>
        ItemStart().Split(NotesAfterMark().Replace(heading, ")")).Select(i => i.Trim(' ', ',', ';')).Where(i => i.Length > 0);

    [GeneratedRegex(@"[,;]\s*(?=\p{Lu})")]
    private static partial Regex ItemStart();

    /// <summary>
    /// The mark ends an item. A letter after a number in brackets is a subparagraph, as in "article 7 (1) (b)", unless it is a capital that
    /// stands close to it: "articles 3 (2) and (3)(P)".
    /// </summary>
    [GeneratedRegex(@"^(?<phrase>.*(?:[^)\s]\s*(?=\(\s*[A-Za-z])|\)(?=\([A-Z])))\(\s*(?<mark>[A-Za-z]{1,2})\s*\)$")]
    private static partial Regex Marked();

    [GeneratedRegex(@"\)\s*[0-9]{1,3}(?:,[0-9]{1,3})*(?=\s*(?:,|$))")]
    private static partial Regex NotesAfterMark();
}
