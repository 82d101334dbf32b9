using System.Collections.Frozen;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Pages;

/// <summary>The fixed texts of pages in the six official languages of the United Nations: <c>texts.csv</c>.</summary>
public static class PageTexts
{
    /// <summary>Every text, by key and language.</summary>
    public static FrozenDictionary<(string Key, string Language), string> All { get; } =
        EmbeddedTable.Texts("texts.csv", (row, language) => (row["key"]!, language));

    /// <summary>The text of a key.</summary>
    public static string Of(string key, string language) => All[(key, language)];
}
