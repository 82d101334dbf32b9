namespace TreatyTracker.Law;

/// <summary>The rule by which a participant is, or is not, counted.</summary>
public enum ReasonRule
{
    /// <summary>It has expressed no consent to be bound.</summary>
    NoConsent,

    /// <summary>Its consent is deposited only later.</summary>
    NotYetDeposited,

    /// <summary>Its consent to be bound is in being, by date of deposit.</summary>
    ConsentInBeing,

    /// <summary>It withdrew, and the withdrawal has taken effect.</summary>
    Withdrawn,

    /// <summary>Its denunciation of the parent treaty entailed that of this one.</summary>
    ParentDenounced,

    /// <summary>An organization all of whose members have left.</summary>
    MembersLeft,

    /// <summary>It took its consent back.</summary>
    ConsentTakenBack,

    /// <summary>It ceased to be a party by operation of law; a former State, to be a signatory as well.</summary>
    Ceased,

    /// <summary>The treaty itself has ended.</summary>
    TreatyTerminated,

    /// <summary>The treaty is in force for it.</summary>
    InForce,

    /// <summary>A succession in effect, before its deposit.</summary>
    SuccessionInEffect,

    /// <summary>The treaty enters into force for it only later.</summary>
    NotYetInForce,

    /// <summary>The treaty itself has no day of entry into force.</summary>
    TreatyNotInForce,

    /// <summary>It must be a party to the parent treaty, and is not, or the parent treaty is not in force for it.</summary>
    ParentConditionUnmet,

    /// <summary>It signed.</summary>
    Signed,

    /// <summary>It signs only later.</summary>
    NotYetSigned,

    /// <summary>It never signed.</summary>
    NotSigned,

    /// <summary>It applies the treaty provisionally (VCLT 25).</summary>
    AppliedProvisionally,

    /// <summary>It does not apply the treaty provisionally, or is a party in force.</summary>
    NotAppliedProvisionally,

    /// <summary>The clause does not count the instruments of organizations.</summary>
    OrganizationNotCounted,

    /// <summary>It is on no list, or a party to no treaty, whose instruments the conditions of entry into force count.</summary>
    ConditionDoesNotCount,

    /// <summary>It left before the treaty was in force for it: there is no former party.</summary>
    NeverInForce,

    /// <summary>An amendment that binds all parties to its parent treaty binds it, without a consent of its own.</summary>
    BoundByAmendment,

    /// <summary>It opted out in time of an amendment that binds all parties to its parent treaty.</summary>
    OptedOut,
}
