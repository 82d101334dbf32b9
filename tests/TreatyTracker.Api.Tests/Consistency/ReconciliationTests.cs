using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Consistency;

public sealed class ReconciliationTests
{
    static readonly DateOnly s_asOf = new(2026, 11, 24);

    static ReconciledCount Of(string treaty, string day, PublishedMetric metric = PublishedMetric.Parties) =>
        Reconciliation
            .Of(CheckContext.OfSeeds(SmallRecord.Path, s_asOf))
            .Counts.Single(c => c.Count.Treaty == treaty && c.Count.Metric == metric && Instant.Text(c.Count.AsOf) == day);

    [TestCase("untoc-trafficking", "2020-07-23", 179, 178, "2018-10-18", "2020-07-23")]
    [TestCase("untoc-smuggling", "2024-04-26", 152, 151, "2020-12-15", "2022-10-31")]
    [TestCase("untoc-firearms", "2018-10-19", 115, 116, "2017-06-30", "2018-10-19")]
    [TestCase("untoc-firearms", "2005-03-08", 35, 36, null, "2005-03-08")]
    public void A_difference_states_the_days_between_which_it_arose(
        string treaty,
        string day,
        int published,
        int computed,
        string? agreeing,
        string disagreeing
    )
    {
        var count = Of(treaty, day);
        Assert.That((count.Count.Published, count.Computed, count.Difference), Is.EqualTo((published, computed, computed - published)));
        Assert.That(
            (count.Missing, count.TooMany),
            Is.EqualTo(computed < published ? (published - computed, 0) : (0, computed - published))
        );
        Assert.That(
            (count.LastAgreeing is { } a ? Instant.Text(a) : null, Instant.Text(count.FirstDisagreeing!.Value)),
            Is.EqualTo((agreeing, disagreeing))
        );
        Assert.That(count.Where!.File, Is.EqualTo("published-counts.csv"));
    }

    [Test]
    public void Suspects_are_the_unverified_acts_of_the_interval_that_change_the_count()
    {
        using var scratch = new Scratch();
        var seeds = scratch.CopyOfSeeds(SmallRecord.Path);
        Scratch.Edit(Path.Combine(seeds, "published-counts.csv"), "2015-10-08,parties,153,", "2015-10-08,parties,154,");
        var suspects = Reconciliation
            .Of(CheckContext.OfSeeds(seeds, s_asOf))
            .Counts.Single(c => c.Count.Treaty == "cppnm-1979" && c.Count.Published == 154)
            .Suspects;
        Assert.That(suspects, Is.Not.Empty);
        Assert.That(suspects.Select(s => s.Verification), Is.All.EqualTo(Law.Verification.Unverified));
        Assert.That(suspects.Select(s => s.Date), Is.EqualTo(new[] { new DateOnly(2003, 3, 3) }));
        Assert.That(Of("untoc-firearms", "2005-03-08").Suspects, Is.Empty);
    }

    [Test]
    public void A_lasting_difference_keeps_its_first_day()
    {
        using var scratch = new Scratch();
        var seeds = scratch.CopyOfSeeds(SmallRecord.Path);
        Scratch.Edit(Path.Combine(seeds, "published-counts.csv"), "parties,173,", "parties,174,");
        var counts = Reconciliation.Of(CheckContext.OfSeeds(seeds, s_asOf)).Counts;
        Assert.That(
            counts
                .Where(c => c.Count.Treaty == "untoc-trafficking" && !c.Agrees)
                .Select(c => (Instant.Text(c.Count.AsOf), Instant.Text(c.LastAgreeing!.Value), Instant.Text(c.FirstDisagreeing!.Value))),
            Is.EqualTo(new[] { ("2018-10-18", "2017-06-30", "2018-10-18"), ("2020-07-23", "2017-06-30", "2018-10-18") })
        );
    }

    [Test]
    public void Agreeing_counts_have_no_interval_and_later_counts_are_omitted()
    {
        var agreeing = Of("untoc", "2024-05-04", PublishedMetric.Signatories);
        Assert.That(
            (agreeing.Agrees, agreeing.LastAgreeing, agreeing.FirstDisagreeing),
            Is.EqualTo((true, (DateOnly?)null, (DateOnly?)null))
        );
        var record = CheckContext.OfSeeds(SmallRecord.Path, new(2006, 1, 1));
        Assert.That(Reconciliation.Of(record).Counts.Select(c => c.Count.AsOf), Is.All.LessThanOrEqualTo(record.AsOf));
    }
}
