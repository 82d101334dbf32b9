namespace TreatyTracker.Law.Tests.Reasons;

/// <summary>Why a participant is, or is not, a party by date of deposit.</summary>
public class ConsentReasonTests
{
    static readonly Scenario Untoc = Scenario.Treaty("untoc").WithdrawalTakes("12 months");

    static readonly Scenario Armenia = Untoc.Where("2003-07-01 ARM ratification");

    [Test]
    public void A_participant_without_any_consent() =>
        Why(
            Untoc.Where("2000-12-12 ARM signature"),
            "2005-01-01",
            """
            not counted: no-consent, no article
            No consent to be bound is recorded.
            """
        );

    [Test]
    public void A_consent_deposited_only_later() =>
        Why(
            Armenia.Where("2000-12-12 ARM signature"),
            "2003-06-30",
            """
            not counted: not-yet-deposited, no article
            Ratification deposited on 2003-07-01, after the day asked about.
            untoc-ARM-ratification-2003-07-01
            """
        );

    [TestCase("ratification", "Ratification deposited on 2003-07-01.")]
    [TestCase("acceptance", "Acceptance deposited on 2003-07-01.")]
    [TestCase("approval", "Approval deposited on 2003-07-01.")]
    [TestCase("accession", "Accession deposited on 2003-07-01.")]
    [TestCase("succession", "Succession deposited on 2003-07-01.")]
    [TestCase("formal-confirmation", "Formal confirmation deposited on 2003-07-01.")]
    [TestCase("definitive-signature", "Definitive signature on 2003-07-01.")]
    [TestCase("participation", "Participation on 2003-07-01.", Description = "by a simplified procedure: nothing is deposited")]
    public void A_consent_in_being_from_the_day_of_deposit(string kind, string sentence) =>
        Why(
            Untoc.Where($"2003-07-01 ARM {kind}"),
            "2003-07-01",
            $"""
            counted: consent-in-being, VCLT art. 2(1)(f)
            {sentence}
            untoc-ARM-{kind}-2003-07-01
            """
        );

    [TestCase("ARM withdrawal", "notice of withdrawal received on 2010-03-01, with effect only from 2011-03-01")]
    [TestCase("ARM consent-withdrawn effect 2011-03-01", "consent taken back on 2010-03-01, with effect only from 2011-03-01")]
    [TestCase("ARM cessation effect 2011-03-01", "it ceases to be a party by operation of law only from 2011-03-01")]
    [TestCase("- terminated effect 2011-03-01", "the treaty itself ends only on 2011-03-01")]
    public void An_end_announced_and_still_to_come(string end, string sentence)
    {
        foreach (var day in new[] { "2010-03-01", "2011-02-28" })
            Why(
                Armenia.Where($"2010-03-01 {end} id end"),
                day,
                $"""
                counted: consent-in-being, VCLT art. 2(1)(f)
                Ratification deposited on 2003-07-01; {sentence}.
                untoc-ARM-ratification-2003-07-01
                end
                """
            );
    }

    [Test]
    public void An_end_that_nobody_had_announced_is_no_part_of_the_reason() =>
        Why(
            Armenia.Where("2010-03-01 ARM withdrawal"),
            "2010-02-28",
            """
            counted: consent-in-being, VCLT art. 2(1)(f)
            Ratification deposited on 2003-07-01.
            untoc-ARM-ratification-2003-07-01
            """
        );

    [Test]
    public void A_denunciation_of_the_parent_still_to_have_effect() =>
        Why(
            Protocol,
            "2010-12-31",
            "counted: consent-in-being, VCLT art. 2(1)(f)\n"
                + "Ratification deposited on 2004-01-01; its denunciation of untoc, received on 2010-03-01, entails that of this "
                + "treaty only from 2011-03-01.\n"
                + "trafficking-ARM-ratification-2004-01-01\n"
                + "untoc-ARM-withdrawal-2010-03-01"
        );

    [Test]
    public void A_denunciation_of_the_parent_in_effect() =>
        Why(
            Protocol,
            "2011-03-01",
            "not counted: parent-denounced, art. 40(3)\n"
                + "Ratification deposited on 2004-01-01; its denunciation of untoc, received on 2010-03-01, entails that of this "
                + "treaty with effect from 2011-03-01.\n"
                + "trafficking-ARM-ratification-2004-01-01\n"
                + "untoc-ARM-withdrawal-2010-03-01"
        );

