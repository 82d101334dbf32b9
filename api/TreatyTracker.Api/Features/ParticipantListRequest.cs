using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features;

/// <summary>A question about time that is answered with a list of participants.</summary>
public abstract class ParticipantListRequest : TimedListRequest
{
    /// <summary>Only this M49 region; None for organizations, which have none.</summary>
    public string? Region { get; init; }

    /// <summary>Only this UN regional group; None for those in none.</summary>
    public string? Group { get; init; }

    /// <summary>Only participants that are of this kind on the day.</summary>
    public ParticipantKind? Kind { get; init; }

    /// <summary>
    /// Only those with this text in a name, in any language, former and everyday names too, or in the code; letter case and accents do not
    /// matter.
    /// </summary>
    public string? Q { get; init; }
}
