namespace TreatyTracker.Law.Tests.Reasons;

/// <summary>What would change a participant's standing.</summary>
public class PossibleActTests
{
    // In force on 2003-09-29 with AZE's instrument, the second.
    static readonly Scenario Untoc = Scenario
        .Treaty("untoc")
        .EntersIntoForceAfter(2, "90 days")
        .LaterParticipantsWait("30 days")
        .WithdrawalTakes("12 months")
        .Where("2003-01-01 ARM ratification\n2003-07-01 AZE ratification");

    static readonly Scenario Leaving = Untoc.Where("2010-03-01 ARM withdrawal");

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
    public void A_consent_to_a_treaty_that_has_no_day_has_no_effect_that_is_known() =>
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

    [Test]
    public void Nothing_could_be_done_by_a_party_to_a_treaty_without_a_clause() =>
        Could(Scenario.Treaty("untoc").Where("2003-07-01 ARM ratification"), "ARM", "2010-03-01", "");

    [Test]
    public void Nothing_could_be_done_about_a_contested_notice() =>
        Could(Scenario.Treaty("untoc").Where("2003-07-01 ARM ratification\n2010-03-01 ARM withdrawal"), "ARM", "2010-03-01", "");

    [Test]
    public void A_party_could_withdraw_with_an_effect_that_is_not_known() =>
        Could(
            Scenario
                .Treaty("untoc")
                .Withdrawal(new() { Article = "art. 40(1)", Reason = "by agreement of all" })
                .Where("2003-07-01 ARM ratification"),
            "ARM",
            "2010-03-01",
            "withdrawal: none, art. 40(1)\n"
                + "A notice of withdrawal received on 2010-03-01 would leave it no longer bound from a day that the record cannot "
                + "compute: by agreement of all."
        );

    [Test]
    public void A_notice_of_unknown_effect_could_be_revoked() =>
        Could(
            Scenario
                .Treaty("untoc")
                .Withdrawal(new() { Article = "art. 40(1)" })
                .Where("2003-07-01 ARM ratification\n2010-03-01 ARM withdrawal"),
            "ARM",
            "2010-03-02",
            """
            withdrawal-revoked: 2010-03-02, VCLT art. 68
            A revocation of the notice before it takes effect would keep it bound.
            """
        );

    [Test]
    public void An_instrument_could_be_taken_out_at_once_before_the_treaty_is_in_force() =>
        Could(
            Scenario.Treaty("untoc").EntersIntoForceAfter(2, "90 days").Where("2003-07-01 ARM ratification"),
            "ARM",
            "2010-03-01",
            """
            withdrawal: 2010-03-01, VCLT art. 56(1)
            A notice of withdrawal received on 2010-03-01 would leave it no longer bound from 2010-03-01.
            """
        );

    [Test]
    public void Before_the_treaty_is_in_force_the_article_is_that_of_its_clause() =>
        Assert.That(Untoc.Status().WhatWouldChange("ARM", "2003-09-28"), Does.StartWith("withdrawal: 2003-09-28, art. 40(1)\n"));

    [Test]
    public void From_the_day_of_entry_into_force_a_notice_takes_the_time_of_the_clause() =>
        Assert.That(Untoc.Status().WhatWouldChange("ARM", "2003-09-29"), Does.StartWith("withdrawal: 2004-09-29, art. 40(1)\n"));

    [TestCase("2004-01-01", "2007-07-01", "No notice of withdrawal may be given before 2006-07-01; one received on that day")]
    [TestCase("2006-07-01", "2007-07-01", "A notice of withdrawal received on 2006-07-01")]
    public void A_party_could_withdraw_once_the_clause_permits_it(string day, string effect, string text) =>
        Could(
            Scenario
                .Treaty("paris-agreement")
                .Withdrawal(
                    new()
                    {
                        Article = "art. 28",
                        EffectAfterReceipt = Iso.Delay("12 months"),
                        NotWithin = new() { Months = 36, From = LockInStart.Party },
                    }
                )
                .Where("2003-07-01 ARM ratification"),
            "ARM",
            day,
            $"""
            withdrawal: {effect}, art. 28
            {text} would leave it no longer bound from {effect}.
            """
        );

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
        var scenario = Untoc.Where($"2010-03-01 {end} effect 2011-03-01");

        Could(scenario, "ARM", "2010-03-01", "");
        Assert.That(scenario.Status().WhatWouldChange("ARM", "2010-02-28"), Does.StartWith("withdrawal: "));
    }

    [Test]
    public void The_parents_notice_could_not_be_revoked_under_the_protocol() =>
        Could(Protocol(Leaving.EntailingProtocols()), "ARM", "2010-03-01", "");

    [TestCase("ARM")]
    [TestCase("AND")]
    public void Under_a_treaty_that_has_ended_nothing_could_be_done(string code)
    {
        var scenario = Untoc.Where("2001-01-01 AND signature\n2010-03-01 - terminated");

        Could(scenario, code, "2010-03-01", "");
        Assert.That(scenario.Status().WhatWouldChange(code, "2010-02-28"), Is.Not.Empty);
    }

    [TestCase("ratification")]
    [TestCase("signature")]
    public void A_State_that_has_ceased_to_exist_could_do_nothing(string did)
    {
        var scenario = Untoc.Where($"1990-01-01 CSHH {did}");

        Could(scenario, "CSHH", "1993-01-01", "");
        Assert.That(scenario.Status().WhatWouldChange("CSHH", "1992-12-31"), Is.Not.Empty);
    }

    [Test]
    public void A_former_State_whose_last_day_the_record_does_not_tell_could_do_what_any_other_could() =>
        Assert.That(
            Untoc.Where("2004-01-01 VDVN ratification").Status().WhatWouldChange("VDVN", "2005-01-01"),
            Does.StartWith("withdrawal: ")
        );

    static Scenario Protocol(Scenario parent) =>
        Scenario
            .Treaty("trafficking")
            .LaterParticipantsWait("30 days")
            .WithdrawalTakes("12 months")
            .ProtocolTo(parent)
            .OpenToPartiesOf("untoc")
            .Where("2001-01-01 AND signature\n2004-01-01 ARM ratification");

    static void Could(Scenario scenario, string code, string day, string acts) =>
        Assert.That(scenario.Status().WhatWouldChange(code, day), Is.EqualTo(acts), day);
}
