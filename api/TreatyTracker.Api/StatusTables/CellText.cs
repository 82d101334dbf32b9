using System.Text.RegularExpressions;
using TreatyTracker.Law;

namespace TreatyTracker.Api.StatusTables;

/// <summary>Reads the text of cells: dates with marks, names with footnote digits.</summary>
static partial class CellText
{
    /// <summary>No cell of dates and no name is longer.</summary>
    const int Longest = 400;

    const string NoteSigns = "*†‡§";

    /// <summary>Single spaces for tabs, line breaks, no-break and other spaces; nothing invisible; none at the ends.</summary>
    public static string Fold(string text) => Spaces().Replace(Invisible().Replace(text, ""), " ").Trim();

    /// <summary>
    /// The dates of a cell, each with its brackets, marks and footnotes: <c>[9 Jan 2005 a]</c>, <c>10 Oct 1967 (London)</c>. Empty where
    /// the cell holds anything else: what cannot be read whole is not read in part.
    /// </summary>
    public static IReadOnlyList<CellEntry> Dates(string folded, DateSyntax syntax)
    {
        var entries = new List<CellEntry>();
        for (var at = 0; at < folded.Length && folded.Length <= Longest; )
        {
            if (Entry(folded, ref at, syntax) is not { } entry)
                return [];
            entries.Add(entry);
            while (at < folded.Length && folded[at] is ' ' or ',' or ';' or '/')
                at++;
        }
        return entries;
    }

    static CellEntry? Entry(string text, ref int at, DateSyntax syntax)
    {
        var isOpen = text[at] == '[';
        if (isOpen)
            at++;
        SkipSpaces(text, ref at);
        var length = at < text.Length ? syntax.LengthAt(text, at) : 0;
        if (length == 0 || syntax.Parse(text.Substring(at, length)) is not { } date)
            return null;
        var from = text.Substring(at, length);
        at += length;
        if (
            at + 1 < text.Length
            && text[at] == '/'
            && DayPeriod.Parse(from) is not null
            && syntax.LengthAt(text, at + 1) is > 0 and var more
        )
        {
            // A slash between two ISO dates makes a period of them: one act on a day that is not known.
            var to = text.Substring(at + 1, more);
            if (syntax.Parse(to) is null || DayPeriod.Parse($"{from}/{to}") is not { } period)
                return null;
            (date, at) = (period, at + 1 + more);
        }
        var (words, notes, isClosed) = (new List<string>(), new List<string>(), false);
        for (; ; )
        {
            SkipSpaces(text, ref at);
            if (at == text.Length || syntax.LengthAt(text, at) > 0)
                break;
            if (text[at] == ']' && isOpen && !isClosed)
                (isClosed, at) = (true, at + 1);
            else if (text[at] == '(' && text.IndexOf(')', at) is > 0 and var end)
            {
                words.Add(text[(at + 1)..end].Trim());
                at = end + 1;
            }
            else if (char.IsLetter(text[at]))
            {
                var start = at;
                while (at < text.Length && char.IsLetter(text[at]))
                    at++;
                words.Add(text[start..at]);
            }
            else if (NoteSigns.Contains(text[at]))
                notes.Add(text[at++].ToString());
            else if (NotesAt().Match(text, at) is { Success: true } match)
            {
                notes.AddRange(match.Value.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries));
                at += match.Length;
            }
            else
                break;
        }
        return isOpen == isClosed ? new(date, isOpen, words, notes) : null;
    }

    /// <summary>
    /// Takes footnote marks off a name: digits stuck to it (<c>Germany5,6</c>), asterisks and daggers. Square brackets around it mean that
    /// the participant has left.
    /// </summary>
    public static (string Name, bool IsBracketed, IReadOnlyList<string> Footnotes) Name(string folded)
    {
        var (name, notes) = WithoutNotes(folded);
        if (!name.StartsWith('[') || !name.EndsWith(']'))
            return (name, false, notes);
        var (inner, more) = WithoutNotes(name[1..^1].Trim());
        return (inner, true, [.. more, .. notes]);
    }

    /// <summary>
    /// The only day in a sentence, or the one it begins with: <c>9 June 2003, in accordance with article 12(1).</c>; otherwise <c>null</c>.
    /// </summary>
    public static DateOnly? DayIn(string? folded)
    {
        var days = folded is null ? [] : Day().Matches(folded).ToList();
        return
            days is [var first, ..]
            && (days.Count == 1 || first.Index == 0)
            && DateSyntax.Mtdsg.Parse(first.Value) is { IsOneDay: true } day
            ? day.First
            : null;
    }

    static (string Name, IReadOnlyList<string> Notes) WithoutNotes(string text)
    {
        var end = text.Length;
        while (end > 0 && (char.IsAsciiDigit(text[end - 1]) || text[end - 1] is ',' or ' ' || NoteSigns.Contains(text[end - 1])))
            end--;
        var notes = Note().Matches(text[end..]).Select(m => m.Value).ToList();
        // Four digits are a year, and part of the name.
        return end == 0 || notes.Exists(n => n.Length > 3) ? (text, []) : (text[..end], notes);
    }

    static void SkipSpaces(string text, ref int at)
    {
        while (at < text.Length && text[at] == ' ')
            at++;
    }

    [GeneratedRegex(@"[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]+")]
    private static partial Regex Spaces();

    /// <summary>Zero-width spaces, soft hyphens, direction marks, and a byte order mark within the text.</summary>
    [GeneratedRegex(@"[\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]")]
    private static partial Regex Invisible();

    /// <summary>Numbers of footnotes, up to the end of what they belong to.</summary>
    [GeneratedRegex(@"\G[0-9]{1,3}(?![0-9])(?: ?, ?[0-9]{1,3}(?![0-9]))*(?= ?(?:\]|$|[,;/] ))")]
    private static partial Regex NotesAt();

    [GeneratedRegex(@"[0-9]+|[*†‡§]")]
    private static partial Regex Note();

    [GeneratedRegex(
        @"(?<![0-9])[0-9]{1,2} ?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? ?[0-9]{4}(?![0-9])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Day();
}
