namespace TreatyTracker.Law;

/// <summary>The code of a participant as a value of a sentence, so that it is not taken for a text of the record.</summary>
/// <param name="Code">The code.</param>
public readonly record struct ParticipantCode(string Code);
