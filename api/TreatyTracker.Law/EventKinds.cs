namespace TreatyTracker.Law;

/// <summary>The families of event kinds, as section 2 of the README groups them.</summary>
public static class EventKinds
{
    /// <summary>Whether the act is a signature of some form: the participant is a signatory from its date.</summary>
    public static bool IsSigning(this EventKind kind) =>
        kind is EventKind.Signature or EventKind.SuccessionToSignature or EventKind.DefinitiveSignature;

    /// <summary>Whether the act expresses consent to be bound (VCLT 11 to 15).</summary>
    public static bool IsConsent(this EventKind kind) => kind is >= EventKind.DefinitiveSignature and <= EventKind.Participation;

    /// <summary>Whether the act ends, or announces the end of, a consent to be bound.</summary>
    public static bool IsLeaving(this EventKind kind) => kind is EventKind.Withdrawal or EventKind.ConsentWithdrawn or EventKind.Cessation;
}
