namespace TreatyTracker.Law.Tests.Standings;

/// <summary>A consent given while a withdrawal is pending opens a second period before the first has ended.</summary>
public class PendingWithdrawalTests
{
    static readonly Scenario Untoc = Scenario
        .Treaty("untoc")
        .LaterParticipantsWait("30 days")
        .WithdrawalTakes("12 months")
        .Where(
            """
            2003-07-01 ARM ratification
            2010-03-01 ARM withdrawal
            2010-09-01 ARM accession
            """
        );

    [Test]
    public void A_consent_while_a_withdrawal_is_pending_leaves_no_gap()
    {
        var status = Untoc.Status();

        Assert.That(status.Of("ARM")!.Consents, Has.Count.EqualTo(2));
        status.HasStandings(
            "ARM",
            """
            2010-09-01 party-in-force
            2011-02-28 party-in-force
            2011-03-01 party-in-force
            2020-01-01 party-in-force
            """
        );
        Assert.That(new[] { "2010-08-31", "2010-09-01", "2011-03-01" }.Select(day => status.CountsOn(day).Parties), Is.All.EqualTo(1));
    }

    [Test]
    public void A_consent_before_the_later_day_that_a_notice_names_leaves_no_gap_either() =>
        Scenario
            .Treaty("untoc")
            .WithdrawalTakes("12 months")
            .Where("2003-07-01 ARM ratification\n2010-03-01 ARM withdrawal effect 2012-01-01\n2011-01-01 ARM accession")
            .Status()
            .HasStandings(
                "ARM",
                """
                2011-12-31 party-in-force
                2012-01-01 party-in-force
                """
            );

    [Test]
    public void The_kind_of_consent_changes_when_the_first_period_ends()
    {
        var status = Untoc.Status();

        Assert.That(status.ContributionOf("ARM", "2011-02-28").Consent, Is.EqualTo(EventKind.Ratification));
        Assert.That(status.ContributionOf("ARM", "2011-03-01").Consent, Is.EqualTo(EventKind.Accession));
    }

    [TestCase("ARM cessation", Standing.FormerParty)]
    [TestCase("ARM consent-withdrawn", Standing.FormerParty)]
    [TestCase("- terminated", Standing.None)]
    public void An_end_before_the_first_period_is_out_ends_both(string end, Standing standing)
    {
        var status = Untoc.Where($"2010-12-01 {end}").Status();

        Assert.That(status.StandingOf("ARM", "2010-11-30"), Is.EqualTo(Standing.PartyInForce));
        Assert.That(status.StandingOf("ARM", "2010-12-01"), Is.EqualTo(standing));
    }

    [Test]
    public void A_second_notice_ends_the_second_period() =>
        Untoc
            .Where("2010-10-01 ARM withdrawal")
            .Status()
            .HasStandings(
                "ARM",
                """
                2011-03-01 party-in-force
                2011-09-30 party-in-force
                2011-10-01 former-party
                """
            );

    [Test]
    public void An_end_leaves_a_period_that_is_over_as_it_was()
    {
        var status = Untoc.Where("2015-01-01 ARM cessation").Status();

        Assert.That(status.Of("ARM")!.Consents.Select(c => Iso.Text(c.Until)), Is.EqualTo(new[] { "2011-03-01", "2015-01-01" }));
    }

    [Test]
    public void A_revoked_notice_never_had_effect_although_a_consent_followed_it()
    {
        var status = Scenario
            .Treaty("untoc")
            .LaterParticipantsWait("30 days")
            .WithdrawalTakes("12 months")
            .Where(
                """
                2003-07-01 ARM ratification
                2010-03-01 ARM withdrawal
                2011-02-20 ARM accession
                2011-02-25 ARM withdrawal-revoked
                """
            )
            .Status();

        status.HasStandings(
            "ARM",
            """
            2011-03-01 party-in-force
            2011-03-21 party-in-force
            2011-03-22 party-in-force
            """
        );
    }

    [Test]
    public void A_consent_that_the_notices_revocation_leaves_without_object_does_not_outlive_a_later_end()
    {
        var status = Untoc.Where("2010-10-01 ARM withdrawal-revoked\n2015-01-01 ARM withdrawal").Status();

        Assert.That(status.Of("ARM")!.Consents.Single().Consent.Kind, Is.EqualTo(EventKind.Ratification));
        status.HasStandings(
            "ARM",
            """
            2015-12-31 party-in-force
            2016-01-01 former-party
            """
        );
    }
}
