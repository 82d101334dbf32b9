using System.ComponentModel.DataAnnotations;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Subscriptions;

/// <summary>Parameters of all feeds.</summary>
public abstract class FeedRequest : KnownRequest
{
    /// <summary>The maximum number of entries, from 1 to 100. Default: 100.</summary>
    [Range(1, EventsFeed.MaxEntries)]
    public int? Limit { get; init; }
}
