using TreatyTracker.Api.Features.Events;

namespace TreatyTracker.Api.Features.Webhooks;

/// <summary>The details of an event that was recorded.</summary>
/// <param name="Event">The event, as <c>/v1/events/{id}</c> has it.</param>
/// <param name="Original">For a correction: the event that it replaces or retracts, as it was recorded.</param>
/// <param name="Effects">What the act brings about on which day, as known when the message was made. Days may have passed.</param>
/// <param name="Record">The coverage of the treaty's record.</param>
/// <param name="Recording">The number of the recording.</param>
/// <param name="Path">The address of the event in the API.</param>
sealed record EventData(
    RecordedEvent Event,
    RecordedEvent? Original,
    IReadOnlyList<EffectData> Effects,
    RecordCoverage Record,
    int Recording,
    string Path
);
