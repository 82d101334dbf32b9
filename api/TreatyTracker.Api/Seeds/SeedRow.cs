using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Seeds;

/// <summary>One row of a CSV seed file. A field that cannot be read becomes a problem with file and line, and a default value.</summary>
sealed class SeedRow(string file, int line, IReadOnlyDictionary<string, string> fields, List<SeedProblem> problems)
{
    /// <summary>The file and line.</summary>
    public (string File, int Line) Place => (file, line);

    /// <summary>Whether the row can be used: nothing is wrong with it but a source that is not known.</summary>
    public bool Sound { get; private set; } = true;

    /// <summary>Reports something wrong with this row.</summary>
    public void Problem(string reason, string rule = SeedProblem.Malformed)
    {
        problems.Add(new(file, line, reason, rule));
        if (rule != SeedProblem.UnknownSource)
            Sound = false;
    }

    /// <summary>A field's text; <c>null</c> when empty.</summary>
    public string? Text(string column) => fields[column] is { Length: > 0 } text ? text : null;

    /// <summary>A field that may not be empty.</summary>
    public string Required(string column)
    {
        if (Text(column) is { } text)
            return text;
        Problem($"{column} is empty");
        return "";
    }

    /// <summary>A calendar day; <c>null</c> when empty.</summary>
    public DateOnly? Day(string column)
    {
        if (Text(column) is not { } text)
            return null;
        if (Instant.ParseDay(text) is { } day)
            return day;
        Problem($"{column} '{text}' is not a day of the calendar; write YYYY-MM-DD");
        return null;
    }

    /// <summary>A calendar day that must be there.</summary>
    public DateOnly RequiredDay(string column)
    {
        if (Text(column) is null)
            Problem($"{column} is empty; write YYYY-MM-DD");
        return Day(column) ?? default;
    }

    /// <summary>An instant; <c>null</c> when empty.</summary>
    public DateTimeOffset? Moment(string column)
    {
        if (Text(column) is not { } text)
            return null;
        if (Instant.Parse(text) is { } instant)
            return instant;
        Problem($"{column} '{text}' is not an instant; write it as 2026-11-23T00:00:00Z");
        return null;
    }

    /// <summary>One of an enumeration's words.</summary>
    public T Word<T>(string column)
        where T : struct, Enum
    {
        if (WireNames.Find<T>(fields[column]) is { } value)
            return value;
        Problem($"{column} '{fields[column]}' is not one of {string.Join(", ", WireNames.All<T>())}");
        return default;
    }

    /// <summary>A whole number of nought or more.</summary>
    public int Number(string column)
    {
        if (int.TryParse(fields[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        Problem($"{column} '{fields[column]}' is not a whole number");
        return 0;
    }

    /// <summary>A list parted by <c>|</c>.</summary>
    public EquatableArray<string> List(string column) =>
        [.. fields[column].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>A code that must be among those known.</summary>
    public void MustBeKnown(string column, string value, ISet<string> known, string what, string rule = SeedProblem.Malformed)
    {
        if (value.Length > 0 && !known.Contains(value))
            Problem($"{column} '{value}' is not {what}", rule);
    }

    /// <summary>Reads a file: exactly these columns in this order, UTF-8, RFC 4180 quoting.</summary>
    public static IReadOnlyList<SeedRow> ReadFile(string directory, string file, IReadOnlyList<string> columns, List<SeedProblem> problems)
    {
        var path = Path.Combine(directory, file);
        if (!File.Exists(path))
        {
            problems.Add(new(file, 1, "the file is missing"));
            return [];
        }
        var rows = new List<SeedRow>();
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(file, 1, $"the file cannot be read: {e.Message}"));
            return [];
        }
        catch (DecoderFallbackException)
        {
            problems.Add(new(file, 1, "the file is not valid UTF-8"));
            return [];
        }
        using var parser = new CsvParser(
            new StringReader(text.TrimStart('\uFEFF')),
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                BadDataFound = bad =>
                    problems.Add(
                        new(
                            file,
                            bad.Context.Parser!.RawRow,
                            "a quotation mark stands where none may; quote the whole field and double the marks within it",
                            SeedProblem.Malformed
                        )
                    ),
            }
        );
        if (!parser.Read() || !parser.Record!.SequenceEqual(columns))
        {
            problems.Add(new(file, 1, $"the first line must be: {string.Join(',', columns)}"));
            return [];
        }
        while (parser.Read())
        {
            var record = parser.Record!;
            if (record.Length != columns.Count)
            {
                problems.Add(
                    new(
                        file,
                        parser.RawRow,
                        $"{record.Length} fields where {columns.Count} are due ({string.Join(',', columns)})",
                        SeedProblem.Malformed
                    )
                );
                continue;
            }
            rows.Add(new(file, parser.RawRow, columns.Zip(record).ToDictionary(p => p.First, p => p.Second), problems));
        }
        return rows;
    }
}
