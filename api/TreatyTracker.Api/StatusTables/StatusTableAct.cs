using TreatyTracker.Law;

namespace TreatyTracker.Api.StatusTables;

/// <summary>One act of a participant as a cell states it.</summary>
/// <param name="Line">Line of the document, from 1.</param>
/// <param name="Kind">What the column's heading and the mark after the date say.</param>
/// <param name="Date">The day, or the period where the cell states only a month or a year.</param>
/// <param name="Printed">The cell as printed.</param>
sealed record StatusTableAct(int Line, EventKind Kind, DayPeriod Date, string Printed)
{
    /// <summary>Whether the cell stands in square brackets: the act was done, and has been undone since.</summary>
    public bool IsBracketed { get; init; }

    /// <summary>Day of effect that the document states for the act.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>Whether the document states the day of effect alone: <see cref="Date"/> is that day.</summary>
    public bool EffectOnly { get; init; }

    /// <summary>Place of deposit, in a table of a treaty with several depositaries.</summary>
    public string? Depositary { get; init; }

    /// <summary>Ids of the sources that the row names for the act; empty where the whole document is the source.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>How well the row says that the day is known; <c>null</c> where it does not say.</summary>
    public Verification? Verification { get; init; }

    /// <summary>The row's remark on the act; <c>null</c> for none.</summary>
    public string? Note { get; init; }

    /// <summary>Marks of the footnotes at the cell, as printed; empty for none.</summary>
    public IReadOnlyList<string> Footnotes { get; init; } = [];
}
