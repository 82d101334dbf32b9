using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.StatusTables;

/// <summary>Collects what a reader could not use. Past a bound it counts only, so that a hostile document cannot fill the memory.</summary>
sealed class UnusedCells
{
    const int Most = 10_000;
    const int LongestText = 300;

    readonly List<UnusedCell> _cells = [];
    int _more;

    /// <summary>Reports one cell; a <c>null</c> column stands for the whole row.</summary>
    public void Add(int line, string? column, string text, string reason)
    {
        if (_cells.Count < Most)
            _cells.Add(new(line, column is null ? null : Shown(column), Shown(text), reason));
        else
            _more++;
    }

    /// <summary>Reports a whole row.</summary>
    public void Add(GridRow row, string reason) => Add(row.Line, null, row.Printed, reason);

    /// <summary>Everything reported, ordered by line.</summary>
    public IReadOnlyList<UnusedCell> ToList() =>
        [
            .. _cells.OrderBy(c => c.Line),
            .. _more > 0
                ? [new UnusedCell(_cells[^1].Line, null, "", $"{_more} more cells could not be used.")]
                : Array.Empty<UnusedCell>(),
        ];

    static string Shown(string text) => PlainText.Line(text.Length > LongestText ? string.Concat(text.AsSpan(0, LongestText), "…") : text);
}
