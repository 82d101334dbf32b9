namespace TreatyTracker.Law.Tests.Values;

/// <summary>The families of section 2 of the law, and no kind in one by accident.</summary>
public class EventKindTests
{
    static readonly EventKind[] Signing = [EventKind.Signature, EventKind.SuccessionToSignature, EventKind.DefinitiveSignature];

    static readonly EventKind[] Consent =
    [
        EventKind.DefinitiveSignature,
        EventKind.Ratification,
        EventKind.Acceptance,
        EventKind.Approval,
        EventKind.Accession,
        EventKind.Succession,
        EventKind.FormalConfirmation,
        EventKind.Participation,
    ];

    static readonly EventKind[] Leaving = [EventKind.Withdrawal, EventKind.ConsentWithdrawn, EventKind.Cessation];

    [Test]
    public void Only_signatures_are_signing() =>
        Assert.That(Enum.GetValues<EventKind>().Where(k => k.IsSigning()), Is.EquivalentTo(Signing));

    [Test]
    public void Only_consent_to_be_bound_is_consent() =>
        Assert.That(Enum.GetValues<EventKind>().Where(k => k.IsConsent()), Is.EquivalentTo(Consent));

    [Test]
    public void Only_what_ends_a_consent_is_leaving() =>
        Assert.That(Enum.GetValues<EventKind>().Where(k => k.IsLeaving()), Is.EquivalentTo(Leaving));
}
