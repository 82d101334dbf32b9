using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Parties;

/// <summary>Selects participations by standing.</summary>
static class Standings
{
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
            _ => counted.InForce || participation.Events.Any(e => e.Date <= asOf),
        };
    }
}
