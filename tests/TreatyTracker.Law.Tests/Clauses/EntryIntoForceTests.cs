namespace TreatyTracker.Law.Tests.Clauses;

/// <summary>The checks known to hold, and the published day beside the computed one.</summary>
public class EntryIntoForceTests
{
    [TestCase("untoc", 40, "90 days", "2003-07-01", "2003-09-29")]
    [TestCase("untoc-trafficking", 40, "90 days", "2003-09-26", "2003-12-25")]
    [TestCase("untoc-smuggling", 40, "90 days", "2003-10-30", "2004-01-28")]
    [TestCase("untoc-firearms", 40, "90 days", "2005-04-04", "2005-07-03")]
    [TestCase("uncac", 30, "90 days", "2005-09-15", "2005-12-14")]
    [TestCase("rome-statute", 60, "60 days, then first of month", "2002-04-11", "2002-07-01")]
    [TestCase("vclt", 35, "30 days", "1979-12-28", "1980-01-27")]
    [TestCase("unclos", 60, "12 months", "1993-11-16", "1994-11-16")]
    public void A_treaty_enters_into_force_a_delay_after_its_Nth_instrument(
        string id,
        int instruments,
        string delay,
        string reached,
        string inForce
    )
    {
        var waiting = Scenario.Treaty(id).EntersIntoForceAfter(instruments, delay).WhereMembersRatify(instruments - 1, "1979-01-01");
        var entry = waiting.Where($"{reached} AFG accession").Status().EntryIntoForce;

        Assert.That(waiting.Status().EntryIntoForce, Is.EqualTo(new EntryIntoForce()));
        Assert.That(Iso.Text(entry.On), Is.EqualTo(inForce));
        Assert.That(entry.Reached!.Number, Is.EqualTo(instruments));
        Assert.That(entry.Reached.Consent.Participant, Is.EqualTo("AFG"));
    }

    [Test]
    public void A_treaty_is_in_force_from_its_day_on()
    {
        var status = Scenario.Treaty("uncac").EntersIntoForceAfter(1, "90 days").Where("2005-09-15 ARM ratification").Status();

        Assert.That(status.IsInForce(Iso.Day("2005-12-13")), Is.False);
        Assert.That(status.IsInForce(Iso.Day("2005-12-14")), Is.True);
        Assert.That(Scenario.Treaty("uncac").Status().IsInForce(Iso.Day("2005-12-14")), Is.False);
    }

    [Test]
    public void The_published_day_stands_over_the_computed_one()
    {
        var status = Scenario
            .Treaty("illicit-traffic-1988")
            .EntersIntoForceAfter(2, "90 days")
            .PublishedAsInForceOn("1990-11-11")
            .Where(
                """
                1990-08-13 ARM ratification
                1990-09-01 AZE ratification
                """
            )
            .Status();

        Assert.That(Iso.Text(status.EntryIntoForce.On), Is.EqualTo("1990-11-11"));
        Assert.That(Iso.Text(status.EntryIntoForce.Computed), Is.EqualTo("1990-11-30"));
        Assert.That(status.EntryIntoForce.Agrees, Is.False);
        status.HasStandings(
            "ARM",
            """
            1990-11-10 contracting
            1990-11-11 party-in-force
            """
        );
    }

    [TestCase("1990-11-11", "1990-08-13", true)]
    [TestCase("1990-11-11", "1990-08-14", false)]
    [TestCase("1990-11-11", null, false)]
    [TestCase(null, "1990-08-13", false)]
    [TestCase(null, null, false)]
    public void The_days_agree_where_both_are_known_and_the_same(string? published, string? deposit, bool agrees)
    {
        var treaty = Scenario.Treaty("illicit-traffic-1988").EntersIntoForceAfter(1, "90 days");
        if (published is not null)
            treaty = treaty.PublishedAsInForceOn(published);
        if (deposit is not null)
            treaty = treaty.Where($"{deposit} ARM ratification");

        Assert.That(treaty.Status().EntryIntoForce.Agrees, Is.EqualTo(agrees));
    }

    static readonly EntryIntoForceClause[] NotPlain =
    [
        new()
        {
            Reason = "55 per cent of emissions",
            Instruments = 1,
            Delay = new(),
        },
        new() { Instruments = 1 },
        new() { Delay = new() },
    ];

    [TestCaseSource(nameof(NotPlain))]
    public void A_clause_without_a_plain_number_and_delay_gives_a_reason_and_no_day(EntryIntoForceClause clause)
    {
        var entry = Scenario.Treaty("paris").EntersIntoForce(clause).Where("2016-09-03 USA acceptance").Status().EntryIntoForce;

        Assert.That(entry.On, Is.Null);
        Assert.That(entry.NotComputable, Is.EqualTo(clause.Reason ?? "the final clauses give no number of instruments and delay"));
    }

    [Test]
    public void A_clause_that_cannot_be_computed_leaves_the_published_day_standing()
    {
        var status = Scenario
            .Treaty("paris")
            .EntersIntoForce(new() { Reason = "55 per cent of emissions" })
            .PublishedAsInForceOn("2016-11-04")
            .Where("2016-09-03 USA acceptance")
            .Status();

        Assert.That(status.Treaty.FinalClauses.EntryIntoForce.Computable, Is.False);
        Assert.That(status.EntryIntoForce.Computed, Is.Null);
        status.HasStandings(
            "USA",
            """
            2016-11-03 contracting
            2016-11-04 party-in-force
            """
        );
    }
}
