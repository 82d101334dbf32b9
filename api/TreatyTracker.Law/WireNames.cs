using System.Collections.Frozen;
using System.Reflection;
using System.Runtime.Serialization;
using System.Text;

namespace TreatyTracker.Law;

/// <summary>
/// The words that stand for the values of enumerations in JSON, CSV, SQL, addresses and text alike: <c>formal-confirmation</c> for
/// <c>FormalConfirmation</c>, or what <see cref="EnumMemberAttribute"/> says. Nothing else turns a value into a word or back.
/// </summary>
public static class WireNames
{
    /// <summary>The word of a value.</summary>
    /// <exception cref="KeyNotFoundException">The value is not a declared member.</exception>
    public static string WireName<T>(this T value)
        where T : struct, Enum => Table<T>.Words[value];

    /// <summary>The word in camelCase, for a value that is the name of a JSON member: <c>unMember</c> for <c>un-member</c>.</summary>
    public static string MemberName<T>(this T value)
        where T : struct, Enum => Table<T>.MemberNames[value];

    /// <summary>All words of an enumeration, in the order of declaration.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => Table<T>.All;

    /// <summary>The value of a word; letter case matters. <c>null</c> when there is no such word.</summary>
    public static T? Find<T>(string? word)
        where T : struct, Enum => word is not null && Table<T>.Values.TryGetValue(word, out var value) ? value : null;

    /// <summary>The words and values of an enumeration that is only known at run time, in the order of declaration.</summary>
    public static IReadOnlyList<(string Word, object Value)> Of(Type enumeration) =>
        [.. Enum.GetNames(enumeration).Select(name => (WordOf(enumeration.GetField(name)!), Enum.Parse(enumeration, name)))];

    /// <summary>A word in camelCase.</summary>
    public static string Camel(string word) =>
        string.Concat(word.Split('-').Select((part, n) => n == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..]));

    static string WordOf(FieldInfo member) => member.GetCustomAttribute<EnumMemberAttribute>()?.Value ?? Kebab(member.Name);

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
        static readonly IReadOnlyList<(string Word, object Value)> s_members = Of(typeof(T));

        internal static readonly FrozenDictionary<T, string> Words = s_members.ToFrozenDictionary(m => (T)m.Value, m => m.Word);
        internal static readonly FrozenDictionary<string, T> Values = s_members.ToFrozenDictionary(m => m.Word, m => (T)m.Value);
        internal static readonly FrozenDictionary<T, string> MemberNames = s_members.ToFrozenDictionary(
            m => (T)m.Value,
            m => Camel(m.Word)
        );
        internal static readonly IReadOnlyList<string> All = [.. s_members.Select(m => m.Word)];
    }
}
