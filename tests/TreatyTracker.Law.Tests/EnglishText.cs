using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.VisualBasic.FileIO;

namespace TreatyTracker.Law.Tests;

/// <summary>The law's sentences in English, with codes for names, so that an expectation reads as what a user reads.</summary>
static partial class EnglishText
{
    static readonly Dictionary<string, string> s_templates = Templates();

    public static string ToEnglish(this Sentence sentence) =>
        Place()
            .Replace(
                s_templates[sentence.Wording.WireName()],
                place => ToText(sentence.Values.Single(v => v.Place == place.Groups[1].Value).Value)
            );

    static string ToText(object? value) =>
        value switch
        {
            null => "",
            ListName list => list.Name,
            Sentence part => part.ToEnglish(),
            EquatableArray<Sentence> parts => string.Join(s_templates["between-conditions"], parts.Select(p => p.ToEnglish())),
            EquatableArray<ParticipantCode> codes => string.Join(s_templates["between-participants"], codes.Select(c => c.Code)),
            Participant participant => participant.Code,
            EventKind kind when kind.WireName().Replace('-', ' ') is var word => $"{char.ToUpperInvariant(word[0])}{word[1..]}",
            DateOnly day => Iso.Text(day),
            decimal share => share.ToString("0.##", CultureInfo.InvariantCulture),
            int or string or DayPeriod => string.Create(CultureInfo.InvariantCulture, $"{value}"),
            _ => throw new ArgumentException($"No text for a {value.GetType().Name}.", nameof(value)),
        };

    static Dictionary<string, string> Templates()
    {
        using var stream = typeof(EnglishText).Assembly.GetManifestResourceStream("sentences.csv")!;
        using var csv = new TextFieldParser(stream) { Delimiters = [","], TrimWhiteSpace = false };
        var english = Array.IndexOf(csv.ReadFields()!, "en");
        var templates = new Dictionary<string, string>();
        while (csv.ReadFields() is { } row)
            templates.Add(row[0], row[english]);
        return templates;
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Place();
}
