using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Consistency;

public sealed class ReportCacheTests
{
    static readonly DateOnly s_day = new(2026, 12, 1);

    [Test]
    public void A_report_is_computed_once_for_a_snapshot_an_instant_and_a_day()
    {
        var facts = SeedReader.Read(Repository.Seeds);
        var register = Register.Of(facts);
        var report = ReportCache.Of(register, null, s_day).Report;

        Assert.That(ReportCache.Of(register, null, s_day).Report, Is.SameAs(report));
        Assert.That(
            ReportCache.Of(register, register.LastRecordedAt, s_day).Report,
            Is.SameAs(report),
            "all that it knows is what it knew at its last entry"
        );
        Assert.That(ReportCache.Of(register, null, s_day.AddDays(1)).Report, Is.Not.SameAs(report));
        Assert.That(ReportCache.Of(Register.Of(facts), null, s_day).Report, Is.Not.SameAs(report), "another snapshot");
    }

    [Test]
    public void The_number_of_cached_days_is_limited()
    {
        var facts = SeedReader.Read(Repository.Seeds);
        var register = Register.Of(
            facts with
            {
                Treaties = [.. facts.Treaties.Where(t => t.Id == "untoc")],
                Events = [.. facts.Events.Where(e => e.Treaty == "untoc")],
                PublishedCounts = [],
                Waivers = [],
            }
        );
        var first = ReportCache.Of(register, null, s_day).Report;
        for (var day = 1; day <= 40; day++)
            ReportCache.Of(register, null, s_day.AddDays(day));
        Assert.That(ReportCache.Of(register, null, s_day).Report, Is.Not.SameAs(first));
    }
}
