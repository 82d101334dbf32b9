namespace TreatyTracker.Api.StatusTables;

/// <summary>A document that is no status table, or whose format is not known. The message says what to do.</summary>
sealed class StatusTableException(string message) : FormatException(message);
