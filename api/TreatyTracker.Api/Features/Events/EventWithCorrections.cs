namespace TreatyTracker.Api.Features.Events;

/// <summary>An event with its corrections.</summary>
/// <param name="Event">As it was recorded.</param>
/// <param name="Corrections">Its corrections, the oldest first.</param>
public sealed record EventWithCorrections(RecordedEvent Event, IReadOnlyList<RecordedEvent> Corrections);
