using TreatyTracker.Api.Consistency;

namespace TreatyTracker.Api.Features.Events;

/// <summary>What a request to record has led to.</summary>
public sealed record RecordingAnswer
{
    /// <summary>The number of the recording; absent if nothing was recorded, because the register had all of it.</summary>
    public int? Recording { get; init; }

    /// <summary>The data version after it.</summary>
    public required string DataVersion { get; init; }

    /// <summary>The events in the order of the request, those that the register had already included.</summary>
    public required IReadOnlyList<RecordedEvent> Events { get; init; }

    /// <summary>Ids of those events that the register had already, and that were not recorded again.</summary>
    public required IReadOnlyList<string> Existing { get; init; }

    /// <summary>
    /// What the rules of consistency find with the events and did not find before, and what does not prevent the recording: warnings,
    /// information, and errors that a waiver covers.
    /// </summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The counts of each treaty concerned, and of each protocol whose counts change with it.</summary>
    public required IReadOnlyList<CountsChange> Counts { get; init; }
}
