using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Subscriptions;

/// <summary>What the feeds ask.</summary>
public abstract class FeedRequest : KnownRequest
{
    /// <summary>How many entries at the most, from 1 to 100; 100 if not given.</summary>
    public int? Limit { get; init; }
}