    [Test]
    public void A_withdrawal_in_effect() =>
        Why(
            Armenia.Where("2010-03-01 ARM withdrawal"),
            "2011-03-01",
            """
            not counted: withdrawn, art. 40(1)
            Ratification deposited on 2003-07-01; notice of withdrawal received on 2010-03-01, with effect from 2011-03-01.
            untoc-ARM-ratification-2003-07-01
            untoc-ARM-withdrawal-2010-03-01
            """
        );

    [TestCase("2010-03-01", "2011-03-01")]
    [TestCase("2010-03-01", "2010-03-01", Description = "from its receipt")]
    [TestCase("2003-07-01", "2011-03-01", Description = "received on the day of deposit")]
    public void A_notice_without_a_clause_is_pending_or_contested(string received, string day) =>
        Why(
            Scenario.Treaty("untoc").PublishedAsInForceOn("1990-01-01").Where($"2003-07-01 ARM ratification\n{received} ARM withdrawal"),
            day,
            "counted: consent-in-being, VCLT art. 56(1)\n"
                + $"Ratification deposited on 2003-07-01; notice of withdrawal received on {received}, pending or contested: the "
                + "treaty has no clause on withdrawal, and the depositary records no effect.\n"
                + "untoc-ARM-ratification-2003-07-01\n"
                + $"untoc-ARM-withdrawal-{received}"
        );

    [Test]
    public void A_notice_that_was_revoked_is_no_part_of_the_reason() =>
        Why(
            Armenia.Where("2010-03-01 ARM withdrawal\n2010-04-01 ARM withdrawal-revoked"),
            "2010-03-01",
            """
            counted: consent-in-being, VCLT art. 2(1)(f)
            Ratification deposited on 2003-07-01.
            untoc-ARM-ratification-2003-07-01
            """
        );

    [Test]
    public void A_withdrawal_without_a_clause_rests_on_what_the_depositary_records() =>
        Why(
            Scenario.Treaty("untoc").Where("2003-07-01 ARM ratification\n2010-03-01 ARM withdrawal effect 2011-01-01"),
            "2011-03-01",
            "not counted: withdrawn, VCLT art. 54(b)\n"
                + "Ratification deposited on 2003-07-01; notice of withdrawal received on 2010-03-01, with effect from "
                + "2011-01-01, as the depositary records.\n"
                + "untoc-ARM-ratification-2003-07-01\n"
                + "untoc-ARM-withdrawal-2010-03-01"
        );

    [Test]
    public void A_notice_under_a_clause_that_is_not_computable_stands_without_a_known_effect() =>
        Why(
            Untoc
                .Withdrawal(new() { Article = "art. 40(1)", Reason = "by agreement of all" })
                .Where("2003-07-01 ARM ratification\n2010-03-01 ARM withdrawal"),
            "2011-03-01",
            "counted: consent-in-being, art. 40(1)\n"
                + "Ratification deposited on 2003-07-01; notice of withdrawal received on 2010-03-01, the day of its effect is "
                + "not known: by agreement of all.\n"
                + "untoc-ARM-ratification-2003-07-01\n"
                + "untoc-ARM-withdrawal-2010-03-01"
        );

    [Test]
    public void A_consent_taken_back() =>
        Why(
            Armenia.Where("2010-03-01 ARM consent-withdrawn"),
            "2010-03-01",
            """
            not counted: consent-taken-back, no article
            Ratification deposited on 2003-07-01; consent taken back with effect from 2010-03-01.
            untoc-ARM-ratification-2003-07-01
            untoc-ARM-consent-withdrawn-2010-03-01
            """
        );

    [Test]
    public void A_cessation_by_operation_of_law() =>
        Why(
            Armenia.Where("2010-03-01 ARM cessation"),
            "2010-03-01",
            """
            not counted: ceased, no article
            Ratification deposited on 2003-07-01; it ceased to be a party by operation of law with effect from 2010-03-01.
            untoc-ARM-ratification-2003-07-01
            untoc-ARM-cessation-2010-03-01
            """
        );

