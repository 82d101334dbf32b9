using TreatyTracker.Law;

namespace TreatyTracker.Api.Data;

/// <summary>The six official languages of the United Nations.</summary>
public static class Languages
{
    /// <summary>The language in which every title and name exists.</summary>
    public const string English = "en";

    /// <summary>All six, by code.</summary>
    public static IReadOnlyList<string> All { get; } = WireNames.All<Language>();

    /// <summary>A treaty's title in a language, or in English where it has none, and the language of that title.</summary>
    public static (string Title, string Language) TitleIn(this Treaty treaty, string language) =>
        treaty.Titles.TryGetValue(language, out var title) ? (title, language) : (treaty.Titles[English], English);

    /// <summary>
    /// A treaty's short title in a language; where it has none, its title in that language; where it has neither, the short title in
    /// English, or else the title in English. With the language of what was found.
    /// </summary>
    public static (string Title, string Language) ShortTitleIn(this Treaty treaty, string language) =>
        treaty.ShortTitles.TryGetValue(language, out var own) ? (own, language)
        : treaty.Titles.TryGetValue(language, out var title) ? (title, language)
        : treaty.ShortTitles.TryGetValue(English, out var english) ? (english, English)
        : (treaty.Titles[English], English);
}
