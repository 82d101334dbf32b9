namespace TreatyTracker.Api.Features.Events;

/// <summary>An event with its corrections.</summary>
/// <param name="Event">The event as it was recorded.</param>
/// <param name="Corrections">Its corrections, oldest first.</param>
public sealed record EventWithCorrections(RecordedEvent Event, IReadOnlyList<RecordedEvent> Corrections);
