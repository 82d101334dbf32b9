using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace TreatyTracker.Api.Data;

/// <summary>
/// Names as words, so that two spellings of one name become equal: "Korea (Rep. of)" and "Republic of Korea". Words are abbreviated in one
/// way rather than spelled out, for an abbreviation such as "Fed." does not say whether Federal, Federated or Federation is meant.
/// </summary>
static partial class NameWords
{
    /// <summary>The word for what is no more.</summary>
    public const string Former = "former";

    static readonly Dictionary<string, string> s_abbreviations = new(StringComparer.Ordinal)
    {
        ["republic"] = "rep",
        ["democratic"] = "dem",
        ["federal"] = "fed",
        ["federated"] = "fed",
        ["federation"] = "fed",
        ["people"] = "peoples",
        ["saint"] = "st",
        ["states"] = "sts",
        ["island"] = "is",
        ["islands"] = "is",
        ["isl"] = "is",
        ["arabic"] = "arab",
        ["utd"] = "united",
        ["organisation"] = "organization",
        ["labor"] = "labour",
        ["formerly"] = Former,
        ["ex"] = Former,
    };

    static readonly SearchValues<char> s_brackets = SearchValues.Create("()[]（）");

    /// <summary>Words that data sets move about or leave out.</summary>
    static readonly HashSet<string> s_small = new(
        ["the", "of", "and", "la", "le", "les", "el", "los", "las", "l", "de", "del", "des", "du", "d", "da", "do", "e", "et", "y", "и"],
        StringComparer.Ordinal
    );

    /// <summary>A name without what tables add to it: footnote numbers, letters and marks after it, markup, white space.</summary>
    public static string WithoutNotes(string text)
    {
        var bare = Dates().Replace(Superscript().Replace(text, " "), "").Trim();
        // Digits alone are a code.
        return bare.Any(char.IsLetter) ? Notes().Replace(bare, "").TrimStart(' ', '*', '\u00A0') : bare;
    }

    // "(< 25-06-1991)": days, and no other name.
    [GeneratedRegex(@"\([^\p{L}()]*\)\s*$")]
    private static partial Regex Dates();

    /// <summary>A code as it is written, or of initials such as "U.S.A." the letters.</summary>
    public static string Code(string text) =>
        Array.TrueForAll(text.Split('.'), part => part.Trim().Length <= 1) ? string.Concat(text.Where(c => c is not ('.' or ' '))) : text;

    /// <summary>The words of a name in their order, folded and abbreviated; empty when it has none.</summary>
    public static IReadOnlyList<string> Of(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var c in SearchText.Fold(name))
            if (c is '&')
                text.Append(" and ");
            else if (c is not ('\'' or '`'))
                text.Append(char.IsLetterOrDigit(c) || char.IsSurrogate(c) ? c : ' ');
        return Abbreviated(text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The words in their order, as a key.</summary>
    public static string InOrder(IEnumerable<string> words) => string.Join(' ', words);

    /// <summary>The words that matter, in no order, as a key; empty when none does.</summary>
    public static string InAnyOrder(IEnumerable<string> words) =>
        string.Join(' ', words.Where(w => !s_small.Contains(w)).Distinct().Order(StringComparer.Ordinal));

    /// <summary>A name of the form "A (B)" as its two parts; <c>null</c> for any other.</summary>
    public static (string Before, string Within)? Parts(string name) =>
        name.Length > 0
        && name[^1] is ')' or ']' or '）'
        && name.IndexOfAny(['(', '[', '（']) is var at and > 0
        && name.AsSpan(at + 1, name.Length - at - 2).IndexOfAny(s_brackets) < 0
            ? (name[..at].Trim(), name[(at + 1)..^1].Trim())
            : null;

    /// <summary>Joins initials, "D. P. R." to "dpr" and "d Ivoire" to "divoire", and abbreviates words.</summary>
    static List<string> Abbreviated(string[] words)
    {
        var joined = new List<string>(words.Length);
        for (var at = 0; at < words.Length; at++)
        {
            var end = at;
            while (end < words.Length && words[end] is [>= 'a' and <= 'z'])
                end++;
            if (end - at > 1)
                (joined, at) = ([.. joined, string.Concat(words[at..end])], end - 1);
            else if (end - at == 1 && end < words.Length && Elided(words[at], words[end]) is { } word)
                (joined, at) = ([.. joined, .. word], end);
            else
                joined.Add(s_abbreviations.GetValueOrDefault(words[at], words[at]));
        }
        return joined;
    }

    static string[]? Elided(string letter, string next) =>
        (letter, next[0]) switch
        {
            ("d" or "l", 'a' or 'e' or 'i' or 'o' or 'u' or 'h') => [letter + next],
            ("n", _) => ["north", next],
            ("s", _) => ["south", next],
            _ => null,
        };

    [GeneratedRegex("<(sup|superscript)>[^<]*</(sup|superscript)>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Superscript();

    // Numbers and marks, also in brackets, and the letters of older tables: "Germany 5, 6", "China [7]", "Malta*", "Cuba a/".
    [GeneratedRegex(@"([\s,;.:*†‡§¶#\d\p{No}]|[(\[][\d\s,;*]+[)\]]|\s[a-z]/)+$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Notes();
}
