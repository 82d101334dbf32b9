namespace TreatyTracker.Law.Tests.Values;

public class DayPeriodTests
{
    [TestCase("2015-01-09", "2015-01-09", "2015-01-09")]
    [TestCase("2015-02", "2015-02-01", "2015-02-28")]
    [TestCase("2016-02", "2016-02-01", "2016-02-29")]
    [TestCase("2015", "2015-01-01", "2015-12-31")]
    [TestCase("2015-01-09/2016-06-30", "2015-01-09", "2016-06-30")]
    public void A_period_is_read_and_written_the_same(string text, string first, string last)
    {
        var period = DayPeriod.Parse(text);

        Assert.That(period, Is.EqualTo(new DayPeriod(Iso.Day(first), Iso.Day(last))));
        Assert.That(period.ToString(), Is.EqualTo(text));
        Assert.That(period!.Value.IsOneDay, Is.EqualTo(first == last));
    }

    [TestCase("2014/2015-03", "2014-01-01/2015-03-31")]
    [TestCase("2015-03/2015", "2015-03-01/2015-12-31", Description = "it ends after it begins, although the year begins before")]
    [TestCase("2015-01-01/2015-12-31", "2015")]
    [TestCase("2015-03/2015-03", "2015-03")]
    [TestCase("2015-03-05/2015-03-05", "2015-03-05")]
    public void A_period_is_written_as_the_shortest_text(string text, string written) =>
        Assert.That(DayPeriod.Parse(text).ToString(), Is.EqualTo(written));

    [TestCase("")]
    [TestCase("15")]
    [TestCase("2015-13")]
    [TestCase("2015-02-30")]
    [TestCase("2015/2014")]
    [TestCase("2015/")]
    [TestCase("/2015")]
    [TestCase("2013/2014/2015")]
    [TestCase("circa 2015")]
    public void What_is_no_period_is_not_read(string text) => Assert.That(DayPeriod.Parse(text), Is.Null);

    [TestCase("2015-02-28", false)]
    [TestCase("2015-03-01", true)]
    [TestCase("2015-03-31", true)]
    [TestCase("2015-04-01", false)]
    public void A_period_contains_both_its_ends(string day, bool contained) =>
        Assert.That(DayPeriod.Parse("2015-03")!.Value.Contains(Iso.Day(day)), Is.EqualTo(contained));
}
