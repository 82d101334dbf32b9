using TreatyTracker.Law;

namespace TreatyTracker.Api.StatusTables;

/// <summary>The columns of a CSV table that state one act of a row. Each column is given by the headings it may have.</summary>
/// <param name="Date">The column of the date. Marks and places may stand after the date.</param>
sealed record CsvActColumns(IReadOnlyList<string> Date)
{
    /// <summary>The column with the word for the kind.</summary>
    public IReadOnlyList<string>? KindColumn { get; init; }

    /// <summary>The kind where neither a column nor a mark says it.</summary>
    public EventKind? Kind { get; init; }

    /// <summary>The column of the day of effect.</summary>
    public IReadOnlyList<string>? Effect { get; init; }

    /// <summary>The column of the place of deposit.</summary>
    public IReadOnlyList<string>? Place { get; init; }

    /// <summary>Every column it needs.</summary>
    public IEnumerable<IReadOnlyList<string>> All => new[] { Date, KindColumn, Effect, Place }.OfType<IReadOnlyList<string>>();
}
