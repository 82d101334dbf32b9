namespace TreatyTracker.Law;

/// <summary>The named counts (law.md section 4).</summary>
public enum NamedCount
{
    /// <summary><see cref="Counts.Parties"/>.</summary>
    Parties,

    /// <summary><see cref="Counts.PartiesInForce"/>.</summary>
    PartiesInForce,

    /// <summary><see cref="Counts.ContractingNotInForce"/>.</summary>
    ContractingNotInForce,

    /// <summary><see cref="Counts.Signatories"/>.</summary>
    Signatories,

    /// <summary><see cref="Counts.EverSigned"/>.</summary>
    EverSigned,

    /// <summary><see cref="Counts.SignatoriesNotBound"/>.</summary>
    SignatoriesNotBound,

    /// <summary><see cref="Counts.ProvisionallyApplying"/>.</summary>
    ProvisionallyApplying,

    /// <summary><see cref="Counts.FormerParties"/>.</summary>
    FormerParties,

    /// <summary><see cref="Counts.CountedForEntryIntoForce"/>.</summary>
    CountedForEntryIntoForce,
}
