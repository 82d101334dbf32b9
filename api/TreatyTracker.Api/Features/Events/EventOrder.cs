namespace TreatyTracker.Api.Features.Events;

/// <summary>What orders a list of events.</summary>
public enum EventOrder
{
    /// <summary>The date of the event, then its id.</summary>
    Date,

    /// <summary>The instant of recording, then the id.</summary>
    Recorded,
}
