namespace TreatyTracker.Law.Tests.Values;

public class DayRangeTests
{
    [TestCase("2004-12-01", "2017-10-27", "2004-11-30", false)]
    [TestCase("2004-12-01", "2017-10-27", "2004-12-01", true)]
    [TestCase("2004-12-01", "2017-10-27", "2017-10-26", true)]
    [TestCase("2004-12-01", "2017-10-27", "2017-10-27", false, Description = "the first day on which it is no longer bound")]
    [TestCase("2004-12-01", "none", "2099-01-01", true)]
    [TestCase("2004-12-01", "2004-12-01", "2004-12-01", false)]
    public void A_stretch_holds_its_first_day_and_not_its_end(string from, string until, string day, bool holds) =>
        Assert.That(Range($"{from}..{until}").Contains(Iso.Day(day)), Is.EqualTo(holds));

    [TestCase("2004-01-01..2010-01-01", "2006-01-01..2012-01-01", "2006-01-01..2010-01-01")]
    [TestCase("2004-01-01..2012-01-01", "2006-01-01..2008-01-01", "2006-01-01..2008-01-01")]
    [TestCase("2004-01-01..none", "2006-01-01..2008-01-01", "2006-01-01..2008-01-01")]
    [TestCase("2004-01-01..none", "2006-01-01..none", "2006-01-01..none")]
    [TestCase("2004-01-01..2006-01-01", "2006-01-01..2008-01-01", "nothing", Description = "they touch")]
    [TestCase("2004-01-01..2005-01-01", "2006-01-01..none", "nothing")]
    public void Two_stretches_have_in_common_what_lies_in_both(string one, string other, string common)
    {
        Assert.That(Text(Range(one).Intersect(Range(other))), Is.EqualTo(common));
        Assert.That(Text(Range(other).Intersect(Range(one))), Is.EqualTo(common));
    }

    [TestCase("2004-01-01..2010-01-01", "2005-01-01..2006-01-01", "2004-01-01..2005-01-01 2006-01-01..2010-01-01")]
    [TestCase("2004-01-01..none", "2005-01-01..2006-01-01", "2004-01-01..2005-01-01 2006-01-01..none")]
    [TestCase("2004-01-01..none", "2005-01-01..none", "2004-01-01..2005-01-01")]
    [TestCase("2004-01-01..2010-01-01", "2005-01-01..2010-01-01", "2004-01-01..2005-01-01")]
    [TestCase("2004-01-01..2010-01-01", "2005-01-01..2012-01-01", "2004-01-01..2005-01-01")]
    [TestCase("2004-01-01..2010-01-01", "2004-01-01..2006-01-01", "2006-01-01..2010-01-01")]
    [TestCase("2004-01-01..2010-01-01", "2003-01-01..2006-01-01", "2006-01-01..2010-01-01")]
    [TestCase("2004-01-01..2010-01-01", "2003-01-01..none", "")]
    [TestCase("2004-01-01..2010-01-01", "2010-01-01..none", "2004-01-01..2010-01-01", Description = "they touch")]
    public void What_is_left_of_a_stretch_are_the_days_before_and_after_another(string one, string other, string left) =>
        Assert.That(string.Join(' ', Range(one).Except(Range(other)).Select(r => Text(r))), Is.EqualTo(left));

    [TestCase("", "")]
    [TestCase("2004-01-01..2005-01-01 2006-01-01..none", "2004-01-01..2005-01-01 2006-01-01..none")]
    [TestCase("2006-01-01..none 2004-01-01..2005-01-01", "2004-01-01..2005-01-01 2006-01-01..none")]
    [TestCase("2004-01-01..2005-01-01 2005-01-01..2006-01-01", "2004-01-01..2006-01-01", Description = "they touch")]
    [TestCase("2004-01-01..2005-01-01 2005-01-02..2006-01-01", "2004-01-01..2005-01-01 2005-01-02..2006-01-01")]
    [TestCase("2004-01-01..2008-01-01 2005-01-01..2006-01-01", "2004-01-01..2008-01-01")]
    [TestCase("2004-01-01..2008-01-01 2005-01-01..none", "2004-01-01..none")]
    [TestCase("2004-01-01..none 2005-01-01..2006-01-01", "2004-01-01..none")]
    public void Stretches_that_overlap_or_touch_are_joined(string given, string joined) =>
        Assert.That(
            string.Join(' ', DayRange.Joined(given.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Range)).Select(r => Text(r))),
            Is.EqualTo(joined)
        );

    static DayRange Range(string text) => new(Iso.Day(text[..10]), Iso.DayOrNone(text[12..]));

    static string Text(DayRange? range) => range is { } some ? $"{Iso.Text(some.From)}..{Iso.Text(some.Until)}" : "nothing";
}
