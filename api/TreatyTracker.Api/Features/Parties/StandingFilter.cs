namespace TreatyTracker.Api.Features.Parties;

/// <summary>The rows of a status table to list. Each value except the last two corresponds to a named count.</summary>
public enum StandingFilter
{
    /// <summary>Participants counted in <c>parties</c>.</summary>
    Party,

    /// <summary>Participants counted in <c>partiesInForce</c>.</summary>
    PartyInForce,

    /// <summary>Participants counted in <c>contractingNotInForce</c>.</summary>
    Contracting,

    /// <summary>Participants counted in <c>signatoriesNotBound</c>.</summary>
    Signatory,

    /// <summary>Participants counted in <c>formerParties</c>.</summary>
    FormerParty,

    /// <summary>Participants counted in <c>provisionallyApplying</c>.</summary>
    ProvisionallyApplying,

    /// <summary>The whole status table: every participant with an act on or before the requested day.</summary>
    Any,

    /// <summary>No standing on the requested day: neither signatory nor party, now or before.</summary>
    None,
}
