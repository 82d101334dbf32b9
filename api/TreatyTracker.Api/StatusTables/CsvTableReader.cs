using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.StatusTables;

/// <summary>Reads a table of separated values with a mapping. The heading says which separator and which shipped mapping fit.</summary>
static class CsvTableReader
{
    /// <summary>A title and notes may stand above the heading.</summary>
    const int MostLinesAboveHeading = 20;

    const int LongestField = 100_000;

    static readonly string[] s_separators = [",", ";", "\t", "|"];

    /// <summary>A record of the table.</summary>
    readonly record struct Record(int Line, string[] Fields)
    {
        public bool IsBlank => Fields.All(f => f.Length == 0);

        public string Printed => string.Join(" | ", Fields).Trim();
    }

    /// <summary>Where the heading stands, and how to read what is below.</summary>
    sealed record Layout(CsvMapping Mapping, string Separator, int HeadingLine, string[] Heading);

    /// <summary>Whether the heading fits a shipped mapping.</summary>
    public static bool CanRead(string text)
    {
        try
        {
            return Matches(text, CsvMappings.Shipped).Any();
        }
        // A field without end is no sign of CSV.
        catch (StatusTableException)
        {
            return false;
        }
    }

    /// <summary>Reads the table.</summary>
    /// <param name="text">The document.</param>
    /// <param name="mapping">What its columns hold; <c>null</c> for the shipped mapping that fits its heading.</param>
    /// <exception cref="StatusTableException">No mapping fits, or several.</exception>
    public static StatusTable Read(string text, CsvMapping? mapping)
    {
        var layout = Choose(text, mapping);
        var unused = new UnusedCells();
        var (heading, rows) = (layout.Heading, new List<StatusTableRow>());
        foreach (var extra in heading.Where(h => h.Length > 0).Except(Used(layout), StringComparer.OrdinalIgnoreCase))
            unused.Add(layout.HeadingLine, extra, extra, $"The mapping '{layout.Mapping.Id}' does not use this column.");
        var columns = new Columns(layout.Mapping, heading);
        foreach (var record in Records(text, layout.Separator))
        {
            if (record.IsBlank || record.Line == layout.HeadingLine)
                continue;
            if (record.Line < layout.HeadingLine)
                unused.Add(record.Line, null, record.Printed, "The row stands above the heading.");
            else if (columns.Row(record, unused) is { } row)
                rows.Add(row);
        }
        return new()
        {
            Format = StatusTableFormat.Csv,
            Rows = rows,
            Unused = unused.ToList(),
        };
    }

    static Layout Choose(string text, CsvMapping? mapping)
    {
        var layouts = Layouts(text, mapping is null ? CsvMappings.Shipped : [mapping]).ToList();
        // A mapping whose columns are some of another's fits wherever that one fits.
        var fullest = layouts.FindAll(l => !layouts.Exists(o => o != l && Used(l).ToHashSet().IsProperSubsetOf(Used(o))));
        if (fullest is [var only])
            return only;
        var heading = s_separators.Select(s => Records(text, s).FirstOrDefault(r => !r.IsBlank).Fields ?? []).MaxBy(f => f.Length)!;
        var has = PlainText.Line(string.Join(", ", heading.Take(20).Select(h => h.Length > 60 ? string.Concat(h.AsSpan(0, 60), "…") : h)));
        if (fullest.Count > 1)
            throw new StatusTableException(
                $"Several mappings fit the columns {has}: {string.Join(", ", fullest.Select(l => l.Mapping.Id))}. Name one with --mapping."
            );
        if (mapping is null)
            throw new StatusTableException(
                $"No shipped mapping fits the columns {has}. Name a mapping file with --mapping, or a shipped one after renaming "
                    + "the columns: "
                    + $"{string.Join(", ", CsvMappings.Shipped.Select(m => m.Id))}."
            );
        var missing = mapping.Columns.First(c => CsvMapping.IndexOf(c, heading) < 0);
        throw new StatusTableException(
            $"The mapping '{mapping.Id}' needs a column '{missing[0]}', and the table has "
                + $"{has}.{Suggestions.SuggestionText(missing[0], heading)}"
        );
    }

    /// <summary>The first heading that fits each mapping.</summary>
    static IEnumerable<Layout> Layouts(string text, IReadOnlyList<CsvMapping> mappings) =>
        Matches(text, mappings).DistinctBy(l => l.Mapping.Id);

