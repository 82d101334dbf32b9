namespace TreatyTracker.Law.Tests.Reasons;

/// <summary>What would change a participant's standing.</summary>
public class PossibleActTests
{
    // In force on 2003-09-29 with AZE's instrument, the second.
    static readonly Given Untoc = Given
        .Treaty("untoc")
        .EntersIntoForceAfter(2, "90 days")
        .LaterParticipantsWait("30 days")
        .WithdrawalTakes("12 months")
        .Where("2003-01-01 ARM ratification\n2003-07-01 AZE ratification");

    static readonly Given Leaving = Untoc.Where("2010-03-01 ARM withdrawal");

    [TestCase("AND", "declaration", "accession")]
    [TestCase("AND", "signature", "ratification")]
    [TestCase("EUU", "declaration", "accession")]
    [TestCase("EUU", "signature", "formal-confirmation")]
    public void A_participant_that_is_not_bound_could_consent(string code, string did, string act) =>
        Could(
            Untoc.Where($"2001-01-01 {code} {did}"),
            code,
            "2011-09-22",
            $"""
            {act}: 2011-10-22, art. 38(2)
            Consent to be bound deposited on 2011-09-22 would make it a party, and the treaty would be in force for it from 2011-10-22.
            """
        );

    [Test]
    public void A_signature_still_to_come_does_not_lead_to_ratification() =>
        Assert.That(Untoc.Where("2012-01-01 AND signature").Status().WhatWouldChange("AND", "2011-12-31"), Does.StartWith("accession: "));

    [Test]
    public void A_consent_would_have_effect_no_sooner_than_the_treaty_itself() =>
        Could(
            Untoc.Where("2001-01-01 AND signature"),
            "AND",
            "2003-08-01",
            """
            ratification: 2003-09-29, art. 38(2)
            Consent to be bound deposited on 2003-08-01 would make it a party, and the treaty would be in force for it from 2003-09-29.
            """
        );

    [Test]
    public void A_consent_would_have_effect_at_once_where_the_clauses_are_silent() =>
        Could(
            Untoc.WithoutLaterParticipantsClause().Where("2001-01-01 AND signature"),
            "AND",
            "2011-09-22",
            """
            ratification: 2011-09-22, VCLT art. 24(3)
            Consent to be bound deposited on 2011-09-22 would make it a party, and the treaty would be in force for it from 2011-09-22.
            """
        );

    [Test]
    public void A_consent_to_a_treaty_that_has_no_day_has_no_effect_that_can_be_told() =>
        Could(
            Untoc.EntersIntoForceAfter(40, "90 days").Where("2001-01-01 AND signature"),
            "AND",
            "2011-09-22",
            """
            ratification: none, art. 38(2)
            Consent to be bound deposited on 2011-09-22 would make it a party; the treaty itself is not in force.
            """
        );

    [Test]
    public void A_consent_to_a_protocol_asks_for_the_parents_as_well()
    {
        const string Ratify = """
            ratification: 2011-10-22, art. 38(2)
            Consent to be bound deposited on 2011-09-22 would make it a party, and the treaty would be in force for it from 2011-10-22.
            """;

        Could(Protocol(Untoc), "AND", "2011-09-22", $"{Ratify} It must be a party to untoc as well.");
        Could(Protocol(Untoc.Where("2012-01-01 AND accession")), "AND", "2011-09-22", $"{Ratify} It must be a party to untoc as well.");
        Could(Protocol(Untoc.Where("2011-09-22 AND accession")), "AND", "2011-09-22", Ratify);
        Could(Protocol(Untoc) with { Parent = null }, "AND", "2011-09-22", $"{Ratify} It must be a party to untoc as well.");
    }

    [TestCase(true)]
    [TestCase(false)]
    public void While_a_protocol_has_no_day_the_parents_condition_is_that_of_the_deposit(bool party) =>
        Assert.That(
            Protocol(party ? Untoc.Where("2005-01-01 AND accession") : Untoc)
                .EntersIntoForceAfter(40, "90 days")
                .Status()
                .WhatWouldChange("AND", "2011-09-22"),
            party
                ? Does.EndWith("the treaty itself is not in force.")
                : Does.EndWith("the treaty itself is not in force. It must be a party to untoc as well.")
        );

    [Test]
    public void A_party_could_withdraw() =>
        Could(
            Untoc,
            "ARM",
            "2010-03-01",
            """
            withdrawal: 2011-03-01, art. 40(1)
            A notice of withdrawal received on 2010-03-01 would leave it no longer bound from 2011-03-01.
            """
        );

