namespace TreatyTracker.Law;

/// <summary>The standing of a participant under a treaty on a day.</summary>
public enum Standing
{
    /// <summary>Nothing that gives a standing on the day: nothing done yet, or only the signature of a State that is no more.</summary>
    None,

    /// <summary>Signed, no consent to be bound in being, and never a party.</summary>
    Signatory,

    /// <summary>Consent in being; the treaty is not in force for it.</summary>
    Contracting,

    /// <summary>The treaty is in force for it.</summary>
    PartyInForce,

    /// <summary>Was a party and left.</summary>
    FormerParty,
}
