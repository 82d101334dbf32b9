using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Treaties;

/// <summary>Which treaty, and when.</summary>
public sealed class TreatyRequest : TimedRequest
{
    /// <summary>Id (<c>untoc</c>) or MTDSG number (<c>XVIII-12</c>), in any letter case.</summary>
    public string Treaty { get; init; } = "";
}
