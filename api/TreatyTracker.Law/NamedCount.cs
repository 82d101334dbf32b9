using System.Runtime.Serialization;

namespace TreatyTracker.Law;

/// <summary>The name of a count of a treaty's participants. The words are the names of the counts in JSON.</summary>
public enum NamedCount
{
    /// <summary><see cref="Counts.Parties"/>.</summary>
    [EnumMember(Value = "parties")]
    Parties,

    /// <summary><see cref="Counts.PartiesInForce"/>.</summary>
    [EnumMember(Value = "partiesInForce")]
    PartiesInForce,

    /// <summary><see cref="Counts.ContractingNotInForce"/>.</summary>
    [EnumMember(Value = "contractingNotInForce")]
    ContractingNotInForce,

    /// <summary><see cref="Counts.Signatories"/>.</summary>
    [EnumMember(Value = "signatories")]
    Signatories,

    /// <summary><see cref="Counts.EverSigned"/>.</summary>
    [EnumMember(Value = "everSigned")]
    EverSigned,

    /// <summary><see cref="Counts.SignatoriesNotBound"/>.</summary>
    [EnumMember(Value = "signatoriesNotBound")]
    SignatoriesNotBound,

    /// <summary><see cref="Counts.ProvisionallyApplying"/>.</summary>
    [EnumMember(Value = "provisionallyApplying")]
    ProvisionallyApplying,

    /// <summary><see cref="Counts.FormerParties"/>.</summary>
    [EnumMember(Value = "formerParties")]
    FormerParties,

    /// <summary><see cref="Counts.CountedForEntryIntoForce"/>.</summary>
    [EnumMember(Value = "countedForEntryIntoForce")]
    CountedForEntryIntoForce,
}
