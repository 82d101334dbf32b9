namespace TreatyTracker.Law;

/// <summary>The value of one place of a sentence.</summary>
/// <param name="Place">The name of the place, such as <c>day</c>.</param>
/// <param name="Value">
/// A day, a period, a number, a kind of event, a participant, a list of <see cref="ParticipantCode"/>, a text of the record (an id, a
/// reason, the name of a list), another sentence or a list of them; <c>null</c> where the place stays empty.
/// </param>
public readonly record struct SentenceValue(string Place, object? Value);
