using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
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
    /// <exception cref="IndexOutOfRangeException">The value is not a declared member.</exception>
    public static string WireName<T>(this T value)
        where T : struct, Enum => Table<T>.Words[Unsafe.BitCast<T, int>(value)];

    /// <summary>The word in camelCase, for a value that is the name of a JSON member: <c>unMember</c> for <c>un-member</c>.</summary>
    public static string MemberName<T>(this T value)
        where T : struct, Enum => Table<T>.MemberNames[Unsafe.BitCast<T, int>(value)];

    /// <summary>All words of an enumeration, in the order of declaration.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => Table<T>.Words;

    /// <summary>The value of a word; letter case matters. <c>null</c> when there is no such word.</summary>
    public static T? Find<T>(string? word)
        where T : struct, Enum => Array.IndexOf(Table<T>.Words, word) is var at and >= 0 ? Unsafe.BitCast<int, T>(at) : null;

    /// <summary>The words and values of an enumeration that is only known at run time, in the order of declaration.</summary>
    public static IReadOnlyList<(string Word, object Value)> Of(Type enumeration) =>
        [.. Enum.GetNames(enumeration).Select(name => (WordOf(enumeration.GetField(name)!), Enum.Parse(enumeration, name)))];

    /// <summary>A word in camelCase.</summary>
    public static string Camel(string word) =>
        string.Concat(word.Split('-').Select((part, n) => n == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..]));

    static string WordOf(FieldInfo member) => member.GetCustomAttribute<EnumMemberAttribute>()?.Value ?? Kebab(member.Name);

    static string Kebab(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && text.Length > 0)
                text.Append('-');
            text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString();
    }

    /// <summary>
    /// Arrays rather than dictionaries: a dictionary is compiled anew for each enumeration, which the start of the program would wait for.
    /// </summary>
    static class Table<T>
        where T : struct, Enum
    {
        internal static readonly string[] Words = WordsInOrder();
        internal static readonly string[] MemberNames = Array.ConvertAll(Words, Camel);

        static string[] WordsInOrder()
        {
            var members = Of(typeof(T));
            var words = new string[members.Count];
            for (var at = 0; at < words.Length; at++)
            {
                if (Convert.ToInt32(members[at].Value, CultureInfo.InvariantCulture) != at)
                    throw new InvalidOperationException($"The values of {typeof(T).Name} are not 0, 1, 2 and so on.");
                words[at] = members[at].Word;
            }
            return words;
        }
    }
}
