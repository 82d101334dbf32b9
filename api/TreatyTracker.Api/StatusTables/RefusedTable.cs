namespace TreatyTracker.Api.StatusTables;

/// <summary>A table that cannot be merged. The others are.</summary>
/// <param name="File">Path of the document as given.</param>
/// <param name="Treaty">The treaty's id or number; <c>null</c> where the document has none.</param>
/// <param name="Reason">Why, and what to do, as a sentence.</param>
sealed record RefusedTable(string File, string? Treaty, string Reason);
