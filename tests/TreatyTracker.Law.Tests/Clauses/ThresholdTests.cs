namespace TreatyTracker.Law.Tests.Clauses;

/// <summary>Which instruments count towards the N of "the N-th instrument".</summary>
public class ThresholdTests
{
    static readonly Scenario AfterTwo = Scenario
        .Treaty("untoc")
        .EntersIntoForceAfter(2, "90 days")
        .LaterParticipantsWait("30 days")
        .WithdrawalTakes("12 months");

    [Test]
    public void An_organization_does_not_count() =>
        Assert.That(On(AfterTwo.Where("2003-01-01 ARM ratification\n2003-07-01 EUU formal-confirmation")), Is.EqualTo("none"));

    [Test]
    public void An_organization_counts_where_the_clause_says_so() =>
        Assert.That(
            On(AfterTwo.CountingOrganizations().Where("2003-01-01 ARM ratification\n2003-07-01 EUU formal-confirmation")),
            Is.EqualTo("2003-09-29")
        );

    [TestCase("VAT")]
    [TestCase("NIU")]
    [TestCase("CSHH")]
    public void Every_State_counts_whether_or_not_a_Member_of_the_United_Nations(string code) =>
        Assert.That(On(AfterTwo.Where($"2003-01-01 ARM ratification\n2003-07-01 {code} ratification")), Is.EqualTo("2003-09-29"));

    [Test]
    public void A_signature_does_not_count() =>
        Assert.That(On(AfterTwo.Where("2003-01-01 ARM ratification\n2003-07-01 AZE signature")), Is.EqualTo("none"));

    [Test]
    public void Instruments_of_one_day_count_together_in_the_order_of_code()
    {
        var entry = AfterTwo
            .Where(
                """
                2003-07-01 AZE accession id b
                2003-07-01 AFG accession id d
                2003-07-01 ARM accession id a
                2003-07-01 ALB accession id c
                """
            )
            .Status();

        Assert.That(Iso.Text(entry.EntryIntoForce.On), Is.EqualTo("2003-09-29"));
        Assert.That(entry.EntryIntoForce.Reached!.Consent.Participant, Is.EqualTo("ALB"));
        Assert.That(entry.EffectFor("AZE").Rule, Is.EqualTo(EffectRule.WithTheTreaty));
    }

    [Test]
    public void A_withdrawal_before_entry_into_force_takes_its_instrument_with_it() =>
        Assert.That(
            On(
                AfterTwo.Where(
                    """
                    2002-01-01 ARM ratification
                    2002-05-01 ARM withdrawal
                    2003-07-01 AZE ratification
                    2004-01-01 AFG ratification
                    """
                )
            ),
            Is.EqualTo("2004-03-31")
        );

    [Test]
    public void A_withdrawal_between_the_Nth_instrument_and_entry_into_force_undoes_the_threshold() =>
        Assert.That(
            On(
                AfterTwo.Where(
                    """
                    2002-01-01 ARM ratification
                    2002-08-01 ARM withdrawal
                    2003-07-01 AZE ratification
                    """
                )
            ),
            Is.EqualTo("none")
        );

    [Test]
    public void A_withdrawal_with_effect_on_the_day_of_entry_into_force_undoes_the_threshold() =>
        Assert.That(
            On(
                AfterTwo.Where(
                    """
                    2002-01-01 ARM ratification
                    2002-09-29 ARM withdrawal
                    2003-07-01 AZE ratification
                    """
                )
            ),
            Is.EqualTo("none")
        );

    [Test]
    public void Falling_below_the_threshold_later_ends_nothing()
    {
        var status = AfterTwo
            .Where(
                """
                2002-01-01 ARM ratification
                2003-09-29 ARM withdrawal
                2003-07-01 AZE ratification
                """
            )
            .Status();

        Assert.That(Iso.Text(status.EntryIntoForce.On), Is.EqualTo("2003-09-29"));
        Assert.That(status.IsInForce(Iso.Day("2010-01-01")), Is.True, "VCLT 55");
        Assert.That(status.CountsOn("2010-01-01").PartiesInForce, Is.EqualTo(1));
    }

    [Test]
    public void The_Nth_instrument_is_the_Nth_of_those_that_stay()
    {
        var status = AfterTwo
            .LaterParticipantsWait("6 months")
            .Where(
                """
                2002-01-01 ARM ratification
                2002-08-01 ARM withdrawal
                2003-06-01 AZE ratification
                2003-07-01 AFG ratification
                """
            )
            .Status();

        Assert.That(status.EntryIntoForce.Reached!.Consent.Participant, Is.EqualTo("AFG"));
        Assert.That(status.EffectFor("AFG"), Is.EqualTo(new Effect(Iso.Day("2003-09-29"), EffectRule.WithTheTreaty, "art. 38(1)")));
    }

    [Test]
    public void A_State_that_consents_again_while_its_withdrawal_is_pending_counts_once() =>
        Assert.That(
            On(
                AfterTwo.Where(
                    """
                    2002-01-01 ARM ratification
                    2002-08-01 ARM withdrawal
                    2002-09-01 ARM accession
                    """
                )
            ),
            Is.EqualTo("none")
        );

    [Test]
    public void A_State_that_left_and_consented_again_counts_by_its_new_instrument() =>
        Assert.That(
            On(
                AfterTwo.Where(
                    """
                    2000-01-01 ARM ratification
                    2000-02-01 ARM withdrawal
                    2002-01-01 AZE ratification
                    2003-07-01 ARM accession
                    """
                )
            ),
            Is.EqualTo("2003-09-29")
        );

    static string On(Scenario treaty) => Iso.Text(treaty.Status().EntryIntoForce.On);
}
