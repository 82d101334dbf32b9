using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Seeds;

/// <summary>One row of a CSV seed file. A field that cannot be read becomes a problem with file and line, and a default value.</summary>
sealed class SeedRow(string file, int line, IReadOnlyList<string> columns, string[] fields, List<SeedProblem> problems)
{
    /// <summary>So many problems of one file are reported; nobody reads more at once.</summary>
    const int MostProblems = 1_000;

    /// <summary>The file and line.</summary>
    public (string File, int Line) Place => (file, line);

    /// <summary>Whether the row can be used: an unknown source is the only problem that leaves it usable.</summary>
    public bool Sound { get; private set; } = true;

    /// <summary>Reports a problem of this row.</summary>
    public void Problem(string reason, string rule = SeedProblem.Malformed)
    {
        problems.Add(new(file, line, reason, rule));
        if (rule != SeedProblem.UnknownSource)
            Sound = false;
    }

    /// <summary>A field as it is written; empty where the file leaves out a column that it need not have.</summary>
    public string this[string column]
    {
        get
        {
            // A handful of names: looking along them costs less than a dictionary for each row.
            for (var i = 0; i < columns.Count; i++)
                if (columns[i] == column)
                    return fields[i];
            return "";
        }
    }

    /// <summary>A field's text; <c>null</c> when empty.</summary>
    public string? Text(string column) => this[column] is { Length: > 0 } text ? text : null;

    /// <summary>A field that must not be empty.</summary>
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

    /// <summary>A day, or a period that contains it; <c>null</c> when empty.</summary>
    public DayPeriod? Period(string column)
    {
        if (Text(column) is not { } text)
            return null;
        if (DayPeriod.Parse(text) is { } period)
            return period;
        Problem($"{column} '{text}' is not a day or period; write YYYY-MM-DD, YYYY-MM, YYYY or YYYY-MM-DD/YYYY-MM-DD");
        return null;
    }

    /// <summary><c>true</c>, or empty for <c>false</c>.</summary>
    public bool Flag(string column)
    {
        if (Text(column) is null or "true")
            return Text(column) is not null;
        Problem($"{column} '{this[column]}' is not 'true'; leave it empty for false");
        return false;
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
        if (WireNames.Find<T>(this[column]) is { } value)
            return value;
        Problem($"{column} {Suggestions.NotOneOf(this[column], WireNames.All<T>()).TrimEnd('.')}");
        return default;
    }

    /// <summary>A whole number, zero or more.</summary>
    public int Number(string column)
    {
        if (int.TryParse(this[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        Problem($"{column} '{this[column]}' is not a whole number");
        return 0;
    }

    /// <summary>A number with or without decimals, zero or more; <c>null</c> when empty.</summary>
    public decimal? Decimal(string column)
    {
        if (Text(column) is not { } text)
            return null;
        if (
            decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && char.IsAsciiDigit(text[0])
        )
            return number;
        Problem($"{column} '{text}' is not a number such as 12 or 0.25");
        return null;
    }

    /// <summary>A list separated by <c>|</c>.</summary>
    public EquatableArray<string> List(string column) =>
        [.. this[column].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>Reports a code that is not among the known ones.</summary>
    public void MustBeKnown(string column, string value, ISet<string> known, string what, string rule = SeedProblem.Malformed)
    {
        if (value.Length > 0 && !known.Contains(value))
            Problem($"{column} '{value}' is not {what}{Meant(value, known)}", rule);
    }

    static string Meant(string value, ISet<string> known) =>
        Suggestions.SuggestionText(value, known) is { Length: > 0 } suggestion ? $".{suggestion}" : "";

    /// <summary>
    /// Reads a file row by row: exactly these columns in this order, then any of those that may follow, UTF-8, RFC 4180 quoting. Equal
    /// fields are one string, so that a million rows do not hold each code a million times.
    /// </summary>
    public static IEnumerable<SeedRow> ReadFile(
        string directory,
        string file,
        IReadOnlyList<string> columns,
        List<SeedProblem> problems,
        params IReadOnlyList<string> more
    )
    {
        if (SeedFile.Read(directory, file, problems) is not { } bytes)
            yield break;
        using var parser = new CsvParser(
            new StreamReader(
                new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false),
                Encoding.UTF8,
                detectEncodingFromByteOrderMarks: false
            ),
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                CacheFields = true,
                BadDataFound = bad =>
                    problems.Add(
                        new(
                            file,
                            bad.Context.Parser!.RawRow,
                            "a quotation mark is out of place; quote the whole field and double the marks within it",
                            SeedProblem.Malformed
                        )
                    ),
            }
        );
        IReadOnlyList<string> found = parser.Read() ? parser.Record! : [];
        if (!found.SequenceEqual([.. columns, .. more.Where(found.Skip(columns.Count).Contains)]))
        {
            var after = more.Count == 0 ? "" : $"; after it may follow, in this order: {string.Join(',', more)}";
            problems.Add(new(file, 1, $"the first line must be: {string.Join(',', columns)}{after}"));
            yield break;
        }
        columns = found;
        var before = problems.Count;
        while (parser.Read())
        {
            if (problems.Count - before > MostProblems)
            {
                problems.Add(new(file, parser.RawRow, $"more than {MostProblems} problems; the rest of the file was not read"));
                yield break;
            }
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
            var row = new SeedRow(file, parser.RawRow, columns, record, problems);
            for (var i = 0; i < record.Length; i++)
                if (SeedFile.WrongWith(record[i]) is { } wrong)
                    row.Problem($"{columns[i]} {wrong}");
            yield return row;
        }
    }
}
