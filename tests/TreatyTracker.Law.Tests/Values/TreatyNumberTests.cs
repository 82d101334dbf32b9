namespace TreatyTracker.Law.Tests.Values;

public class TreatyNumberTests
{
    [TestCase("XVIII-12", null, null, "XVIII-12 of mtdsg")]
    [TestCase("t", "9502", "icao", "9502 of icao")]
    [TestCase("XVIII-12", "196", "cets", "196 of cets")]
    [TestCase("t", null, null, " of ")]
    public void A_treaty_has_the_number_given_or_that_of_the_MTDSG_or_none(string mtdsg, string? number, string? numbering, string own)
    {
        var treaty = Scenario.Treaty("t").Instrument with { Mtdsg = mtdsg, Number = number, Numbering = numbering };
        Assert.That($"{treaty.OwnNumber.Number} of {treaty.OwnNumber.Numbering}", Is.EqualTo(own));
    }
}
