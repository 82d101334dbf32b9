using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features;

/// <summary>Chooses participants for every list of them.</summary>
static class ParticipantFilters
{
    /// <summary>The rules of every list of participants.</summary>
    public static void AddParticipantRules<T>(this Validator<T> validator)
        where T : ParticipantListRequest
    {
        validator.AddListRules();
        validator.RuleFor(r => r.Region).OneOf(Regions.M49);
        validator.RuleFor(r => r.Group).OneOf(Regions.Groups);
        validator.RuleFor(r => r.Q).Searchable();
    }

    /// <summary>Whether a participant is among those asked for, on the day.</summary>
    public static bool Takes(this ParticipantListRequest request, ParticipantEntry entry, AnswerContext context) =>
        (request.Region is null || (entry.Participant.Region ?? Regions.None) == request.Region)
        && (request.Group is null || (entry.Participant.UnRegionalGroup ?? Regions.None) == request.Group)
        && (request.Kind is null || entry.Participant.KindOn(context.AsOf) == request.Kind)
        && (request.Q is null || SearchText.Contains(request.Q, context.Folded(entry.Code, entry.Searched)));
}
