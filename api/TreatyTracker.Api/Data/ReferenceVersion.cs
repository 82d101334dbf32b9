namespace TreatyTracker.Api.Data;

/// <summary>What a recording made of one entry of the reference data.</summary>
/// <param name="Recording">The recording's number.</param>
/// <param name="Kind">What sort of entry it is: one of the words of <see cref="ReferenceData"/>.</param>
/// <param name="Key">What identifies the entry among those of its kind.</param>
/// <param name="Value">The entry as JSON; <c>null</c> where it was removed.</param>
public sealed record ReferenceVersion(int Recording, string Kind, string Key, string? Value);
