using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Parties;

/// <summary>Chooses participations by their standing.</summary>
static class Standings
{
    /// <summary>Whether a participation is among those asked for, on the day.</summary>
    public static bool Takes(this StandingFilter filter, TreatyStatus status, Participation participation, DateOnly asOf)
    {
        var counted = status.ContributionOf(participation, asOf);
        return filter switch
        {
            StandingFilter.Party => counted.Party,
            StandingFilter.PartyInForce => counted.InForce,
            StandingFilter.Contracting => counted.ContractingNotInForce,
            StandingFilter.Signatory => counted.SignatoryNotBound,
            StandingFilter.FormerParty => counted.FormerParty,
            _ => counted.InForce || participation.Events.Any(e => e.Date <= asOf),
        };
    }
}
