namespace TreatyTracker.Law;

/// <summary>Why a treaty is, or is not, in force between two participants.</summary>
public enum RelationRule
{
    /// <summary>Both are parties in force, and nothing stands between them.</summary>
    InForceBetween,

    /// <summary>One of them is not, or not yet, a party in force, and never was.</summary>
    NotInForceForOne,

    /// <summary>One objected to the other's reservation and opposed entry into force between them (VCLT 20(4)(b)).</summary>
    ObjectionToReservation,

    /// <summary>One objected to the other's accession, and the treaty gives that effect (Apostille Convention 12).</summary>
    ObjectionToAccession,

    /// <summary>One has not accepted the other's accession, as the treaty requires (Child Abduction Convention 38).</summary>
    AccessionNotAccepted,

    /// <summary>A successor State has not yet notified its succession (VCSS 23(2)).</summary>
    SuccessionNotNotified,

    /// <summary>In force between them, but its operation is suspended for one (VCLT 57, 72).</summary>
    Suspended,

    /// <summary>One of them was a party in force, and is no longer.</summary>
    NoLongerInForceForOne,

    /// <summary>The treaty itself is not yet in force for anyone.</summary>
    TreatyNotInForce,

    /// <summary>The treaty itself has ended.</summary>
    TreatyTerminated,
}
