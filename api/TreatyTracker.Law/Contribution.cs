namespace TreatyTracker.Law;

/// <summary>What one participant adds to the named counts of a treaty on a day.</summary>
/// <param name="Party">Counted in <c>parties</c>.</param>
/// <param name="InForce">Counted in <c>partiesInForce</c>.</param>
/// <param name="Signatory">Counted in <c>signatories</c>.</param>
/// <param name="FormerParty">Counted in <c>formerParties</c>.</param>
/// <param name="ForEntryIntoForce">Counted in <c>countedForEntryIntoForce</c>.</param>
/// <param name="Kind">Its kind on the day; <c>null</c> when it is not a party.</param>
/// <param name="Consent">The kind of its consent in being; <c>null</c> when it is not a party.</param>
/// <param name="Region">Its M49 region, or <see cref="Breakdown.NoRegion"/>; <c>null</c> when it is not a party.</param>
public readonly record struct Contribution(
    bool Party,
    bool InForce,
    bool Signatory,
    bool FormerParty,
    bool ForEntryIntoForce,
    ParticipantKind? Kind,
    EventKind? Consent,
    string? Region
)
{
    /// <summary>Consented; the treaty is not, or not yet, in force for it.</summary>
    public bool ContractingNotInForce => Party && !InForce;

    /// <summary>Signed and holds no consent in being.</summary>
    public bool SignatoryNotBound => Signatory && !Party;
}
