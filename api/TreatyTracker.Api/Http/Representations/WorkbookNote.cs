namespace TreatyTracker.Api.Http.Representations;

/// <summary>A line of the second sheet of a workbook.</summary>
/// <param name="About">What it is about: the <c>citation</c>, the <c>answer</c> or a <c>column</c>.</param>
/// <param name="Name">The name of the fact or of the column.</param>
/// <param name="Value">The fact.</param>
/// <param name="Meaning">What it means.</param>
sealed record WorkbookNote(string About, string Name, object? Value, string? Meaning);
