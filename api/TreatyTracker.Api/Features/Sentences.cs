using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features;

/// <summary>
/// The law's sentences as texts in the six official languages of the United Nations: <c>sentences.csv</c> has a template for each wording.
/// Texts of the record, such as articles, ids and the reasons of clauses, stay as they are.
/// </summary>
public static class Sentences
{
    /// <summary>The templates, with places such as <c>{day}</c>, by wording and language.</summary>
    public static FrozenDictionary<(string Wording, string Language), string> All { get; } =
        EmbeddedTable.Texts("sentences.csv", (row, language) => (row["wording"]!, language));

    /// <summary>By language and wording: the text before the first place, the place, the text before the next one, and so on.</summary>
    static readonly FrozenDictionary<string, string[][]> s_templates = Languages.All.ToFrozenDictionary(
        language => language,
        language => WireNames.All<Wording>().Select(wording => All[(wording, language)].Split('{', '}')).ToArray()
    );

    static readonly NumberFormatInfo s_decimalComma = new() { NumberDecimalSeparator = "," };

    /// <summary>The sentence in the language of an answer.</summary>
    internal static string ToText(this Sentence sentence, AnswerContext context) => sentence.ToText(context.Language, context.Register);

    /// <summary>The sentence in a language.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="language">The language.</param>
    /// <param name="register">Where the names of participants come from.</param>
    public static string ToText(this Sentence sentence, string language, Register register)
    {
        var text = new StringBuilder();
        Append(text, sentence, language, register);
        return text.ToString();
    }

    static void Append(StringBuilder text, Sentence sentence, string language, Register register)
    {
        var template = s_templates[language][(int)sentence.Wording];
        for (var at = 0; at < template.Length; at++)
            if (at % 2 == 0)
                text.Append(template[at]);
            else
                Append(text, sentence.Values.First(v => v.Place == template[at]).Value, language, register);
    }

    static void Append(StringBuilder text, object? value, string language, Register register)
    {
        switch (value)
        {
            case Sentence part:
                Append(text, part, language, register);
                break;
            case EquatableArray<Sentence> parts:
                Append(text, parts.Select(p => (object)p), Wording.BetweenConditions, language, register);
                break;
            case EquatableArray<ParticipantCode> codes:
                Append(text, codes.Select(c => (object)c), Wording.BetweenParticipants, language, register);
                break;
            case ParticipantCode participant:
                text.Append(register.Participant(participant.Code).NameIn(language));
                break;
            case Participant participant:
                text.Append(register.Participant(participant.Code).NameIn(language));
                break;
            case ListName list:
                text.Append(Labels.OfList(list.Name, language));
                break;
            case EventKind kind:
                text.Append(Labels.Of(kind, language));
                break;
            case DateOnly day:
                text.Append(Instant.Text(day));
                break;
            case decimal share:
                text.Append(share.ToString("0.##", language is "es" or "fr" or "ru" ? s_decimalComma : NumberFormatInfo.InvariantInfo));
                break;
            // Numbers, periods, and texts of the record; nothing where the place stays empty.
            default:
                text.Append(CultureInfo.InvariantCulture, $"{value}");
                break;
        }
    }

    static void Append(StringBuilder text, IEnumerable<object> values, Wording separator, string language, Register register)
    {
        var first = true;
        foreach (var value in values)
        {
            if (!first)
                text.Append(All[(separator.WireName(), language)]);
            first = false;
            Append(text, value, language, register);
        }
    }
}
