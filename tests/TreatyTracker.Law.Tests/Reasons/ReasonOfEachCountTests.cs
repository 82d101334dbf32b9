namespace TreatyTracker.Law.Tests.Reasons;

/// <summary>Which of the reasons each named count gives.</summary>
public class ReasonOfEachCountTests
{
    static readonly Scenario Untoc = Scenario
        .Treaty("untoc")
        .LaterParticipantsWait("30 days")
        .WithdrawalTakes("12 months")
        .Where("2000-12-12 ARM signature\n2003-07-01 ARM ratification\n2010-03-01 ARM withdrawal");

    [TestCase(
        "2000-12-11",
        """
            parties no not-yet-deposited
            partiesInForce no not-yet-deposited
            contractingNotInForce no not-yet-deposited
            signatories no not-yet-signed
            everSigned no not-yet-signed
            signatoriesNotBound no not-yet-signed
            provisionallyApplying no not-applied-provisionally
            formerParties no not-yet-deposited
            countedForEntryIntoForce no not-yet-deposited
            """
    )]
    [TestCase(
        "2000-12-12",
        """
            parties no not-yet-deposited
            partiesInForce no not-yet-deposited
            contractingNotInForce no not-yet-deposited
            signatories yes signed
            everSigned yes signed
            signatoriesNotBound yes not-yet-deposited
            provisionallyApplying no not-applied-provisionally
            formerParties no not-yet-deposited
            countedForEntryIntoForce no not-yet-deposited
            """
    )]
    [TestCase(
        "2003-07-30",
        """
            parties yes consent-in-being
            partiesInForce yes in-force
            contractingNotInForce no in-force
            signatories yes signed
            everSigned yes signed
            signatoriesNotBound no consent-in-being
            provisionallyApplying no not-applied-provisionally
            formerParties no consent-in-being
            countedForEntryIntoForce yes consent-in-being
            """
    )]
    [TestCase(
        "2011-03-01",
        """
            parties no withdrawn
            partiesInForce no withdrawn
            contractingNotInForce no withdrawn
            signatories no withdrawn
            everSigned yes signed
            signatoriesNotBound no withdrawn
            provisionallyApplying no not-applied-provisionally
            formerParties yes withdrawn
            countedForEntryIntoForce no withdrawn
            """
    )]
    public void Each_count_gives_its_reason(string day, string reasons) => Assert.That(Rules(Untoc, "ARM", day), Is.EqualTo(reasons));

    [Test]
    public void A_party_for_which_the_treaty_is_not_yet_in_force_is_counted_as_contracting_for_that_reason() =>
        Assert.That(
            Rules(Untoc.Where("2005-01-01 AND accession"), "AND", "2005-01-02"),
            Is.EqualTo(
                """
                parties yes consent-in-being
                partiesInForce no not-yet-in-force
                contractingNotInForce yes not-yet-in-force
                signatories no not-signed
                everSigned no not-signed
                signatoriesNotBound no not-signed
                provisionallyApplying no not-applied-provisionally
                formerParties no consent-in-being
                countedForEntryIntoForce yes consent-in-being
                """
            )
        );

    [TestCase("signature", "Signature on 2000-12-12.")]
    [TestCase("succession-to-signature", "Succession to signature on 2000-12-12.")]
    [TestCase("definitive-signature", "Definitive signature on 2000-12-12.")]
    public void A_signatory_has_signed(string kind, string sentence) =>
        Assert.That(
            Scenario.Treaty("untoc").Where($"2000-12-12 AND {kind}").Status().WhyIn(NamedCount.Signatories, "AND", "2000-12-12"),
            Is.EqualTo(
                $"""
                counted: signed, no article
                {sentence}
                untoc-AND-{kind}-2000-12-12
                """
            )
        );

    [Test]
    public void A_later_signature_does_not_count_yet() =>
        Assert.That(
            Untoc.Status().WhyIn(NamedCount.Signatories, "ARM", "2000-12-11"),
            Is.EqualTo(
                """
                not counted: not-yet-signed, no article
                Signature on 2000-12-12, after the day asked about.
                untoc-ARM-signature-2000-12-12
                """
            )
        );

    [Test]
    public void A_participant_that_never_signed_is_no_signatory() =>
        Assert.That(
            Untoc.Where("2005-01-01 AND accession").Status().WhyIn(NamedCount.Signatories, "AND", "2020-01-01"),
            Is.EqualTo(
                """
                not counted: not-signed, no article
                No signature is recorded.
                """
            )
        );

    [Test]
    public void An_organizations_instrument_counts_only_where_the_clause_says_so()
    {
        var union = Untoc.Where("2004-05-21 EUU formal-confirmation");

        Assert.That(
            union.Status().WhyIn(NamedCount.CountedForEntryIntoForce, "EUU", "2004-05-21"),
            Is.EqualTo(
                """
                not counted: organization-not-counted, art. 38(1)
                The clause does not count the instruments of organizations towards the threshold.
                untoc-EUU-formal-confirmation-2004-05-21
                """
            )
        );
        Assert.That(
            union.CountingOrganizations().Status().WhyIn(NamedCount.CountedForEntryIntoForce, "EUU", "2004-05-21"),
            Is.EqualTo(
                """
                counted: consent-in-being, VCLT art. 2(1)(f)
                Formal confirmation deposited on 2004-05-21.
                untoc-EUU-formal-confirmation-2004-05-21
                """
            )
        );
        Assert.That(
            union.Status().WhyIn(NamedCount.CountedForEntryIntoForce, "EUU", "2004-05-20"),
            Does.StartWith("not counted: not-yet-deposited, ")
        );
    }

    static string Rules(Scenario scenario, string code, string day)
    {
        var status = scenario.Status();
        return string.Join(
            '\n',
            Explanation
                .Of(status, status.Of(code)!, Iso.Day(day))
                .Select(r => $"{r.Count.WireName()} {(r.Counted ? "yes" : "no")} {r.Rule.WireName()}")
        );
    }
}
