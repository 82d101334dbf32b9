using System.Text.RegularExpressions;
using TreatyTracker.Law;

namespace TreatyTracker.Api.StatusTables;

/// <summary>Which treaty a table is about, and the tables of several treaties in one document.</summary>
static partial class TreatyTables
{
    /// <summary>
    /// One table for each treaty that the document names, in its order. The header, and cells that could not be used, go with the table
    /// only where it is the only one: they do not say whose they are.
    /// </summary>
    public static IReadOnlyList<(string? Number, StatusTable Table)> Split(StatusTable table)
    {
        var groups = table
            .Rows.GroupBy(r => r.Treaty ?? table.Number, StringComparer.OrdinalIgnoreCase)
            .Select(g => (Number: g.Key, Rows: g.ToList()))
            .ToList();
        if (groups.Count == 0)
            return [(table.Number, table)];
        if (groups.Count == 1)
            return [(groups[0].Number, table)];
        return
        [
            .. groups.Select(g =>
                (
                    g.Number,
                    table with
                    {
                        Title = null,
                        Number = g.Number,
                        Conclusion = null,
                        ConcludedOn = null,
                        EntryIntoForceOn = null,
                        Parties = null,
                        Signatories = null,
                        Rows = g.Rows,
                        Unused = [],
                    }
                )
            ),
        ];
    }

    /// <summary>Whether a document's own number of a treaty is that of the treaty.</summary>
    public static bool IsNumberOf(string number, Treaty treaty) => KeysOf(treaty).Contains(Key(number));

    /// <summary>The keys by which documents may name a treaty.</summary>
    public static IEnumerable<string> KeysOf(Treaty treaty) =>
        new[] { treaty.Id, treaty.Mtdsg, treaty.Number }.OfType<string>().Select(Key).Distinct();

    /// <summary>An id for a treaty of which only the number is known: <c>xviii-12</c>; <c>null</c> where none can be made.</summary>
    public static string? IdOf(string number) =>
        Other().Replace(number.ToLowerInvariant(), "-").Trim('-') is { Length: > 0 } id ? id : null;

    /// <summary>What all forms of a number have in common: <c>ETS No. 005</c>, <c>CETS 005</c> and <c>5</c> are one.</summary>
    public static string Key(string number) =>
        string.Join(
            '-',
            Parts().Matches(number.ToUpperInvariant()).Select(m => m.Value.TrimStart('0')).Where(p => p is not ("ETS" or "CETS" or "NO"))
        );

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Other();

    [GeneratedRegex("[A-Z]+|[0-9]+")]
    private static partial Regex Parts();
}