    static IEnumerable<Layout> Matches(string text, IReadOnlyList<CsvMapping> mappings) =>
        from separator in s_separators
        from record in Records(text, separator).Take(MostLinesAboveHeading)
        from mapping in mappings
        where mapping.Fits(record.Fields)
        select new Layout(mapping, separator, record.Line, record.Fields);

    static IEnumerable<string> Used(Layout layout) =>
        layout
            .Mapping.Columns.Select(c => CsvMapping.IndexOf(c, layout.Heading))
            .Distinct()
            .Select(i => layout.Heading[i])
            .Concat(layout.Mapping.Ignored);

    static IEnumerable<Record> Records(string text, string separator)
    {
        using var parser = new CsvParser(
            new StringReader(text),
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                Delimiter = separator,
                BadDataFound = null,
                IgnoreBlankLines = false,
                MaxFieldSize = LongestField,
            }
        );
        for (var line = 1; ; line = parser.RawRow + 1)
        {
            string[] fields;
            try
            {
                if (!parser.Read())
                    yield break;
                fields = parser.Record!;
            }
            catch (CsvHelperException)
            {
                throw new StatusTableException(
                    $"Line {line} has a field of more than {LongestField} characters. Look for a quotation mark that is not closed."
                );
            }
            yield return new(line, [.. fields.Select(CellText.Fold)]);
        }
    }

    /// <summary>The mapping's columns in one table.</summary>
    sealed class Columns(CsvMapping mapping, string[] heading)
    {
        readonly int _name = CsvMapping.IndexOf(mapping.Name, heading);
        readonly int _code = CsvMapping.IndexOf(mapping.Code, heading);
        readonly int _treaty = CsvMapping.IndexOf(mapping.Treaty, heading);
        readonly int _sources = CsvMapping.IndexOf(mapping.Sources, heading);
        readonly int _verification = CsvMapping.IndexOf(mapping.Verification, heading);
        readonly int _note = CsvMapping.IndexOf(mapping.Note, heading);

        readonly List<(int Column, IReadOnlyList<string> Texts)> _leftOut =
        [
            .. mapping.LeftOut.Select(l => (CsvMapping.IndexOf([l.Key], heading), l.Value)),
        ];

        readonly List<(CsvActColumns Act, int Date, int Kind, int Effect, int Place)> _acts =
        [
            .. mapping.Acts.Select(a =>
                (a, Index(a.Date, heading), Index(a.KindColumn, heading), Index(a.Effect, heading), Index(a.Place, heading))
            ),
        ];

        public StatusTableRow? Row(Record record, UnusedCells unused)
        {
            if (record.Fields.Skip(heading.Length).Any(f => f.Length > 0))
            {
                unused.Add(
                    record.Line,
                    null,
                    record.Printed,
                    $"The row has {record.Fields.Length} cells and the heading {heading.Length}."
                );
                return null;
            }
            if (_leftOut.FindIndex(l => l.Texts.Contains(Text(record, l.Column))) is >= 0 and var at)
            {
                unused.Add(record.Line, heading[_leftOut[at].Column], record.Printed, $"The mapping '{mapping.Id}' leaves out such rows.");
                return null;
            }
            var (name, hasLeft, notes) = CellText.Name(Text(record, _name));
            var code = Text(record, _code);
            if (name.Length + code.Length == 0)
            {
                unused.Add(record.Line, null, record.Printed, "The row names no participant.");
                return null;
            }
            var acts = _acts.SelectMany(a => Acts(record, a, unused)).ToList();
            return new(record.Line, name.Length > 0 ? name : code, hasLeft ? ParticipantGrid.Bracketed(acts) : acts)
            {
                Code = code.Length > 0 ? code : null,
                Treaty = Text(record, _treaty) is { Length: > 0 } treaty ? treaty : null,
                Footnotes = notes,
            };
        }

        IEnumerable<StatusTableAct> Acts(
            Record record,
            (CsvActColumns Act, int Date, int Kind, int Effect, int Place) columns,
            UnusedCells unused
        )
        {
            var (cell, word) = (Text(record, columns.Date), Text(record, columns.Kind));
            var effect = Text(record, columns.Effect);
            // Only where a column says of each row what kind of act it is: several acts may share a column of effect.
            var effectOnly = cell.Length == 0 && word.Length > 0 && effect.Length > 0 && _acts.Count == 1;
            if (cell.Length == 0 && !effectOnly)
            {
                // A kind without a date states no act.
                if (word.Length > 0)
                    unused.Add(record.Line, heading[columns.Kind], word, $"The row has no date in '{heading[columns.Date]}' for it.");
                yield break;
            }
            var entries = CellText.Dates(effectOnly ? effect : cell, mapping.Dates);
            if (effectOnly && entries is not [{ Date.IsOneDay: true }])
                entries = [];
            var verification = WireNames.Find<Verification>(Text(record, _verification));
            if (verification is null && Text(record, _verification) is { Length: > 0 } unknown)
                unused.Add(record.Line, heading[_verification], unknown, Suggestions.NotOneOf(unknown, WireNames.All<Verification>()));
            var sources = Sources(record);
            if (sources is [var only] && mapping.UnverifiedSources.Contains(only))
                verification = Verification.Unverified;
            if (entries.Count == 0)
                unused.Add(
                    record.Line,
                    heading[effectOnly ? columns.Effect : columns.Date],
                    effectOnly ? effect : cell,
                    effectOnly
                        ? "The row states no other day, and the cell is not one."
                        : "The cell is not a date in the formats of the mapping, with known marks."
                );
            var day = CellText.Dates(effect, mapping.Dates) is [{ Date.IsOneDay: true, Words: [] } stated]
                ? stated.Date.First
                : (DateOnly?)null;
            if (effect.Length > 0 && !effectOnly && (day is null || entries.Count != 1))
                unused.Add(record.Line, heading[columns.Effect], effect, "The cell is not one day that belongs to one act.");
            foreach (var entry in entries)
            {
                var (kind, place, reason) = Meaning(columns.Act, word, entry.Words);
                if (kind is { } known)
                    yield return new(record.Line, known, entry.Date, effectOnly ? effect : cell)
                    {
                        IsBracketed = entry.IsBracketed,
                        EffectiveOn = entries.Count == 1 ? day : null,
                        EffectOnly = effectOnly,
                        Sources = sources,
                        Verification = verification,
                        Note = Text(record, _note) is { Length: > 0 } note ? note : null,
                        Depositary = place ?? (Text(record, columns.Place) is { Length: > 0 } text ? Place(text) : null),
                        Footnotes = entry.Footnotes,
                    };
                else
                    unused.Add(record.Line, heading[columns.Date], word.Length > 0 ? $"{word} {cell}" : cell, reason);
            }
        }

        List<string> Sources(Record record)
        {
            var named = Text(record, _sources).Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return
            [
                .. (named.Length == 0 && mapping.SourceIds.ContainsKey("") ? [""] : named)
                    .Select(id => mapping.SourceIds.GetValueOrDefault(id, id))
                    .Distinct(),
            ];
        }

        /// <summary>The kind from the column, else from a mark, else the constant one. Every mark must be known.</summary>
        (EventKind? Kind, string? Place, string Reason) Meaning(CsvActColumns act, string word, IReadOnlyList<string> marks)
        {
            var kinds = new List<EventKind?>();
            string? place = null;
            foreach (var mark in marks.Prepend(word).Where(w => w.Length > 0))
                if (mapping.Places.TryGetValue(mark, out var at) || mapping.Places.Values.Contains(mark))
                    place = at ?? mark;
                else if (new[] { mark, CellText.Name(mark).Name }.Select(mapping.KindOf).FirstOrDefault(k => k.Found) is (true, var kind))
                    kinds.Add(kind);
                else
                    return (null, null, $"'{mark}' is no known word for a kind or place. Add it to 'kinds' of the mapping.");
            return kinds.Distinct().ToList() switch
            {
                [] when act.Kind is { } constant => (constant, place, ""),
                [] => (null, null, "Nothing says of what kind the act is."),
                [null] => (null, null, "The mapping says that this is no act of the record."),
                [{ } one] => (one, place, ""),
                _ => (null, null, "Its words name several kinds."),
            };
        }

        string Place(string text) => mapping.Places.TryGetValue(text, out var place) ? place : text;

        static int Index(IReadOnlyList<string>? column, string[] heading) => CsvMapping.IndexOf(column, heading);

        static string Text(Record record, int column) => column >= 0 && column < record.Fields.Length ? record.Fields[column] : "";
    }
}
