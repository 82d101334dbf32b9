using TreatyTracker.Law;

namespace TreatyTracker.Api.Data;

/// <summary>The six official languages of the United Nations.</summary>
public static class Languages
{
    /// <summary>The language that every title and name has.</summary>
    public const string English = "en";

    /// <summary>All six, by code.</summary>
    public static IReadOnlyList<string> All { get; } = WireNames.All<Language>();

    /// <summary>A treaty's title in a language, or in English where it has none, with the language that it is in.</summary>
    public static (string Title, string Language) TitleIn(this Treaty treaty, string language) =>
        treaty.Titles.TryGetValue(language, out var title) ? (title, language) : (treaty.Titles[English], English);
}
