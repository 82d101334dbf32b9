namespace TreatyTracker.Api.StatusTables;

/// <summary>Whose row it is: a participant's code, or why none was found.</summary>
/// <param name="Code">The participant's code; <c>null</c> where the name means nobody, or several.</param>
/// <param name="Problem">Why there is no code, with the nearest names, as a sentence; <c>null</c> where there is one.</param>
sealed record RowParticipant(string? Code, string? Problem);
