namespace TreatyTracker.Law.Tests.Reasons;

/// <summary>What is wanting for a treaty to enter into force, and when it would.</summary>
public class OutlookTests
{
    static readonly Scenario Untoc = Scenario
        .Treaty("untoc")
        .EntersIntoForceAfter(3, "90 days")
        .Where("2003-01-01 ARM ratification\n2003-02-01 AZE ratification");

    static readonly Scenario Whole = Untoc.Where("2003-07-01 ALB ratification");

    [TestCase("2002-12-31", "0 of 3, wanting 3, 2003-09-29")]
    [TestCase("2003-01-01", "1 of 3, wanting 2, 2003-09-29")]
    [TestCase("2003-02-01", "2 of 3, wanting 1, 2003-09-29")]
    public void Instruments_wanting_would_bring_it_into_force_after_the_delay(string asOf, string outlook) => Looks(Untoc, asOf, outlook);

    [Test]
    public void The_day_follows_from_that_of_the_deposit_supposed() =>
        Looks(Untoc, "2003-02-01", "2 of 3, wanting 1, 2004-03-31", "2004-01-01");

    [TestCase("2003-07-01", "3 of 3, wanting 0, none", Description = "the delay runs")]
    [TestCase("2003-09-29", "3 of 3, wanting 0, none", Description = "in force")]
    public void Nothing_is_wanting_once_the_threshold_is_reached(string asOf, string outlook) => Looks(Whole, asOf, outlook);

    [Test]
    public void More_instruments_than_it_takes_are_not_fewer_than_none_wanting() =>
        Looks(Whole.Where("2003-07-02 ALB signature\n2003-07-02 AND accession"), "2003-07-02", "4 of 3, wanting 0, none");

    [Test]
    public void Nothing_is_wanting_once_it_is_in_force_although_parties_left() =>
        Looks(Whole.WithdrawalTakes("1 months").Where("2010-01-01 ARM withdrawal"), "2010-02-01", "2 of 3, wanting 0, none");

    [Test]
    public void Nothing_is_wanting_where_a_published_day_stands() =>
        Looks(Untoc.PublishedAsInForceOn("2003-09-29"), "2003-09-29", "2 of 3, wanting 0, none", "2003-10-01");

    [Test]
    public void Instruments_are_wanting_before_the_published_day() =>
        Looks(Untoc.PublishedAsInForceOn("2003-09-29"), "2003-09-28", "2 of 3, wanting 1, 2003-12-30", "2003-10-01");

    [Test]
    public void Nothing_would_bring_a_treaty_that_has_ended_into_force()
    {
        Looks(Whole.Where("2010-01-01 - terminated"), "2010-01-01", "0 of 3, wanting 0, none", "2010-01-01");
        Looks(Untoc.Where("2010-01-01 - terminated"), "2009-12-31", "2 of 3, wanting 1, 2010-03-31", "2009-12-31");
        Looks(Untoc.Where("2010-01-01 - terminated"), "2010-01-01", "0 of 3, wanting 0, none", "2010-01-01");
    }

    [TestCase("named States", 3, true)]
    [TestCase(null, null, true)]
    [TestCase(null, 3, false)]
    public void A_clause_that_cannot_be_computed_tells_the_instruments_in_being_alone(string? reason, int? instruments, bool delay) =>
        Looks(
            Untoc.EntersIntoForce(
                new()
                {
                    Reason = reason,
                    Instruments = instruments,
                    Delay = delay ? Iso.Delay("90 days") : null,
                }
            ),
            "2003-02-01",
            "2 of none, wanting none, none"
        );

    [Test]
    public void Organizations_are_not_in_being_where_the_clause_does_not_count_them() =>
        Looks(Untoc.Where("2003-01-01 EUU formal-confirmation"), "2003-02-01", "2 of 3, wanting 1, 2003-09-29");

    [TestCase("2003-07-01", "2003-10-15", Description = "the parent's day")]
    [TestCase("2003-07-17", "2003-10-15", Description = "both")]
    [TestCase("2003-08-01", "2003-10-30", Description = "its own day")]
    public void A_protocol_would_wait_for_its_parent(string depositedOn, string day) =>
        Looks(
            Protocol.ProtocolTo(Scenario.Treaty("untoc").PublishedAsInForceOn("2003-10-15")),
            "2003-02-01",
            $"0 of 1, wanting 1, {day}",
            depositedOn
        );

    [Test]
    public void A_protocol_that_waits_for_a_parent_without_a_day_has_none() =>
        Looks(Protocol.ProtocolTo(Untoc), "2003-02-01", "0 of 1, wanting 1, none");

    [Test]
    public void A_protocol_that_waits_for_a_parent_that_is_not_at_hand_has_none() =>
        Looks(Protocol, "2003-02-01", "0 of 1, wanting 1, none");

    [Test]
    public void A_protocol_of_which_nothing_is_wanting_has_no_other_day() =>
        Looks(
            Protocol.ProtocolTo(Scenario.Treaty("untoc").PublishedAsInForceOn("2003-10-15")).Where("2003-01-01 ARM ratification"),
            "2003-02-01",
            "1 of 1, wanting 0, none"
        );

    static Scenario Protocol => Scenario.Treaty("trafficking").EntersIntoForceAfter(1, "90 days").WaitingFor("untoc");

    static void Looks(Scenario scenario, string asOf, string outlook, string depositedOn = "2003-07-01")
    {
        var ahead = EntryIntoForceOutlook.Of(scenario.Status(), Iso.Day(asOf), Iso.Day(depositedOn));
        Assert.That(
            $"{ahead.InEffect} of {ahead.Instruments?.ToString() ?? "none"}, wanting {ahead.Outstanding?.ToString() ?? "none"}, "
                + $"{Iso.Text(ahead.WouldEnterIntoForceOn)}",
            Is.EqualTo(outlook),
            asOf
        );
        Assert.That(Iso.Text(ahead.DepositedOn), Is.EqualTo(depositedOn));
    }
}
