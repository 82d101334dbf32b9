using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Pages;

/// <summary>What every part of a page needs: the request, the language, the record and the addresses.</summary>
public sealed partial class PageContext
{
    static readonly string[] s_kept = ["lang", "asOf", "knownAt", "version"];

    readonly AnswerContext? _answer;

    PageContext(HttpContext http, string language, AnswerContext? answer) => (Http, Language, _answer) = (http, language, answer);

    /// <summary>Whether the page is about a day.</summary>
    public bool HasDay { get; private init; }

    /// <summary>The request.</summary>
    public HttpContext Http { get; }

    /// <summary>The language of the page.</summary>
    public string Language { get; }

    /// <summary>The direction in which the language is written.</summary>
    public string Direction => DirectionOf(Language);

    /// <summary>Whether a register is loaded and the page is about it.</summary>
    public bool HasRecord => _answer is not null;

    /// <summary>The context of the API's answer to the same request: pages show the same figures.</summary>
    public AnswerContext Answer => _answer ?? throw new InvalidOperationException("The page is not about the record.");

    /// <summary>The context of a page about the record.</summary>
    public static PageContext Of(HttpContext http, KnownRequest request)
    {
        var answer = AnswerContext.Of(http, request);
        return new(http, answer.Language, answer) { HasDay = request is TimedRequest };
    }

    /// <summary>The context of a page about anything else.</summary>
    public static PageContext Of(HttpContext http)
    {
        var language = LanguageNegotiation.Of(http, http.Request.Query["lang"]);
        http.Response.Headers.ContentLanguage = language;
        return new(http, language, null);
    }

    /// <summary>A text of the page's language, with its placeholders replaced.</summary>
    public string T(string key, params IEnumerable<(string Name, object? Value)> places) =>
        places.Aggregate(
            PageTexts.Of(key, Language),
            (text, place) =>
                text.Replace(
                    $"{{{place.Name}}}",
                    Isolate(Convert.ToString(place.Value, CultureInfo.InvariantCulture) ?? ""),
                    StringComparison.Ordinal
                )
        );

    /// <summary>
    /// A sentence as HTML in which days do not break at their hyphens, and are readable where the language is written from right to left.
    /// </summary>
    public MarkupString WithDays(string sentence) =>
        new(IsoDay().Replace(Encode(sentence), Direction == "rtl" ? "<time dir=\"ltr\">$0</time>" : "<time>$0</time>"));

    string Encode(string text) => Http.RequestServices.GetRequiredService<HtmlEncoder>().Encode(text);

    // Without isolation, the parts of a day or of a foreign name change places among Arabic words (Unicode Annex 9).
    string Isolate(string text) => Direction == "rtl" ? $"\u2068{text}\u2069" : text;

    /// <summary>The text of a word of the data; the word itself where it has none.</summary>
    public string Word(string vocabulary, string? word) =>
        word is null ? "" : PageTexts.All.GetValueOrDefault(($"{vocabulary}.{word}", Language), word);

    /// <summary>A whole number.</summary>
    public string Number(int number) => number.ToString(Language == Languages.English ? "N0" : "D", CultureInfo.InvariantCulture);

    /// <summary>A day in a sentence, written out as the language does.</summary>
    public string Day(DateOnly day) =>
        PageTexts
            .Of(day.Day == 1 ? "day-first" : "day", Language)
            .Replace("{day}", Text(day.Day), StringComparison.Ordinal)
            .Replace("{month}", PageTexts.Of($"month.{Text(day.Month)}", Language), StringComparison.Ordinal)
            .Replace("{year}", Text(day.Year), StringComparison.Ordinal);

    /// <summary>The address of another page, with the language, the day and the instant that this one was asked for.</summary>
    public string To(string path, params IEnumerable<(string Name, string? Value)> query) =>
        Address(path, Merged(Kept.Where(p => Takes(path, p.Name)), query));

