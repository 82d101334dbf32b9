namespace TreatyTracker.Law.Tests.Clauses;

public class EffectForOneParticipantTests
{
    static readonly Scenario Untoc = Scenario
        .Treaty("untoc")
        .EntersIntoForceAfter(40, "90 days")
        .LaterParticipantsWait("30 days")
        .WhereMembersRatify(39, "2002-12-31")
        .Where("2003-07-01 ARM accession");

    [TestCase("ARM", "2003-07-01", "2003-09-29", EffectRule.WithTheTreaty, "art. 38(1)", Description = "the 40th instrument")]
    [TestCase("AND", "2003-07-01", "2003-09-29", EffectRule.WithTheTreaty, "art. 38(1)", Description = "another of the same day")]
    [TestCase("EUU", "2003-06-30", "2003-09-29", EffectRule.WithTheTreaty, "art. 38(1)", Description = "not counted, bound all the same")]
    [TestCase("AFG", "2003-09-24", "2003-10-24", EffectRule.OwnDeposit, "art. 38(2)")]
    [TestCase("AZE", "2003-10-30", "2003-11-29", EffectRule.OwnDeposit, "art. 38(2)")]
    [TestCase("AND", "2011-09-22", "2011-10-22", EffectRule.OwnDeposit, "art. 38(2)")]
    [TestCase("AND", "2003-07-02", "2003-09-29", EffectRule.NotBeforeTreaty, "art. 38(2)", Description = "whichever is the later")]
    [TestCase("AND", "2003-08-30", "2003-09-29", EffectRule.OwnDeposit, "art. 38(2)", Description = "both on one day")]
    public void A_treaty_enters_into_force_for_a_participant_on_the_later_of_both_days(
        string code,
        string deposit,
        string inForce,
        EffectRule rule,
        string article
    ) =>
        Assert.That(
            Untoc.Where($"{deposit} {code} accession").Status().EffectFor(code),
            Is.EqualTo(new Effect(Iso.Day(inForce), rule, article))
        );

    [Test]
    public void A_State_consenting_before_the_threshold_is_not_yet_a_party_in_force() =>
        Untoc
            .EntersIntoForceAfter(41, "90 days")
            .Where("2001-05-01 AND ratification")
            .Status()
            .HasStandings(
                "AND",
                """
                2001-04-30 none
                2001-05-01 contracting
                2003-09-28 contracting
                2003-09-29 party-in-force
                """
            );

    [Test]
    public void Without_entry_into_force_no_participant_has_a_day_of_effect()
    {
        var status = Scenario
            .Treaty("untoc")
            .EntersIntoForceAfter(40, "90 days")
            .Where("2003-07-01 ARM accession effect 2003-08-01")
            .Status();

        Assert.That(status.Of("ARM")!.Consents[0].Effect, Is.Null);
        status.HasStandings("ARM", "2020-01-01 contracting");
    }

    [TestCase("2004-06-01", "2004-06-01", EffectRule.Stated, null, Description = "a later day named in the instrument")]
    [TestCase("2003-10-01", "2003-10-01", EffectRule.Stated, null, Description = "sooner than the clause would give")]
    [TestCase("2003-09-29", "2003-09-29", EffectRule.Stated, null)]
    [TestCase("2003-09-28", "2003-09-29", EffectRule.StatedNotBeforeTreaty, "art. 38(1)")]
    public void A_stated_day_overrides_but_never_to_a_day_before_the_treatys_own(
        string stated,
        string inForce,
        EffectRule rule,
        string? article
    ) =>
        Assert.That(
            Untoc.Where($"2003-12-01 AND accession effect {stated}").Status().EffectFor("AND"),
            Is.EqualTo(new Effect(Iso.Day(inForce), rule, article))
        );

    [Test]
    public void Without_a_clause_a_later_consent_takes_effect_on_its_own_day() =>
        Assert.That(
            Untoc.WithoutLaterParticipantsClause().Where("2003-12-01 AND accession").Status().EffectFor("AND"),
            Is.EqualTo(new Effect(Iso.Day("2003-12-01"), EffectRule.OwnDeposit, "VCLT art. 24(3)"))
        );

    [Test]
    public void Without_a_clause_an_early_consent_waits_for_the_treaty() =>
        Assert.That(
            Untoc.WithoutLaterParticipantsClause().Where("2003-08-01 AND accession").Status().EffectFor("AND"),
            Is.EqualTo(new Effect(Iso.Day("2003-09-29"), EffectRule.NotBeforeTreaty, "VCLT art. 24(3)"))
        );

    [Test]
    public void A_record_that_finds_its_Nth_instrument_too_late_does_not_carry_it_back_to_the_published_day()
    {
        // The predecessors' rows are gone from the table: the second instrument at hand is not the second deposited.
        var status = Scenario
            .Treaty("illicit-traffic-1988")
            .EntersIntoForceAfter(2, "90 days")
            .LaterParticipantsWait("90 days")
            .PublishedAsInForceOn("1990-11-11")
            .Where(
                """
                1990-08-13 ARM ratification
                1992-05-01 AZE ratification
                """
            )
            .Status();

        Assert.That(status.EffectFor("AZE"), Is.EqualTo(new Effect(Iso.Day("1992-07-30"), EffectRule.OwnDeposit, "art. 38(2)")));
        Assert.That(status.EffectFor("ARM").On, Is.EqualTo(Iso.Day("1990-11-11")));
    }

    [Test]
    public void A_consent_that_ends_before_its_effect_was_never_in_force()
    {
        var status = Untoc.Where("2001-05-01 AND ratification\n2001-06-01 AND withdrawal").Status();

        Assert.That(status.Of("AND")!.Consents[0].InForce, Is.Empty);
        status.HasStandings(
            "AND",
            """
            2001-05-31 contracting
            2001-06-01 none
            2003-09-29 none
            """
        );
    }
}
