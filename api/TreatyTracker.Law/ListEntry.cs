namespace TreatyTracker.Law;

/// <summary>A participant on a list to which a treaty's final clauses refer.</summary>
/// <param name="List">The list's name within the treaty: <c>annex-2</c>, <c>emissions</c>.</param>
/// <param name="Participant">The participant's code.</param>
/// <param name="Weight">Its weight, in any unit that is the same for the whole list; <c>null</c> where the list has none.</param>
/// <param name="Source">The id of the source; <c>null</c> where none is at hand.</param>
public sealed record ListEntry(string List, string Participant, decimal? Weight, string? Source);
