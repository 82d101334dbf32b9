namespace TreatyTracker.Api.Features.Parties;

/// <summary>Which rows of a status table to list; each but the last is one of the named counts.</summary>
public enum StandingFilter
{
    /// <summary>Those counted in <c>parties</c>.</summary>
    Party,

    /// <summary>Those counted in <c>partiesInForce</c>.</summary>
    PartyInForce,

    /// <summary>Those counted in <c>contractingNotInForce</c>.</summary>
    Contracting,

    /// <summary>Those counted in <c>signatoriesNotBound</c>.</summary>
    Signatory,

    /// <summary>Those counted in <c>formerParties</c>.</summary>
    FormerParty,

    /// <summary>The whole status table: every participant that had done anything by the day.</summary>
    Any,
}
