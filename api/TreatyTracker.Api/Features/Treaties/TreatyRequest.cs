using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Treaties;

/// <summary>A request for one treaty on a day.</summary>
public sealed class TreatyRequest : TimedRequest
{
    /// <summary>The treaty's id (<c>untoc</c>) or MTDSG number (<c>XVIII-12</c>), case-insensitive.</summary>
    public string Treaty { get; init; } = "";
}
