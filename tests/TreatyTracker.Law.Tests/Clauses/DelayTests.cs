namespace TreatyTracker.Law.Tests.Clauses;

public class DelayTests
{
    [TestCase("90 days", "2003-07-01", "2003-09-29", Description = "the day of deposit is day 0")]
    [TestCase("0 days", "2003-07-01", "2003-07-01")]
    [TestCase("30 days", "2004-02-01", "2004-03-02", Description = "a leap year")]
    [TestCase("12 months", "1993-11-16", "1994-11-16")]
    [TestCase("1 months", "2003-01-31", "2003-02-28", Description = "clamped to the month's end")]
    [TestCase("1 months", "2004-01-31", "2004-02-29")]
    [TestCase("12 months", "2004-02-29", "2005-02-28")]
    [TestCase("3 months", "2003-11-30", "2004-02-29")]
    [TestCase("1 months, 1 days", "2003-01-30", "2003-03-01", Description = "months before days")]
    [TestCase("60 days, then first of month", "2002-04-11", "2002-07-01")]
    [TestCase(
        "60 days, then first of month",
        "2002-05-02",
        "2002-08-01",
        Description = "a sixtieth day that is the first waits for the next"
    )]
    [TestCase("60 days, then first of month", "2002-11-15", "2003-02-01")]
    [TestCase("2 months, then first of month", "2002-10-31", "2003-01-01", Description = "across the year's end")]
    public void A_delay_runs_from_the_day_of_deposit(string delay, string deposit, string effect) =>
        Assert.That(Iso.Text(Iso.Delay(delay).After(Iso.Day(deposit))), Is.EqualTo(effect));

    [TestCase(int.MaxValue, 0, "9999-12-31")]
    [TestCase(int.MinValue, 0, "0001-01-01")]
    [TestCase(0, int.MaxValue, "9999-12-31")]
    [TestCase(0, int.MinValue, "0001-01-01")]
    public void A_delay_never_leads_out_of_the_calendar(int months, int days, string effect) =>
        Assert.That(new Delay { Months = months, Days = days }.After(Iso.Day("2001-01-31")), Is.EqualTo(Iso.Day(effect)));

    [TestCase("2001-01-31", 1, "2001-03-01")]
    [TestCase("2001-04-30", 3, "2001-08-01")]
    [TestCase("2001-02-28", 12, "2002-03-01")]
    [TestCase("2000-02-28", 12, "2001-02-28", Description = "not the last day of that month")]
    [TestCase("2001-04-29", 3, "2001-07-29")]
    [TestCase("2001-04-30", 0, "2001-04-30", Description = "no months")]
    public void The_last_day_of_a_month_may_lead_to_the_first_day_after_the_period(string deposit, int months, string effect) =>
        Assert.That(new Delay { Months = months, EndOfMonthStays = true }.After(Iso.Day(deposit)), Is.EqualTo(Iso.Day(effect)));

    [Test]
    public void The_first_of_the_following_month_is_not_doubled_by_it() =>
        Assert.That(
            new Delay
            {
                Months = 3,
                EndOfMonthStays = true,
                ThenFirstOfFollowingMonth = true,
            }.After(Iso.Day("2001-04-30")),
            Is.EqualTo(Iso.Day("2001-08-01"))
        );

    [TestCase(0, 1)]
    [TestCase(1, 0)]
    public void A_delay_does_not_run_beyond_the_calendar(int months, int days) =>
        Assert.That(new Delay { Months = months, Days = days }.After(DateOnly.MaxValue), Is.EqualTo(DateOnly.MaxValue));

    [TestCase(0, 1, "9999-12-31")]
    [TestCase(1, 0, "9999-12-30")]
    public void A_delay_may_run_to_the_end_of_the_calendar(int months, int days, string effect) =>
        Assert.That(
            new Delay { Months = months, Days = days }.After(Iso.Day(months is 1 ? "9999-11-30" : "9999-12-30")),
            Is.EqualTo(Iso.Day(effect))
        );
}
