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
}
