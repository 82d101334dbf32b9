using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Parties;

/// <summary>Selects participations by standing.</summary>
static class Standings
{
    /// <summary>
    /// The participation of a participant; an empty one where those without a standing are sought, most of which have no act; otherwise
    /// <c>null</c> without an act.
    /// </summary>
    public static Participation? Find(this TreatyStatus status, Participant participant, StandingFilter filter) =>
        status.Of(participant.Code) ?? (filter is StandingFilter.None ? new(status.Treaty.Id, participant) : null);

    /// <summary>Whether a list of treaties has a row for a participation: without a standing, only where it could have one.</summary>
    public static bool Selects(this StandingFilter filter, TreatyStatus status, Participation participation, DateOnly asOf) =>
        filter.Matches(status, participation, asOf) && (filter is not StandingFilter.None || status.IsJoinable(asOf));

    /// <summary>Whether a treaty was adopted by a day and had not ended: of others it says nothing that somebody has not joined.</summary>
    public static bool IsJoinable(this TreatyStatus status, DateOnly day) =>
        status.Treaty.Adopted.On <= day && !(status.TerminatedOn <= day);

    /// <summary>Whether a participation matches the filter on a day.</summary>
    public static bool Matches(this StandingFilter filter, TreatyStatus status, Participation participation, DateOnly asOf)
    {
        var counted = status.ContributionOf(participation, asOf);
        return filter switch
        {
            StandingFilter.Party => counted.Party,
            StandingFilter.PartyInForce => counted.InForce,
            StandingFilter.Contracting => counted.ContractingNotInForce,
            StandingFilter.Signatory => counted.SignatoryNotBound,
            StandingFilter.FormerParty => counted.FormerParty,
            StandingFilter.ProvisionallyApplying => counted.ProvisionallyApplying,
            StandingFilter.None => participation.StandingOn(asOf) is Standing.None,
            _ => counted.InForce || participation.Events.Any(e => e.Date <= asOf),
        };
    }
}
