namespace TreatyTracker.Law.Tests.Clauses;

public class WithdrawalClauseTests
{
    [TestCase("2016-10-27", "2017-10-27")]
    [TestCase("2016-02-29", "2017-02-28")]
    public void A_notice_takes_effect_so_many_months_after_receipt(string receipt, string effect) =>
        Assert.That(Effect(new() { EffectAfterReceipt = Iso.Delay("12 months") }, receipt), Is.EqualTo(effect));

    [TestCase("2011-06-29", "2012-01-01")]
    [TestCase("2011-07-01", "2012-01-01", Description = "the last day is inclusive")]
    [TestCase("2011-07-02", "2013-01-01", Description = "as if received in the following year")]
    [TestCase("2011-01-01", "2012-01-01")]
    [TestCase("2011-12-31", "2013-01-01")]
    public void A_notice_received_by_1_July_takes_effect_on_the_next_1_January(string receipt, string effect) =>
        Assert.That(Effect(new() { Article = "art. 46(2)", ReceivedBy = "07-01" }, receipt), Is.EqualTo(effect));

    [Test]
    public void A_clause_by_calendar_leaves_the_delay_aside() =>
        Assert.That(
            Effect(new() { ReceivedBy = "07-01", EffectAfterReceipt = Iso.Delay("6 months") }, "2011-06-29"),
            Is.EqualTo("2012-01-01")
        );

    [Test]
    public void A_clause_without_a_time_gives_twelve_months() =>
        Assert.That(Effect(new() { Article = "art. 40(3)", EntailsProtocols = true }, "2016-10-27"), Is.EqualTo("2017-10-27"));

    [Test]
    public void A_clause_that_cannot_be_computed_gives_twelve_months()
    {
        var clause = new WithdrawalClause { Reason = "with the consent of the other parties", EffectAfterReceipt = Iso.Delay("3 months") };

        Assert.That(clause.Computable, Is.False);
        Assert.That(Effect(clause, "2016-10-27"), Is.EqualTo("2017-10-27"));
    }

    [Test]
    public void A_silent_treaty_gives_twelve_months_by_article_56_of_the_Vienna_Convention()
    {
        Assert.That(WithdrawalClause.Vclt56.Computable, Is.True);
        Assert.That(WithdrawalClause.Vclt56.Article, Is.EqualTo("VCLT art. 56(2)"));
        Assert.That(Effect(WithdrawalClause.Vclt56, "2016-02-29"), Is.EqualTo("2017-02-28"));
    }

    static string Effect(WithdrawalClause clause, string receipt) => Iso.Text(clause.EffectOf(Iso.Day(receipt)));
}
