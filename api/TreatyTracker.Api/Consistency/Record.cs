using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency;

/// <summary>What the rules look at: the record as known at an instant, as of a day.</summary>
/// <param name="Facts">All facts; the events with their corrections.</param>
/// <param name="View">The acts held true and what follows from them.</param>
/// <param name="AsOf">The day: nothing later may have happened yet.</param>
/// <param name="Where">Where in the seeds an event, by id, or a treaty, by its file's path, stands; empty for a database.</param>
public sealed record Record(Facts Facts, RegisterView View, DateOnly AsOf, IReadOnlyDictionary<string, Location> Where)
{
    /// <summary>The participants by code.</summary>
    public IReadOnlyDictionary<string, Participant> Participants { get; } = Facts.Participants.ToDictionary(p => p.Code, p => p.Participant);
}
