using TreatyTracker.Api.Features.Events;

namespace TreatyTracker.Api.Features.Consistency;

/// <summary>What to check without recording it: events, a whole set of seeds, or events on top of such a set.</summary>
public sealed record RecordToCheck
{
    /// <summary>
    /// The events, as /v1/events takes them; at most 1,000. Without seeds, they are checked with what the register holds.
    /// </summary>
    public EventToRecord[]? Events { get; init; }

    /// <summary>
    /// The files of a directory of seeds: each path, such as <c>events/untoc.csv</c>, with the text of the file.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Seeds { get; init; }
}
