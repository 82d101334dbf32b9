using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features;

/// <summary>Filters that all lists of participants share.</summary>
static class ParticipantFilters
{
    /// <summary>Adds the validation rules of the shared filters.</summary>
    public static void AddParticipantRules<T>(this Validator<T> validator)
        where T : ParticipantListRequest
    {
        validator.AddListRules();
        validator.RuleFor(r => r.Region).OneOf(Regions.M49);
        validator.RuleFor(r => r.Group).OneOf(Regions.Groups);
        validator.RuleFor(r => r.Q).Searchable();
    }

    /// <summary>Whether a participant matches the filters on a day.</summary>
    public static bool Matches(this ParticipantListRequest request, ParticipantEntry entry, AnswerContext context) =>
        (request.Region is null || (entry.Participant.Region ?? Regions.None) == request.Region)
        && (request.Group is null || (entry.Participant.UnRegionalGroup ?? Regions.None) == request.Group)
        && (request.Kind is null || entry.Participant.KindOn(context.AsOf) == request.Kind)
        && (request.Q is null || SearchText.Contains(request.Q, context.Folded(entry.Code, entry.Searched)));
}
