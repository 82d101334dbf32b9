using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
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

    /// <summary>Only those with this text in a name, in any language, former and everyday names too, or in the code; letter case and accents do not matter.</summary>
    public string? Q { get; init; }
}

/// <summary>Chooses participants for every list of them.</summary>
static class ParticipantFilters
{
    /// <summary>The rules of every list of participants.</summary>
    public static void AddParticipantRules<T>(this Validator<T> validator) where T : ParticipantListRequest
    {
        validator.AddListRules();
        validator.RuleFor(r => r.Region).OneOf(Regions.M49);
        validator.RuleFor(r => r.Group).OneOf(Regions.Groups);
        validator.RuleFor(r => r.Q).Searchable();
    }

    /// <summary>Whether a participant is among those asked for, on the day.</summary>
    public static bool Takes(this ParticipantListRequest request, ParticipantEntry entry, DateOnly asOf) =>
        (request.Region is null || (entry.Participant.Region ?? Regions.None) == request.Region)
        && (request.Group is null || (entry.Participant.UnRegionalGroup ?? Regions.None) == request.Group)
        && (request.Kind is null || entry.Participant.KindOn(asOf) == request.Kind)
        && (request.Q is null || SearchText.Contains(request.Q, entry.Searched()));
}
