namespace TreatyTracker.Law;

/// <summary>What a treaty event is: the vocabulary of VCLT 11 to 18, 24, 42 to 72 and of the depositary's marks.</summary>
public enum EventKind
{
    /// <summary>Signature subject to ratification, acceptance or approval (VCLT 12, 14).</summary>
    Signature,

    /// <summary>A successor State takes over its predecessor's signature.</summary>
    SuccessionToSignature,

    /// <summary>
    /// A signature taken back, or the declared intention not to become a party (VCLT 18(a)). It never changes who signed.
    /// </summary>
    SignatureWithdrawn,

    /// <summary>Signature that itself expresses consent to be bound (VCLT 12); mark <c>s</c>.</summary>
    DefinitiveSignature,

    /// <summary>Consent to be bound after signature (VCLT 14(1)).</summary>
    Ratification,

    /// <summary>Consent to be bound by acceptance (VCLT 14(2)); mark <c>A</c>.</summary>
    Acceptance,

    /// <summary>Consent to be bound by approval (VCLT 14(2)); mark <c>AA</c>.</summary>
    Approval,

    /// <summary>Consent to be bound without signature (VCLT 15); mark <c>a</c>.</summary>
    Accession,

    /// <summary>A successor State's consent to be bound by its predecessor's treaty; mark <c>d</c>.</summary>
    Succession,

    /// <summary>An organization's act that corresponds to ratification; mark <c>c</c>.</summary>
    FormalConfirmation,

    /// <summary>Consent by simplified procedure, or that follows from another treaty; mark <c>P</c>.</summary>
    Participation,

    /// <summary>Notice of withdrawal or denunciation, dated by its receipt (VCLT 54, 56, 67).</summary>
    Withdrawal,

    /// <summary>A notice of withdrawal taken back before it took effect (VCLT 68).</summary>
    WithdrawalRevoked,

    /// <summary>Consent taken back: the participant is a bare signatory again.</summary>
    ConsentWithdrawn,

    /// <summary>End of participation by operation of law: the State dissolved, an expulsion, loss of membership.</summary>
    Cessation,

    /// <summary>The operation of the treaty is suspended for the participant (VCLT 57, 58, 72). It stays a party.</summary>
    Suspension,

    /// <summary>The operation of the treaty is resumed (VCLT 72).</summary>
    SuspensionEnded,

    /// <summary>Provisional application (VCLT 25); mark <c>n</c>. Not consent.</summary>
    ProvisionalApplication,

    /// <summary>End of provisional application (VCLT 25(2)).</summary>
    ProvisionalApplicationEnded,

    /// <summary>Reservation (VCLT 19).</summary>
    Reservation,

    /// <summary>Withdrawal of a reservation (VCLT 22).</summary>
    ReservationWithdrawn,

    /// <summary>Objection to a reservation (VCLT 20, 21).</summary>
    Objection,

    /// <summary>Withdrawal of an objection (VCLT 22).</summary>
    ObjectionWithdrawn,

    /// <summary>Declaration or notification that changes no standing.</summary>
    Declaration,

    /// <summary>The treaty is extended to a territory of the participant (VCLT 29).</summary>
    TerritorialExtension,

    /// <summary>A territory of the participant is excluded from the treaty (VCLT 29).</summary>
    TerritorialExclusion,

    /// <summary>The treaty itself has ended (VCLT 54, 59, 70); names no participant.</summary>
    Terminated,

    /// <summary>Supersedes one earlier event with the right values, or retracts it.</summary>
    Correction,
}
