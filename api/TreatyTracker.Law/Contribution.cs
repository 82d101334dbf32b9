namespace TreatyTracker.Law;

/// <summary>What one participant adds to the named counts of a treaty on a day.</summary>
public readonly record struct Contribution
{
    /// <summary>Counted in <c>parties</c>.</summary>
    public bool Party { get; init; }

    /// <summary>Counted in <c>partiesInForce</c>.</summary>
    public bool InForce { get; init; }

    /// <summary>Counted in <c>signatories</c>.</summary>
    public bool Signatory { get; init; }

    /// <summary>Counted in <c>everSigned</c>.</summary>
    public bool EverSigned { get; init; }

    /// <summary>Counted in <c>provisionallyApplying</c>.</summary>
    public bool ProvisionallyApplying { get; init; }

    /// <summary>Counted in <c>formerParties</c>.</summary>
    public bool FormerParty { get; init; }

    /// <summary>Counted in <c>countedForEntryIntoForce</c>.</summary>
    public bool ForEntryIntoForce { get; init; }

    /// <summary>Counted in <c>partiesAtLeast</c>: a party whatever the days are that are not known exactly.</summary>
    public bool PartyAtLeast { get; init; }

    /// <summary>Counted in <c>partiesAtMost</c>: a party on some reading of the days that are not known exactly.</summary>
    public bool PartyAtMost { get; init; }

    /// <summary>In force by an amendment that binds all parties to its parent treaty, without a consent of its own.</summary>
    public bool BoundWithoutConsent { get; init; }

    /// <summary>In force from a day that is assumed: see <see cref="EffectRules.IsAssumed"/>.</summary>
    public bool AssumedEffect { get; init; }

    /// <summary>Its kind on the day; <c>null</c> when it is not a party.</summary>
    public ParticipantKind? Kind { get; init; }

    /// <summary>The kind of its consent in being; <c>null</c> when it is not a party.</summary>
    public EventKind? Consent { get; init; }

    /// <summary>Its M49 region, or <see cref="Breakdown.NoRegion"/>; <c>null</c> when it is not a party.</summary>
    public string? Region { get; init; }

    /// <summary>Consented; the treaty is not, or not yet, in force for it.</summary>
    public bool ContractingNotInForce => Party && !InForce;

    /// <summary>Signed and holds no consent in being.</summary>
    public bool SignatoryNotBound => Signatory && !Party;

    /// <summary>In force by a succession that is deposited only later.</summary>
    public bool RetroactiveSuccession => InForce && !Party && !BoundWithoutConsent;
}
