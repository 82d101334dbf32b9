using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Treaties;

/// <summary>Which treaties to list.</summary>
public sealed class TreatyListRequest : TimedListRequest
{
    /// <summary>Only instruments of this sort.</summary>
    public TreatyKind? Kind { get; init; }

    /// <summary>Only treaties of this subject.</summary>
    public string? Subject { get; init; }

    /// <summary>Only treaties that belong to this one (id or MTDSG number).</summary>
    public string? Parent { get; init; }

    /// <summary>Only treaties that are, or are not, in force on the day.</summary>
    public bool? InForce { get; init; }

    /// <summary>Only treaties with this text in a title of any language, or in the id; letter case and accents do not matter.</summary>
    public string? Q { get; init; }

    /// <summary>Only treaties to which this State or organization is a party on the day.</summary>
    public string? Party { get; init; }
}
