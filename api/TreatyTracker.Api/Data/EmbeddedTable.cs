using System.Collections.Frozen;
using System.Globalization;
using CsvHelper;

namespace TreatyTracker.Api.Data;

/// <summary>Reads the CSV files that are part of the program.</summary>
static class EmbeddedTable
{
    /// <summary>The rows of a file.</summary>
    public static IEnumerable<T> Rows<T>(string file, Func<CsvReader, T> row)
    {
        using var reader = new StreamReader(typeof(EmbeddedTable).Assembly.GetManifestResourceStream(file)!);
        using var csv = new CsvReader(reader, CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
            yield return row(csv);
    }

    /// <summary>The texts of a file with a column for each language.</summary>
    /// <param name="file">The file.</param>
    /// <param name="key">Makes the key of a text from its row and language.</param>
    public static FrozenDictionary<TKey, string> Texts<TKey>(string file, Func<CsvReader, string, TKey> key)
        where TKey : notnull =>
        Rows(file, row => Languages.All.Select(language => KeyValuePair.Create(key(row, language), row[language]!)).ToList())
            .SelectMany(texts => texts)
            .ToFrozenDictionary();
}