    /// <summary>The address of an answer of the API, in the language of the page.</summary>
    public string ToApi(string path, params IEnumerable<(string Name, string? Value)> query) =>
        Address(path, Merged([("lang", Language == Languages.English ? null : Language)], query));

    /// <summary>The same for an answer about a day: the day and the instant of the page, where it was asked for them.</summary>
    public string ToApiOnDay(string path, params IEnumerable<(string Name, string? Value)> query) =>
        ToApi(path, Merged(Kept.Where(p => p.Name != "lang"), query));

    /// <summary>The address that gives this page with the same day, record and language again.</summary>
    public string Permalink =>
        Absolute(
            Here(
                ("asOf", HasDay ? Instant.Text(Answer.AsOf) : null),
                ("knownAt", Instant.Text(Answer.KnownAt)),
                ("version", null),
                ("lang", Language)
            )
        );

    /// <summary>The address of this page with some parameters changed, or removed by <c>null</c>.</summary>
    public string Here(params IEnumerable<(string Name, string? Value)> changes) => HereAt("", changes);

    /// <summary>The address of a section of this page, with some parameters changed, or removed by <c>null</c>.</summary>
    public string HereAt(string section, params IEnumerable<(string Name, string? Value)> changes) =>
        Address(
            (Http.Request.Path.Value ?? "/").Replace("#", "", StringComparison.Ordinal) + section,
            Merged(Http.Request.Query.SelectMany(p => p.Value, (p, v) => (p.Key, v)), changes)
        );

    /// <summary>What the forms of this page keep of its address.</summary>
    public IEnumerable<(string Name, string? Value)> Kept =>
        s_kept.Select(name => (name, (string?)Http.Request.Query[name])).Where(p => !string.IsNullOrWhiteSpace(p.Item2));

    /// <summary>An address on this host in full.</summary>
    public string Absolute(string address) => Http.AbsoluteText("")[..^Http.Request.PathBase.ToUriComponent().Length] + address;

    /// <summary>The title of a treaty, with its language; with its short title where several have that title.</summary>
    public (string Title, string Language) TitleOf(Treaty treaty) => Answer.Register.TellingTitle(treaty, Language);

    /// <summary>The short title of a treaty where it has one, with its language.</summary>
    public (string Title, string Language) ShortTitleOf(Treaty treaty) => treaty.ShortTitleIn(Language);

    /// <summary>The name of a participant.</summary>
    public string NameOf(string code) => Answer.Register.Participant(code).NameIn(Language);

    // Not within addresses.
    [GeneratedRegex(@"(?<![A-Za-z0-9_/=-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![A-Za-z0-9_-])")]
    private static partial Regex IsoDay();

    // The pages of the documentation are about no record, and some pages about it are about no day in particular.
    static bool Takes(string path, string parameter) =>
        parameter == "lang"
        || !(
            path.StartsWith("/docs", StringComparison.Ordinal)
            || path.StartsWith("/problems", StringComparison.Ordinal)
            || (parameter == "asOf" && (path == "/" || path.StartsWith("/changes", StringComparison.Ordinal)))
        );

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    static string DirectionOf(string language) => language == "ar" ? "rtl" : "ltr";

    static List<(string Name, string? Value)> Merged(
        IEnumerable<(string Name, string? Value)> query,
        IEnumerable<(string Name, string? Value)> changes
    )
    {
        var changed = changes.ToList();
        return [.. query.Where(p => changed.TrueForAll(c => c.Name != p.Name)), .. changed];
    }

    string Address(string pathAndFragment, IEnumerable<(string Name, string? Value)> query) =>
        pathAndFragment.Split('#') is [var path, .. var fragment]
            ? Http.Request.PathBase.ToUriComponent()
                + new PathString(path).ToUriComponent()
                + QueryString.Create(query.Where(p => p.Value is not null).Distinct().Select(p => KeyValuePair.Create(p.Name, p.Value)))
                + (fragment is [var part] ? $"#{part}" : "")
            : "";
}
