using TreatyTracker.Law;

namespace TreatyTracker.Api.StatusTables;

/// <summary>A date in a cell with what stands around it.</summary>
/// <param name="Date">The day, or the period where only a month or a year stands there.</param>
/// <param name="IsBracketed">Whether square brackets enclose it.</param>
/// <param name="Words">Marks, kinds or places after the date, in the cell's order; empty for none.</param>
/// <param name="Footnotes">Footnote marks after the date; empty for none.</param>
sealed record CellEntry(DayPeriod Date, bool IsBracketed, IReadOnlyList<string> Words, IReadOnlyList<string> Footnotes);
