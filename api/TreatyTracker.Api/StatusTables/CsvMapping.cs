using TreatyTracker.Law;

namespace TreatyTracker.Api.StatusTables;

/// <summary>
/// Which columns of a CSV table hold what, and what its words mean. <c>StatusTables/README.md</c> describes the JSON it is written in;
/// <see cref="CsvMappings"/> reads it.
/// </summary>
/// <param name="Id">The name of a shipped mapping, or the path of a file.</param>
sealed record CsvMapping(string Id)
{
    /// <summary>Headings that the participant's column may have. A table has this column or <see cref="Code"/>.</summary>
    public IReadOnlyList<string>? Name { get; init; }

    /// <summary>Headings that the column of the participant's code may have.</summary>
    public IReadOnlyList<string>? Code { get; init; }

    /// <summary>Headings that the treaty's column may have, in a table of several treaties.</summary>
    public IReadOnlyList<string>? Treaty { get; init; }

    /// <summary>
    /// Headings that the column of the row's own sources may have: ids of the seeds, separated by <c>|</c>. Without it the whole table is
    /// one source.
    /// </summary>
    public IReadOnlyList<string>? Sources { get; init; }

    /// <summary>
    /// Ids of the seeds for the ids that the table uses; the one for the empty text is cited by rows that name none. Other ids stay.
    /// </summary>
    public IReadOnlyDictionary<string, string> SourceIds { get; init; } = new Dictionary<string, string>();

    /// <summary>Ids of the seeds' sources that verify no day alone: an act that cites only one of them is unverified.</summary>
    public IReadOnlyList<string> UnverifiedSources { get; init; } = [];

    /// <summary>Headings that the column with the word for the verification may have.</summary>
    public IReadOnlyList<string>? Verification { get; init; }

    /// <summary>Headings that the column of the remark may have.</summary>
    public IReadOnlyList<string>? Note { get; init; }

    /// <summary>The acts that each row states, in the order of the columns.</summary>
    public required IReadOnlyList<CsvActColumns> Acts { get; init; }

    /// <summary>The table's words and marks for kinds; <c>null</c> for a word that is known and no act of the record.</summary>
    public IReadOnlyDictionary<string, EventKind?> Kinds { get; init; } = new Dictionary<string, EventKind?>();

    /// <summary>The table's words and marks for places of deposit.</summary>
    public IReadOnlyDictionary<string, string> Places { get; init; } = new Dictionary<string, string>();

    /// <summary>How dates are written.</summary>
    public required DateSyntax Dates { get; init; }

    /// <summary>Columns that are left out without a report.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>Rows to report instead of reading: texts by column.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> LeftOut { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Every column that the table must have.</summary>
    public IEnumerable<IReadOnlyList<string>> Columns =>
        new[] { Name, Code, Treaty, Sources, Verification, Note }
            .OfType<IReadOnlyList<string>>()
            .Concat(Acts.SelectMany(a => a.All))
            .Concat(LeftOut.Keys.Select(k => (string[])[k]));

    /// <summary>The place of a column in a heading; -1 where it is not there.</summary>
    public static int IndexOf(IReadOnlyList<string>? column, IReadOnlyList<string> heading)
    {
        for (var i = 0; i < heading.Count; i++)
            if (column?.Any(c => c.Equals(heading[i], StringComparison.OrdinalIgnoreCase)) is true)
                return i;
        return -1;
    }

    /// <summary>Whether a heading has every column.</summary>
    public bool Fits(IReadOnlyList<string> heading) => Columns.All(c => IndexOf(c, heading) >= 0);

    /// <summary>
    /// The kind that a word or mark of the table stands for. Not found: neither the mapping nor the depositaries' language has it.
    /// </summary>
    public (bool Found, EventKind? Kind) KindOf(string word)
    {
        if (Kinds.TryGetValue(word, out var kind))
            return (true, kind);
        // Letter case parts A from a, but not Accession from ACCESSION.
        var alike = Kinds.Where(k => k.Key.Equals(word, StringComparison.OrdinalIgnoreCase)).ToList();
        if (word.Length > 2 && alike is [var only])
            return (true, only.Value);
        return ActWords.Kind(word) is { } known ? (true, known) : (false, null);
    }
}
