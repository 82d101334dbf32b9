using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Seeds;

/// <summary>
/// One row of a CSV seed file. A field that cannot be read becomes a problem with file and line, and a default value; one that is
/// understood but not written as the format has it becomes a problem with a correction, and the row stays usable.
/// </summary>
sealed class SeedRow(string file, int line, int record, IReadOnlyList<string> columns, string[] fields, List<SeedProblem> problems)
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

    /// <summary>Reports a field that is understood, but not in canonical form.</summary>
    void Tolerate(string column, string canonical)
    {
        for (var at = 0; at < columns.Count; at++)
            if (columns[at] == column)
                Tolerate(at, fields[at], canonical);
    }

    void Tolerate(int column, string found, string canonical) =>
        problems.Add(
            new(file, line, $"{columns[column]} is '{found}'; the canonical form is '{canonical}'", SeedProblem.NonCanonical)
            {
                Fix = new(record, column, found, canonical),
            }
        );

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
    public DateTimeOffset? InstantOf(string column)
    {
        if (Text(column) is not { } text)
            return null;
        if (Instant.Parse(text) is { } instant)
            return instant;
        Problem($"{column} '{text}' is not an instant; write it as 2026-11-23T00:00:00Z");
        return null;
    }

    /// <summary>
    /// The code of a participant; <c>null</c> when empty. Another code of it, or a name that stands for it alone, is tolerated.
    /// </summary>
    /// <param name="column">The column.</param>
    /// <param name="codes">The codes of all participants.</param>
    /// <param name="on">The day of the act; <c>null</c> where there is none.</param>
    public string? Participant(string column, ParticipantCodes codes, DateOnly? on = null)
    {
        if (Text(column) is not { } text || codes.All.Contains(text))
            return Text(column);
        var match = codes.Resolve(text, on);
        if (match.Participant is { } found)
        {
            Tolerate(column, found.Code);
            return found.Code;
        }
        var wrong = $"{column} '{text}' is not the code of a participant in {SeedFormat.Participants}";
        var meant = match.Reason is UnresolvedReason.Unknown ? Suggestions.SuggestionText(text, codes.All) : "";
        Problem(
            meant.Length > 0 ? $"{wrong}.{meant}"
                : match is { Reason: UnresolvedReason.Unknown, Candidates.Count: 0 } ? wrong
                : $"{wrong}. {match.Detail!.TrimEnd('.')}",
            SeedProblem.UnknownParticipant
        );
        return text;
    }

    /// <summary>One of an enumeration's words. Other letter case, spaces and underscores are tolerated.</summary>
    public T Word<T>(string column)
        where T : struct, Enum
    {
        if (WireNames.Find<T>(this[column]) is { } value)
            return value;
        if (WireNames.Find<T>(this[column].ToLowerInvariant().Replace(' ', '-').Replace('_', '-')) is { } meant)
        {
            Tolerate(column, meant.WireName());
            return meant;
        }
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
    public void MustBeKnown(string column, string value, IReadOnlySet<string> known, string what, string rule = SeedProblem.Malformed)
    {
        if (value.Length > 0 && !known.Contains(value))
            Problem($"{column} '{value}' is not {what}{Meant(value, known)}", rule);
    }

    static string Meant(string value, IReadOnlySet<string> known) =>
        Suggestions.SuggestionText(value, known) is { Length: > 0 } suggestion ? $".{suggestion}" : "";

    /// <summary>
    /// Reads a file row by row: these columns, and any of those that may follow, UTF-8, RFC 4180 quoting. Another order of the columns,
    /// and white space around fields, are tolerated. Equal fields are one string, so that a million rows do not hold each code a million
    /// times.
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
        string[] names = [.. found.Select(name => name.Trim())];
        string[] canonical = [.. columns, .. more.Where(names.Contains)];
        if (!names.Order(StringComparer.Ordinal).SequenceEqual(canonical.Order(StringComparer.Ordinal)))
        {
            problems.Add(new(file, 1, WrongHeader(names, columns, more)));
            yield break;
        }
        if (!found.SequenceEqual(canonical))
            problems.Add(
                new(file, 1, $"the columns are '{string.Join(',', found)}'; the canonical order is '{string.Join(',', canonical)}'")
                {
                    Rule = SeedProblem.NonCanonical,
                    Fix = new(1, null, string.Join(',', found), string.Join(',', canonical)),
                }
            );
        columns = names;
        var (before, records) = (problems.Count, 1);
        while (parser.Read())
        {
            records++;
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
            var row = new SeedRow(file, parser.RawRow, records, columns, record, problems);
            for (var i = 0; i < record.Length; i++)
                if (SeedFile.WrongWith(record[i]) is { } wrong)
                    row.Problem($"{columns[i]} {wrong}");
                else if (!IsProse(columns[i]) && record[i].Trim() is var trimmed && trimmed.Length < record[i].Length)
                {
                    row.Tolerate(i, record[i], trimmed);
                    record[i] = trimmed;
                }
            yield return row;
        }
    }

    /// <summary>Whether a column holds text as it is: a space at its end stays, so that an export is read back unchanged.</summary>
    static bool IsProse(string column) => column.StartsWith("name", StringComparison.Ordinal) || s_prose.Contains(column);

    static readonly HashSet<string> s_prose =
    [
        "note",
        "reason",
        "title",
        "url",
        "licence",
        "attribution",
        "official_name",
        "region",
        "sub_region",
        "intermediate_region",
        "un_regional_group",
        "statehood_basis",
    ];

    static string WrongHeader(IReadOnlyList<string> found, IReadOnlyList<string> columns, IReadOnlyList<string> more)
    {
        var after = more.Count == 0 ? "" : $"; it may also name: {string.Join(',', more)}";
        var wrong =
            found.FirstOrDefault(name => !columns.Contains(name) && !more.Contains(name)) is { } unknown
                ? $"Unknown column '{unknown}'.{Suggestions.SuggestionText(unknown, columns.Concat(more).Except(found))}"
            : columns.FirstOrDefault(name => !found.Contains(name)) is { } missing ? $"The column '{missing}' is missing."
            : "A column stands there twice.";
        return $"the first line must be: {string.Join(',', columns)}{after}. {wrong.TrimEnd('.')}";
    }
}