    [TestCase(NamedCount.Signatories)]
    [TestCase(NamedCount.SignatoriesNotBound)]
    public void A_signatory_that_is_no_more(NamedCount count) =>
        Assert.That(
            Untoc
                .Where("1991-01-01 CSHH signature\n1993-01-15 CSHH cessation effect 1993-01-01")
                .Status()
                .WhyIn(count, "CSHH", "1993-01-01"),
            Is.EqualTo(
                """
                not counted: ceased, no article
                Signature on 1991-01-01; the State ceased to be, and its signature with it, with effect from 1993-01-01.
                untoc-CSHH-signature-1991-01-01
                untoc-CSHH-cessation-1993-01-15
                """
            )
        );

    [Test]
    public void A_State_that_signed_on_the_day_on_which_it_ceased_to_be()
    {
        var status = Untoc.Where("1993-01-01 CSHH signature\n1993-01-01 CSHH cessation").Status();

        Assert.That(
            status.WhyIn(NamedCount.EverSigned, "CSHH", "1993-01-01"),
            Is.EqualTo(
                """
                counted: signed, no article
                Signature on 1993-01-01.
                untoc-CSHH-signature-1993-01-01
                """
            )
        );
        Assert.That(status.WhyIn(NamedCount.Signatories, "CSHH", "1993-01-01"), Does.StartWith("not counted: ceased, no article\n"));
    }

    [Test]
    public void A_treaty_that_has_ended() =>
        Why(
            Armenia.Where("2010-03-01 - terminated id end"),
            "2010-03-01",
            """
            not counted: treaty-terminated, VCLT art. 70(1)
            Ratification deposited on 2003-07-01; the treaty itself ended on 2010-03-01, which releases its parties.
            untoc-ARM-ratification-2003-07-01
            end
            """
        );

    [Test]
    public void An_organization_whose_members_have_left()
    {
        var union = Untoc
            .OrganizationsLeavingWithMembers()
            .Where("2003-07-01 AUT ratification\n2004-05-21 EUU formal-confirmation\n2010-03-01 AUT withdrawal");

        Why(
            union,
            "2011-02-28",
            """
            counted: consent-in-being, VCLT art. 2(1)(f)
            Formal confirmation deposited on 2004-05-21.
            untoc-EUU-formal-confirmation-2004-05-21
            """,
            "EUU"
        );
        Why(
            union,
            "2011-03-01",
            """
            not counted: members-left, art. 40(2)
            Formal confirmation deposited on 2004-05-21; from 2011-03-01 none of its members is a party.
            untoc-EUU-formal-confirmation-2004-05-21
            untoc-AUT-withdrawal-2010-03-01
            """,
            "EUU"
        );
    }

    [Test]
    public void An_organization_that_ceased_by_an_act_of_its_own() =>
        Assert.That(
            Untoc
                .OrganizationsLeavingWithMembers()
                .Where("2003-07-01 AUT ratification\n2004-05-21 EUU formal-confirmation\n2010-03-01 EUU cessation")
                .Status()
                .WhyIn(NamedCount.Parties, "EUU", "2010-03-01"),
            Does.StartWith("not counted: ceased, no article\n")
        );

    [Test]
    public void Of_two_consents_the_one_that_holds_on_the_day_and_the_one_that_ended_last()
    {
        var returned = Untoc.Where(
            """
            2003-07-01 ARM ratification
            2010-03-01 ARM withdrawal
            2013-01-11 ARM accession
            2015-01-01 ARM withdrawal
            """
        );

        Assert.That(
            Rule(returned, "2012-01-01"),
            Is.EqualTo("Ratification deposited on 2003-07-01; notice of withdrawal received on 2010-03-01, with effect from 2011-03-01.")
        );
        Assert.That(Rule(returned, "2013-01-11"), Is.EqualTo("Accession deposited on 2013-01-11."));
        Assert.That(
            Rule(returned, "2016-01-01"),
            Is.EqualTo("Accession deposited on 2013-01-11; notice of withdrawal received on 2015-01-01, with effect from 2016-01-01.")
        );
    }

    static Scenario Protocol =>
        Scenario
            .Treaty("trafficking")
            .WithdrawalTakes("6 months")
            .ProtocolTo(Armenia.EntailingProtocols().Where("2010-03-01 ARM withdrawal"))
            .Where("2004-01-01 ARM ratification");

    static string Rule(Scenario scenario, string day) => scenario.Status().WhyIn(NamedCount.Parties, "ARM", day).Split('\n')[1];

    static void Why(Scenario scenario, string day, string reason, string code = "ARM") =>
        Assert.That(scenario.Status().WhyIn(NamedCount.Parties, code, day), Is.EqualTo(reason), day);
}
