using System.Text.RegularExpressions;
using TreatyTracker.Law;

namespace TreatyTracker.Api.StatusTables;

/// <summary>Where a depositary publishes the table of a treaty: an address with placeholders.</summary>
static partial class TableAddress
{
    /// <summary>The UN Treaty Collection's XML.</summary>
    public const string Default = "https://treaties.un.org/doc/Publication/MTDSG/Volume%20{volume}/Chapter%20{chapter}/{mtdsg}.en.xml";

    /// <summary>The last chapter of the first volume of Multilateral Treaties Deposited with the Secretary-General.</summary>
    const int LastOfVolumeOne = 11;

    static readonly string[] s_names = ["id", "mtdsg", "chapter", "volume", "number"];

    /// <summary>What is wrong with a template, as a sentence; <c>null</c> where nothing is.</summary>
    public static string? ProblemOf(string template)
    {
        var unknown = Placeholder().Matches(template).Select(m => m.Groups[1].Value).Except(s_names).ToList();
        if (unknown.Count > 0)
            return $"'{{{unknown[0]}}}' is no placeholder; use {string.Join(", ", s_names.Select(n => $"{{{n}}}"))}.";
        if (!Placeholder().IsMatch(template))
            return "It has no placeholder, so that all treaties would have one address.";
        return Uri.TryCreate(Placeholder().Replace(template, "x"), UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? null
            : "It is not an HTTP address, such as https://depositary.example/{mtdsg}.xml.";
    }

    /// <summary>The address for a treaty; <c>null</c> where the treaty lacks what a placeholder stands for.</summary>
    public static Uri? Of(string template, Treaty treaty)
    {
        var isOfTheUnitedNations = treaty.Mtdsg != treaty.Id;
        var chapter = treaty.Mtdsg.Split('-')[0];
        var missing = false;
        var address = Placeholder()
            .Replace(
                template,
                match =>
                {
                    var value = match.Groups[1].Value switch
                    {
                        "id" => treaty.Id,
                        "number" => treaty.Number,
                        "mtdsg" when isOfTheUnitedNations => treaty.Mtdsg,
                        "chapter" when isOfTheUnitedNations => chapter,
                        "volume" when isOfTheUnitedNations && Roman(chapter) is { } number => number <= LastOfVolumeOne ? "I" : "II",
                        _ => null,
                    };
                    missing |= value is null;
                    return Uri.EscapeDataString(value ?? "");
                }
            );
        return missing ? null : new(address);
    }

    static int? Roman(string text)
    {
        var value = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var (digit, next) = (Digit(text[at]), at + 1 < text.Length ? Digit(text[at + 1]) : 0);
            if (digit == 0)
                return null;
            value += digit < next ? -digit : digit;
        }
        return value > 0 ? value : null;

        static int Digit(char c) =>
            c switch
            {
                'I' => 1,
                'V' => 5,
                'X' => 10,
                'L' => 50,
                _ => 0,
            };
    }

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Placeholder();
}
