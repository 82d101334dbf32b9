namespace TreatyTracker.Law.Tests.Standings;

public class TerminationTests
{
    static readonly Scenario Untoc = Scenario
        .Treaty("untoc")
        .WithdrawalTakes("12 months")
        .Where(
            """
            2000-12-12 AFG signature
            2003-07-01 ARM ratification
            """
        );

    [TestCase("- terminated", "2010-03-01")]
    [TestCase("- terminated effect 2010-12-31", "2010-12-31")]
    [TestCase("- terminated effect 2009-12-31", "2009-12-31")]
    public void A_treaty_that_has_ended_binds_no_one(string act, string ended)
    {
        var status = Untoc.Where($"2010-03-01 {act}").Status();
        var (last, first) = (Iso.Day(ended).AddDays(-1), Iso.Day(ended));

        Assert.That(Iso.Text(status.TerminatedOn), Is.EqualTo(ended));
        Assert.That((status.IsInForce(last), status.IsInForce(first)), Is.EqualTo((true, false)));
        Assert.That((status.Of("ARM")!.IsInForce(last), status.Of("ARM")!.IsInForce(first)), Is.EqualTo((true, false)));
        Assert.That(
            status.Timeline.On(first).Text(),
            Is.EqualTo("parties 0, in force 0, contracting 0, signatories 1, not bound 1, former 0, for entry 0; ; ; ")
        );
        Assert.That(status.Of("ARM")!.Terminated, Is.EqualTo(status.Terminated));
    }

    [Test]
    public void A_living_treaty_has_no_end()
    {
        Assert.That(Untoc.Status().Terminated, Is.Null);
        Assert.That(Untoc.Status().TerminatedOn, Is.Null);
    }

    [TestCase("2010-03-02", "AZE accession")]
    [TestCase("2010-03-02", "AZE signature")]
    [TestCase("2010-03-02", "ARM withdrawal")]
    [TestCase("2010-03-01", "AZE signature", Description = "on the day of the end, when the treaty is no more")]
    public void Acts_after_the_end_change_nothing(string day, string act)
    {
        var ended = Untoc.Where("2010-03-01 - terminated");
        var after = ended.Where($"{day} {act}").Status();

        Assert.That(after.CountsOn("2020-01-01").Text(), Is.EqualTo(ended.Status().CountsOn("2020-01-01").Text()));
        Assert.That(after.Of(act[..3])!.Events[^1].Date, Is.EqualTo(Iso.Day(day)), "kept in the record");
    }

    [Test]
    public void A_State_may_still_join_and_leave_between_the_decision_and_the_end() =>
        Untoc
            .Where(
                """
                2010-03-01 - terminated effect 2012-12-31
                2010-04-01 AZE accession
                2010-05-01 ARM withdrawal
                """
            )
            .Status()
            .HasStandings(
                "AZE",
                """
                2010-04-01 party-in-force
                2012-12-30 party-in-force
                2012-12-31 none
                """
            );

    [Test]
    public void A_withdrawal_between_the_decision_and_the_end_has_effect() =>
        Untoc
            .Where("2010-03-01 - terminated effect 2012-12-31\n2010-05-01 ARM withdrawal")
            .Status()
            .HasStandings(
                "ARM",
                """
                2011-04-30 party-in-force
                2011-05-01 former-party
                """
            );

    [Test]
    public void A_consent_deposited_after_an_end_that_became_known_later_has_no_effect() =>
        Untoc.Where("2010-03-01 - terminated effect 2009-12-31\n2010-01-15 AZE accession").Status().HasStandings("AZE", "2010-02-01 none");

    [Test]
    public void A_pending_withdrawal_is_overtaken_by_the_end()
    {
        var status = Untoc.Where("2010-01-01 ARM withdrawal\n2010-03-01 - terminated").Status();

        Assert.That(Iso.Text(status.Of("ARM")!.Consents[0].Until), Is.EqualTo("2010-03-01"));
        Assert.That(status.Of("ARM")!.Consents[0].EndedBy!.Kind, Is.EqualTo(EventKind.Terminated));
    }

    [Test]
    public void A_second_end_changes_nothing() =>
        Assert.That(
            Iso.Text(Untoc.Where("2011-03-01 - terminated\n2010-03-01 - terminated").Status().TerminatedOn),
            Is.EqualTo("2010-03-01")
        );

    [Test]
    public void A_treaty_that_ended_before_the_threshold_took_effect_never_entered_into_force() =>
        Assert.That(
            Scenario
                .Treaty("untoc")
                .EntersIntoForceAfter(1, "90 days")
                .Where("2003-07-01 ARM ratification\n2003-08-01 - terminated")
                .Status()
                .EntryIntoForce.On,
            Is.Null
        );
}
