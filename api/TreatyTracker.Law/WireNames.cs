using System.Collections.Frozen;
using System.Text;

namespace TreatyTracker.Law;

/// <summary>
/// The wire words of enumerations: <c>FormalConfirmation</c> is <c>formal-confirmation</c> in JSON, CSV, SQL and text alike.
/// </summary>
public static class WireNames
{
    /// <summary>The word of a value.</summary>
    /// <exception cref="KeyNotFoundException">The value is not a declared member.</exception>
    public static string WireName<T>(this T value)
        where T : struct, Enum => Table<T>.Words[value];

    /// <summary>All words of an enumeration, in the order of declaration.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => Table<T>.All;

    /// <summary>The value of a word, letter case mattering; <c>null</c> when there is no such word.</summary>
    public static T? Find<T>(string? word)
        where T : struct, Enum => word is not null && Table<T>.Values.TryGetValue(word, out var value) ? value : null;

    static string Kebab(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsUpper(c) && text.Length > 0)
                text.Append('-');
            text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString();
    }

    static class Table<T>
        where T : struct, Enum
    {
        internal static readonly FrozenDictionary<T, string> Words = Enum.GetValues<T>()
            .ToFrozenDictionary(v => v, v => Kebab(v.ToString()));
        internal static readonly FrozenDictionary<string, T> Values = Words.ToFrozenDictionary(p => p.Value, p => p.Key);
        internal static readonly IReadOnlyList<string> All = [.. Enum.GetValues<T>().Select(v => Words[v])];
    }
}
