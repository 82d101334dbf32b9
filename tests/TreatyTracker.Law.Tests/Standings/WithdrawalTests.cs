namespace TreatyTracker.Law.Tests.Standings;

/// <summary>What a notice does, what undoes it, and the acts that the law does not permit.</summary>
public class WithdrawalTests
{
    static readonly Scenario Untoc = Scenario
        .Treaty("untoc")
        .LaterParticipantsWait("30 days")
        .WithdrawalTakes("12 months")
        .Where("2003-07-01 ARM ratification");

    [TestCase("withdrawal", "2011-03-01")]
    [TestCase("withdrawal effect 2012-06-30", "2012-06-30", Description = "a later day named in the notice")]
    [TestCase("withdrawal effect 2010-09-01", "2010-09-01")]
    [TestCase("withdrawal effect 2009-01-01", "2010-03-01", Description = "never before its receipt")]
    [TestCase("cessation", "2010-03-01")]
    [TestCase("cessation effect 2009-01-01", "2009-01-01", Description = "by operation of law, told afterwards")]
    [TestCase("consent-withdrawn", "2010-03-01")]
    [TestCase("consent-withdrawn effect 2010-04-01", "2010-04-01")]
    public void A_consent_is_in_being_until_the_act_takes_effect(string act, string until)
    {
        var period = Untoc.Where($"2010-03-01 ARM {act}").Status().Of("ARM")!.Consents.Single();

        Assert.That(Iso.Text(period.Until), Is.EqualTo(until));
        Assert.That(period.InEffect(Iso.Day(until).AddDays(-1)), Is.True);
        Assert.That(period.InEffect(Iso.Day(until)), Is.False);
        Assert.That(period.EndedBy!.Date, Is.EqualTo(Iso.Day("2010-03-01")));
    }

    [Test]
    public void A_notice_to_a_silent_treaty_ends_nothing()
    {
        var silent = Scenario.Treaty("vclt").Where("2003-07-01 ARM ratification\n2010-03-01 ARM withdrawal").Status();

        Assert.That(silent.Treaty.FinalClauses.Withdrawal, Is.Null);
        Assert.That(Iso.Text(silent.Of("ARM")!.Consents[0].Until), Is.EqualTo("none"), "VCLT 56(1)");
    }

    [TestCase("2011-02-28", "none", Description = "VCLT 68: before it takes effect")]
    [TestCase("2011-03-01", "2011-03-01", Description = "on the day of effect it is too late")]
    [TestCase("2012-01-01", "2011-03-01")]
    public void A_revocation_after_effect_is_void(string revoked, string until) =>
        Assert.That(Until(Untoc.Where($"2010-03-01 ARM withdrawal\n{revoked} ARM withdrawal-revoked")), Is.EqualTo(until));

    [TestCase("2010-03-01 ARM withdrawal-revoked", Description = "no notice")]
    [TestCase("2010-03-01 AZE withdrawal-revoked", Description = "not bound")]
    [TestCase("2010-03-01 AZE withdrawal")]
    [TestCase("2003-06-30 ARM withdrawal", Description = "a notice before consent")]
    [TestCase("2010-03-01 ARM cessation effect 2003-06-30", Description = "an end before the consent")]
    [TestCase("2010-03-01 ARM accession", Description = "already bound")]
    [TestCase("2010-03-01 ARM signature\n2010-03-02 ARM signature\n2010-03-03 ARM ratification")]
    public void An_act_that_the_law_does_not_permit_changes_no_party(string acts)
    {
        var status = Untoc.Where(acts).Status();

        Assert.That(status.Of("ARM")!.Consents.Single().Until, Is.Null);
        Assert.That(status.CountsOn("2020-01-01").Parties, Is.EqualTo(1));
        Assert.That(status.CountsOn("2020-01-01").FormerParties, Is.Zero);
        Assert.That(status.Participations.Sum(p => p.Events.Count), Is.EqualTo(1 + acts.Split('\n').Length), "kept in the record");
    }

    [Test]
    public void An_expulsion_is_not_undone_by_a_revocation() =>
        Assert.That(
            Until(Untoc.Where("2010-03-01 ARM cessation effect 2010-06-01\n2010-04-01 ARM withdrawal-revoked")),
            Is.EqualTo("2010-06-01")
        );

    [TestCase("2010-06-01 ARM withdrawal", "2011-03-01", Description = "a second notice does not put off the first")]
    [TestCase("2010-06-01 ARM withdrawal effect 2010-12-01", "2010-12-01")]
    [TestCase("2010-06-01 ARM cessation", "2010-06-01")]
    [TestCase("2011-03-01 ARM cessation", "2011-03-01")]
    [TestCase("2012-06-01 ARM cessation", "2011-03-01")]
    public void The_earliest_end_stands(string second, string until)
    {
        var period = Untoc.Where($"2010-03-01 ARM withdrawal\n{second}").Status().Of("ARM")!.Consents.Single();

        Assert.That(Iso.Text(period.Until), Is.EqualTo(until));
        Assert.That(period.EndedBy!.Kind, Is.EqualTo(until is "2010-06-01" ? EventKind.Cessation : EventKind.Withdrawal));
    }

    [Test]
    public void A_State_that_takes_back_an_accession_once_in_force_is_a_former_party() =>
        Untoc.Where("2010-03-01 ARM consent-withdrawn").Status().HasStandings("ARM", "2010-03-01 former-party");

    [Test]
    public void A_former_party_that_takes_back_a_later_consent_is_a_former_party_again() =>
        Untoc
            .Where(
                """
                2002-01-01 ARM signature
                2004-01-01 ARM withdrawal
                2006-01-01 ARM accession
                2008-01-01 ARM consent-withdrawn
                """
            )
            .Status()
            .HasStandings(
                "ARM",
                """
                2005-01-01 former-party
                2006-01-01 contracting
                2008-01-01 former-party
                """
            );

    static string Until(Scenario treaty) => Iso.Text(treaty.Status().Of("ARM")!.Consents.Single().Until);
}
