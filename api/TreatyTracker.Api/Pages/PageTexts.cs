using System.Collections.Frozen;
using System.Globalization;
using CsvHelper;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Pages;

/// <summary>The fixed texts of pages in the six official languages of the United Nations: <c>texts.csv</c>.</summary>
public static class PageTexts
{
    /// <summary>Every text, by key and language.</summary>
    public static FrozenDictionary<(string Key, string Language), string> All { get; } = Read().ToFrozenDictionary();

    /// <summary>The text of a key.</summary>
    public static string Of(string key, string language) => All[(key, language)];

    static IEnumerable<KeyValuePair<(string, string), string>> Read()
    {
        using var reader = new StreamReader(typeof(PageTexts).Assembly.GetManifestResourceStream("texts.csv")!);
        using var csv = new CsvReader(reader, CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
            foreach (var language in Languages.All)
                yield return new((csv["key"]!, language), csv[language]!);
    }
}
