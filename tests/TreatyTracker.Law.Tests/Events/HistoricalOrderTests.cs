namespace TreatyTracker.Law.Tests.Events;

public class HistoricalOrderTests
{
    [TestCase("2001-01-02 ARM signature", "2001-01-03 ARM signature", Description = "by day")]
    [TestCase("2001-01-02 ARM withdrawal", "2001-01-03 ARM signature", Description = "the day before the kind")]
    [TestCase("2001-01-02 ARM signature id z", "2001-01-02 ARM ratification id a", Description = "signing before consent, before the id")]
    [TestCase("2001-01-02 ARM ratification", "2001-01-02 ARM withdrawal", Description = "consent before leaving")]
    [TestCase("2001-01-02 ARM signature id A", "2001-01-02 ARM signature id a", Description = "then by id, ordinal")]
    public void Acts_are_read_in_one_order(string earlier, string later)
    {
        var (first, second) = (EventText.Read("untoc", earlier).Single(), EventText.Read("untoc", later).Single());

        Assert.That(TreatyEvent.HistoricalOrder.Compare(first, second), Is.Negative);
        Assert.That(TreatyEvent.HistoricalOrder.Compare(second, first), Is.Positive);
        Assert.That(TreatyEvent.HistoricalOrder.Compare(first, first), Is.Zero);
    }
}
