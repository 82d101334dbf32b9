using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features;

/// <summary>Filters that all lists of participants share.</summary>
static class ParticipantFilters
{
    /// <summary>Whether a participant matches the filters on the day of the answer.</summary>
    public static bool Matches(this IParticipantFilters request, ParticipantEntry entry, AnswerContext context) =>
        request.Matches(entry.Participant, context.AsOf, context) && request.MatchesAlways(entry, context);

    /// <summary>Whether a participant matches the filters that do not depend on a day.</summary>
    public static bool MatchesAlways(this IParticipantFilters request, ParticipantEntry entry, AnswerContext context) =>
        (request.Region is null || (entry.Participant.Region ?? Region.None.WireName()) == request.Region?.WireName())
        && (request.Group is null || (entry.Participant.UnRegionalGroup ?? RegionalGroup.None.WireName()) == request.Group?.WireName())
        && (request.Q is null || SearchText.Contains(request.Q, context.Folded(entry.Code, entry.Searched)));

    /// <summary>Whether a participant matches the filters that depend on a day.</summary>
    public static bool Matches(this IParticipantFilters request, Participant participant, DateOnly day, AnswerContext context) =>
        (request.Kind is null || participant.KindOn(day) == request.Kind)
        && (request.MemberOf is null || IsMember(participant, request.MemberOf, day, context));

    /// <summary>Whether a participant is a member of an organization on a day.</summary>
    public static bool IsMember(Participant participant, string organization, DateOnly day, AnswerContext context) =>
        context.Register.FindParticipant(organization)!.Participant.Members.Any(m => m.Member == participant.Code && m.On(day));

    /// <summary>400 for <c>memberOf</c> with what is no organization, or one whose members the register does not have.</summary>
    public static IResult? WrongOrganization(string? asked, AnswerContext context)
    {
        if (asked is null)
            return null;
        if (context.Register.FindParticipant(asked) is not { } organization)
            return NotFoundResults.BadState(context.Register, "memberOf", asked);
        if (organization.Participant.Members.Count > 0)
            return null;
        var known = context.Register.Facts.Participants.Where(p => p.Participant.Members.Count > 0).Select(p => p.Code);
        return Problem.BadParameter(
            "memberOf",
            $"The register has no members of '{organization.Code}'. It has those of: {string.Join(", ", known)}."
        );
    }

    /// <summary>Finds the State or organization that a parameter names; returns a problem if it does not exist.</summary>
    public static IResult? FindState(this AnswerContext context, string parameter, string? asked, out ParticipantEntry? state)
    {
        state = asked is null ? null : context.Register.FindParticipant(asked);
        return state is null && asked is not null ? NotFoundResults.BadState(context.Register, parameter, asked) : null;
    }

    /// <summary>The codes of the States and organizations that <c>state</c> names; <c>null</c> for all.</summary>
    public static IResult? FindStates(this AnswerContext context, string[]? asked, out IReadOnlySet<string>? codes)
    {
        codes = null;
        if (asked is null)
            return null;
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in asked)
        {
            if (context.Register.FindParticipant(name) is not { } entry)
                return NotFoundResults.BadState(context.Register, "state", name);
            found.Add(entry.Code);
        }
        codes = found;
        return null;
    }
}
