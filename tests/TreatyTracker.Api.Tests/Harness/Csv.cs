using System.Globalization;
using CsvHelper;

namespace TreatyTracker.Api.Tests.Harness;

/// <summary>Tables as other programs read them.</summary>
static class Csv
{
    /// <summary>The rows below the header, by column.</summary>
    public static List<Dictionary<string, string>> Rows(string text)
    {
        using var csv = new CsvReader(new StringReader(text), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
            rows.Add(csv.HeaderRecord!.ToDictionary(name => name, name => csv[name]!));
        return rows;
    }
}
