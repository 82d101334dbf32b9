using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Treaties;

/// <summary>Filters that all lists of treaties share.</summary>
public sealed class TreatyListRequest : TimedListRequest
{
    /// <summary>Only instruments of this kind.</summary>
    public TreatyKind? Kind { get; init; }

    /// <summary>Only treaties with this subject.</summary>
    public string? Subject { get; init; }

    /// <summary>Only treaties with this parent (id or MTDSG number).</summary>
    public string? Parent { get; init; }

    /// <summary><c>true</c>: only treaties in force on the requested day. <c>false</c>: only treaties not in force.</summary>
    public bool? InForce { get; init; }

    /// <summary>
    /// Only treaties whose id, MTDSG number or title, in any language, contains this text. The search ignores case and accents.
    /// </summary>
    [Searchable]
    public string? Q { get; init; }

    /// <summary>Only treaties whose record has this coverage: <c>proved</c>, <c>newer-acts</c> or <c>older-table</c>.</summary>
    public Coverage? Coverage { get; init; }

    /// <summary>Only treaties whose record is complete through this day or a later one.</summary>
    public DateOnly? CompleteThrough { get; init; }

    /// <summary>
    /// The order of the rows: <c>id</c> (default), <c>coverage</c> (from the best to the least) or <c>complete-through</c> (the oldest
    /// record first).
    /// </summary>
    public TreatyOrder? Sort { get; init; }

    /// <summary>Only treaties to which this State or organization, by code, is a party on the requested day.</summary>
    public string? Party { get; init; }

    /// <summary>
    /// Only treaties to which this State or organization, by code, is no party on the requested day, of those that were adopted by then and
    /// have not ended.
    /// </summary>
    public string? NotParty { get; init; }
}
