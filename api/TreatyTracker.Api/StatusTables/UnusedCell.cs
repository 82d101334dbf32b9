namespace TreatyTracker.Api.StatusTables;

/// <summary>A row or cell of a status table that could not be used. None is dropped silently.</summary>
/// <param name="Line">Line of the document, from 1.</param>
/// <param name="Column">The column's heading; <c>null</c> where the whole row could not be used.</param>
/// <param name="Text">The cell or row as printed.</param>
/// <param name="Reason">Why it could not be used, as a sentence.</param>
sealed record UnusedCell(int Line, string? Column, string Text, string Reason);
