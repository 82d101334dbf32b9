namespace TreatyTracker.Api.Features.Treaties;

/// <summary>A participant on the list of a condition that has no instrument in effect.</summary>
/// <param name="Participant">The participant.</param>
/// <param name="Share">Its share of the list's weights, from 0 to 1; absent if the list has none.</param>
public sealed record MissingInstrument(ParticipantReference Participant, decimal? Share);
