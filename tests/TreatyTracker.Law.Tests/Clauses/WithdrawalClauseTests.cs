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

    [TestCase("2018-12-26", "2019-06-30")]
    [TestCase("2019-01-01", "2019-06-30", Description = "the last day is inclusive")]
    [TestCase("2019-01-02", "2020-06-30")]
    [TestCase("2018-07-01", "2019-06-30")]
    public void A_notice_received_by_1_January_takes_effect_on_the_next_30_June(string receipt, string effect) =>
        Assert.That(
            Effect(
                new()
                {
                    Article = "art. XI",
                    ReceivedBy = "01-01",
                    EffectOn = "06-30",
                },
                receipt
            ),
            Is.EqualTo(effect)
        );

    [TestCase("2019-02-20", "2020-01-01", Description = "29 February stands for the last day of the month")]
    [TestCase("2020-02-29", "2021-01-01")]
    [TestCase("2020-03-01", "2022-01-01")]
    public void A_last_day_that_not_every_year_has_is_clamped(string receipt, string effect) =>
        Assert.That(Effect(new() { ReceivedBy = "02-29" }, receipt), Is.EqualTo(effect));

    [TestCase("1951-01-12", "1961-01-12", Description = "on the first day")]
    [TestCase("1960-07-12", "1961-01-12", Description = "six months before the end of the first term")]
    [TestCase("1960-07-13", "1966-01-12", Description = "too late for the first term")]
    [TestCase("1970-01-01", "1971-01-12")]
    [TestCase("1970-12-31", "1976-01-12")]
    public void A_notice_takes_effect_at_the_end_of_the_running_term(string receipt, string effect) =>
        Assert.That(
            Iso.Text(
                new WithdrawalClause
                {
                    Article = "art. XIV",
                    Terms = new()
                    {
                        FirstYears = 10,
                        ThenYears = 5,
                        NoticeMonths = 6,
                    },
                }.EffectOf(Iso.Day(receipt), Iso.Day("1951-01-12"))
            ),
            Is.EqualTo(effect)
        );

    [Test]
    public void Terms_do_not_run_beyond_the_calendar()
    {
        var terms = new TermsOfYears
        {
            FirstYears = 10,
            ThenYears = 0,
            NoticeMonths = 6,
        };

        Assert.That(terms.EndAfter(DateOnly.MaxValue, Iso.Day("9990-01-01")), Is.EqualTo(DateOnly.MaxValue));
        Assert.That(terms.EndAfter(DateOnly.MaxValue, Iso.Day("9980-01-01")), Is.EqualTo(DateOnly.MaxValue));
        Assert.That(terms.EndAfter(Iso.Day("9980-01-01"), Iso.Day("9980-01-01")), Is.EqualTo(Iso.Day("9990-01-01")));
        Assert.That(terms.EndAfter(Iso.Day("9989-07-02"), Iso.Day("9980-01-01")), Is.EqualTo(Iso.Day("9991-01-01")), "a year at least");
        Assert.That(terms.EndAfter(Iso.Day("9998-09-01"), Iso.Day("9989-01-01")), Is.EqualTo(DateOnly.MaxValue));
        Assert.That(
            (terms with { ThenYears = 1 }).EndAfter(Iso.Day("9998-07-01"), Iso.Day("9980-01-01")),
            Is.EqualTo(Iso.Day("9999-01-01")),
            "the last term that the calendar holds"
        );
    }

    [TestCase("9998-01-01", "9999-12-31", Description = "1 January of the next year but one lies beyond")]
    [TestCase("9999-12-31", "9999-12-31")]
    public void A_clause_by_calendar_does_not_run_beyond_the_calendar(string receipt, string effect) =>
        Assert.That(Effect(new() { ReceivedBy = "12-31", EffectOn = "12-31" }, receipt), Is.EqualTo(effect));

    [Test]
    public void A_clause_by_calendar_runs_to_the_last_year_of_the_calendar() =>
        Assert.That(Effect(new() { ReceivedBy = "12-31", EffectOn = "06-30" }, "9998-12-31"), Is.EqualTo("9999-06-30"));

    [Test]
    public void A_clause_without_a_time_gives_no_day() =>
        Assert.That(Effect(new() { Article = "art. 40(3)", EntailsProtocols = true }, "2016-10-27"), Is.EqualTo("none"));

    [Test]
    public void A_clause_that_cannot_be_computed_gives_no_day()
    {
        var clause = new WithdrawalClause { Reason = "with the consent of the other parties", EffectAfterReceipt = Iso.Delay("3 months") };

        Assert.That(clause.Computable, Is.False);
        Assert.That(Effect(clause, "2016-10-27"), Is.EqualTo("none"));
    }

    static string Effect(WithdrawalClause clause, string receipt) => Iso.Text(clause.EffectOf(Iso.Day(receipt), Iso.Day("1990-01-01")));
}
