namespace TreatyTracker.Api.StatusTables;

/// <summary>A document as it was read.</summary>
/// <param name="File">Its path as given.</param>
/// <param name="Table">What it states.</param>
sealed record MergeDocument(string File, StatusTable Table);
