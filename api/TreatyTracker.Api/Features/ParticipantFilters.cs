using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features;

/// <summary>Filters that all lists of participants share.</summary>
static class ParticipantFilters
{
    /// <summary>Whether a participant matches the filters on a day.</summary>
    public static bool Matches(this ParticipantListRequest request, ParticipantEntry entry, AnswerContext context) =>
        (request.Region is null || (entry.Participant.Region ?? Region.None.WireName()) == request.Region?.WireName())
        && (request.Group is null || (entry.Participant.UnRegionalGroup ?? RegionalGroup.None.WireName()) == request.Group?.WireName())
        && (request.Kind is null || entry.Participant.KindOn(context.AsOf) == request.Kind)
        && (request.Q is null || SearchText.Contains(request.Q, context.Folded(entry.Code, entry.Searched)));
}
