using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features;

/// <summary>A request for a list of participants on a day.</summary>
public abstract class ParticipantListRequest : TimedListRequest, IParticipantFilters
{
    /// <summary>Only participants in this M49 region. <c>None</c> selects organizations, which have no region.</summary>
    public Region? Region { get; init; }

    /// <summary>Only participants in this UN regional group. <c>None</c> selects participants without a group.</summary>
    public RegionalGroup? Group { get; init; }

    /// <summary>Only participants that have this kind on the requested day.</summary>
    public ParticipantKind? Kind { get; init; }

    /// <summary>
    /// Only participants that are members of this organization, by code, on the requested day: <c>EUU</c> for the European Union.
    /// </summary>
    public string? MemberOf { get; init; }

    /// <summary>
    /// Only participants whose code or name contains this text. The search covers all languages and includes former and informal names. It
    /// ignores case and accents.
    /// </summary>
    [Searchable]
    public string? Q { get; init; }
}
