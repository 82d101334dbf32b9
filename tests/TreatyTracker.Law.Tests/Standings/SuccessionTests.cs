namespace TreatyTracker.Law.Tests.Standings;

/// <summary>States come and go: successors, continuators, predecessors.</summary>
public class SuccessionTests
{
    static readonly Scenario Untoc = Scenario.Treaty("untoc").PublishedAsInForceOn("2003-09-29").LaterParticipantsWait("30 days");

    [Test]
    public void Montenegro_is_a_party_in_force_from_independence_and_a_party_from_its_deposit()
    {
        var status = Untoc.Where("2001-09-06 SRB ratification\n2006-10-23 MNE succession effect 2006-06-03").Status();

        Assert.That(Counted("2006-06-02"), Is.EqualTo((1, 1, 0)));
        Assert.That(Counted("2006-06-03"), Is.EqualTo((1, 2, 0)));
        Assert.That(Counted("2006-08-01"), Is.EqualTo((1, 2, 0)));
        Assert.That(Counted("2006-10-22"), Is.EqualTo((1, 2, 0)));
        Assert.That(Counted("2006-10-23"), Is.EqualTo((2, 2, 0)));
        status.HasStandings(
            "MNE",
            """
            2006-06-02 none
            2006-06-03 party-in-force
            2006-10-23 party-in-force
            """
        );

        (int, int, int) Counted(string day)
        {
            var counts = status.CountsOn(day);
            return (counts.Parties, counts.PartiesInForce, counts.ContractingNotInForce);
        }
    }

    [TestCase("2006-06-02", 0, 0)]
    [TestCase("2006-06-03", 1, 1)]
    [TestCase("2006-10-22", 1, 1)]
    [TestCase("2006-10-23", 0, 1)]
    public void A_succession_is_retroactive_until_its_deposit_and_its_effect_assumed_all_along(string day, int retroactive, int assumed)
    {
        var counts = Untoc
            .Where("2001-09-06 SRB ratification\n2006-01-01 SVK ratification\n2006-10-23 MNE succession")
            .Status()
            .CountsOn(day);

        Assert.That((counts.RetroactiveSuccessions, counts.AssumedEffects), Is.EqualTo((retroactive, assumed)));
    }

    [Test]
    public void A_succession_before_its_deposit_belongs_to_no_class_of_parties()
    {
        var contribution = Untoc.Where("2006-10-23 MNE succession effect 2006-06-03").Status().ContributionOf("MNE", "2006-08-01");

        Assert.That(contribution, Is.EqualTo(new Contribution { InForce = true }));
    }

    [Test]
    public void A_succession_has_no_effect_before_the_treatys_own_entry_into_force() =>
        Scenario
            .Treaty("untoc")
            .PublishedAsInForceOn("2006-08-15")
            .Where("2006-10-23 MNE succession effect 2006-06-03")
            .Status()
            .HasStandings(
                "MNE",
                """
                2006-08-14 none
                2006-08-15 party-in-force
                """
            );

    [Test]
    public void A_predecessor_that_ceased_is_not_counted_with_its_successors()
    {
        var status = Scenario
            .Treaty("illicit-traffic-1988")
            .PublishedAsInForceOn("1990-11-11")
            .Where(
                """
                1991-06-04 CSHH ratification
                1993-01-01 CSHH cessation
                1993-05-28 SVK succession effect 1993-01-01
                1993-12-30 CZE succession effect 1993-01-01
                """
            )
            .Status();

        Assert.That(
            new[] { "1992-12-31", "1993-01-01", "1993-05-28", "1993-12-30" }.Select(day => status.CountsOn(day).Parties),
            Is.EqualTo(new[] { 1, 0, 1, 2 })
        );
        Assert.That(new[] { "1992-12-31", "1993-01-01" }.Select(day => status.CountsOn(day).PartiesInForce), Is.EqualTo(new[] { 1, 2 }));
        status.HasStandings(
            "CSHH",
            """
            1992-12-31 party-in-force
            1993-01-01 none
            """
        );
    }

    [Test]
    public void A_predecessor_that_ceased_is_no_signatory_beside_its_successor()
    {
        var status = Untoc
            .Where(
                """
                1991-01-01 CSHH signature
                1993-01-01 CSHH cessation
                1993-06-01 CZE succession-to-signature
                """
            )
            .Status();

        Assert.That(
            new[] { "1992-12-31", "1993-01-01", "1993-06-01" }
                .Select(day => status.CountsOn(day))
                .Select(c => (c.Signatories, c.SignatoriesNotBound)),
            Is.EqualTo(new[] { (1, 1), (0, 0), (1, 1) })
        );
        status.HasStandings(
            "CSHH",
            """
            1992-12-31 signatory
            1993-01-01 none
            """
        );
    }

    [Test]
    public void A_predecessor_that_ratified_does_not_become_a_bare_signatory_when_it_ceases()
    {
        var status = Untoc
            .Where("1991-01-01 CSHH signature\n1991-06-04 CSHH ratification\n1993-01-15 CSHH cessation effect 1993-01-01")
            .Status();

        Assert.That(status.CountsOn("1992-12-31").Text(), Does.Contain("signatories 1, not bound 0, former 0"));
        Assert.That(status.CountsOn("1993-01-01").Text(), Does.Contain("signatories 0, not bound 0, former 0"));
    }

    [Test]
    public void A_State_that_lives_on_is_a_former_party_and_no_signatory_when_it_ceases_to_be_a_party() =>
        Assert.That(
            Untoc
                .Where("2000-12-12 RUS signature\n2004-05-26 RUS ratification\n2022-09-16 RUS cessation")
                .Status()
                .CountsOn("2022-09-16")
                .Text(),
            Does.Contain("signatories 0, not bound 0, former 1")
        );

    [Test]
    public void A_continuator_needs_no_act_of_its_own() =>
        Scenario
            .Treaty("vclt")
            .Where("1986-04-29 RUS accession")
            .Status()
            .HasStandings(
                "RUS",
                """
                1991-12-24 party-in-force
                1991-12-25 party-in-force
                """
            );

    [Test]
    public void A_successor_may_take_over_its_predecessors_signature()
    {
        var counts = Untoc.Where("2006-10-23 MNE succession-to-signature effect 2006-06-03").Status();

        Assert.That(counts.CountsOn("2006-10-22").Signatories, Is.Zero, "by date of the act");
        Assert.That(
            counts.CountsOn("2006-10-23").Text(),
            Is.EqualTo("parties 0, in force 0, contracting 0, signatories 1, not bound 1, former 0, for entry 0; ; ; ")
        );
    }

    [Test]
    public void A_signature_that_pre_dates_a_States_present_form_stands() =>
        Scenario.Treaty("narcotics-1961").Where("1961-11-30 TZA signature").Status().HasStandings("TZA", "1961-11-30 signatory");
}