    [TestCase(true)]
    [TestCase(false)]
    public void A_party_could_withdraw_under_the_law_of_treaties_where_the_clause_is_silent_or_says_no_day(bool silent)
    {
        var treaty = silent
            ? Given.Treaty("untoc")
            : Given.Treaty("untoc").Withdrawal(new() { Article = "art. 40(1)", Reason = "by agreement of all" });

        Could(
            treaty.Where("2003-07-01 ARM ratification"),
            "ARM",
            "2010-03-01",
            """
            withdrawal: 2011-03-01, VCLT art. 56(2)
            A notice of withdrawal received on 2010-03-01 would leave it no longer bound from 2011-03-01.
            """
        );
    }

    [TestCase("2010-03-01")]
    [TestCase("2011-02-28")]
    public void A_notice_could_be_revoked_before_it_takes_effect(string day) =>
        Could(
            Leaving,
            "ARM",
            day,
            $"""
            withdrawal-revoked: {day}, VCLT art. 68
            A revocation of the notice before 2011-03-01 would keep it bound.
            """
        );

    [Test]
    public void A_party_whose_notice_is_still_to_come_could_withdraw() =>
        Could(
            Leaving,
            "ARM",
            "2010-02-28",
            """
            withdrawal: 2011-02-28, art. 40(1)
            A notice of withdrawal received on 2010-02-28 would leave it no longer bound from 2011-02-28.
            """
        );

    [Test]
    public void A_former_party_could_return() =>
        Could(
            Leaving,
            "ARM",
            "2011-03-01",
            """
            accession: 2011-03-31, art. 38(2)
            Consent to be bound deposited on 2011-03-01 would make it a party, and the treaty would be in force for it from 2011-03-31.
            """
        );

    [Test]
    public void A_party_that_consented_anew_while_its_withdrawal_was_pending_could_withdraw() =>
        Could(
            Leaving.Where("2010-09-01 ARM accession"),
            "ARM",
            "2010-10-01",
            """
            withdrawal: 2011-10-01, art. 40(1)
            A notice of withdrawal received on 2010-10-01 would leave it no longer bound from 2011-10-01.
            """
        );

    [TestCase("ARM consent-withdrawn")]
    [TestCase("ARM cessation")]
    [TestCase("- terminated")]
    public void Against_an_end_announced_otherwise_nothing_could_be_done(string end)
    {
        var told = Untoc.Where($"2010-03-01 {end} effect 2011-03-01");

        Could(told, "ARM", "2010-03-01", "");
        Assert.That(told.Status().WhatWouldChange("ARM", "2010-02-28"), Does.StartWith("withdrawal: "));
    }

    [Test]
    public void The_parents_notice_could_not_be_revoked_under_the_protocol() =>
        Could(Protocol(Leaving.EntailingProtocols()), "ARM", "2010-03-01", "");

    [TestCase("ARM")]
    [TestCase("AND")]
    public void Under_a_treaty_that_has_ended_nothing_could_be_done(string code)
    {
        var told = Untoc.Where("2001-01-01 AND signature\n2010-03-01 - terminated");

        Could(told, code, "2010-03-01", "");
        Assert.That(told.Status().WhatWouldChange(code, "2010-02-28"), Is.Not.Empty);
    }

    [TestCase("ratification")]
    [TestCase("signature")]
    public void A_State_that_has_ceased_to_exist_could_do_nothing(string did)
    {
        var told = Untoc.Where($"1990-01-01 CSHH {did}");

        Could(told, "CSHH", "1993-01-01", "");
        Assert.That(told.Status().WhatWouldChange("CSHH", "1992-12-31"), Is.Not.Empty);
    }

    [Test]
    public void A_former_State_whose_last_day_the_record_does_not_tell_could_do_what_any_other_could() =>
        Assert.That(
            Untoc.Where("2004-01-01 VDVN ratification").Status().WhatWouldChange("VDVN", "2005-01-01"),
            Does.StartWith("withdrawal: ")
        );

    static Given Protocol(Given parent) =>
        Given
            .Treaty("trafficking")
            .LaterParticipantsWait("30 days")
            .WithdrawalTakes("12 months")
            .ProtocolTo(parent)
            .OpenToPartiesOf("untoc")
            .Where("2001-01-01 AND signature\n2004-01-01 ARM ratification");

    static void Could(Given told, string code, string day, string acts) =>
        Assert.That(told.Status().WhatWouldChange(code, day), Is.EqualTo(acts), day);
}
