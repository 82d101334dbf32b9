using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Tests.Documentation;
using TreatyTracker.Api.Tests.Harness;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Tests.Seeds;

/// <summary>The record and the newest table of each treaty: the same number of parties on the table's day, or a difference with a name.</summary>
public sealed class TableCountTests
{
    static readonly CheckContext s_record = CheckContext.OfSeeds(Repository.Seeds, new(2026, 11, 28));

    static int Parties(string treaty, string day) => Status(treaty).Timeline.On(Instant.ParseDay(day)!.Value).Parties;

    static TreatyStatus Status(string treaty) => s_record.View.StatusOf(s_record.Facts.Treaties.Single(t => t.Id == treaty));

    /// <summary>The parties of these tables were counted, and are as many as those of the record.</summary>
    static readonly (string Treaty, string Day, int Parties)[] s_counted =
    [
        ("beijing-convention-2010", "2025-06-23", 55),
        ("beijing-protocol-2010", "2025-06-23", 57),
        ("cppnm-1979", "2022-04-07", 164),
        ("cppnm-amendment-2005", "2023-11-14", 135),
        ("hague-hijacking-1970", "2018-04-11", 186),
        ("montreal-airports-1988", "2016-03-08", 174),
        ("montreal-protocol-2014", "2026-01-20", 57),
        ("montreal-sabotage-1971", "2018-04-12", 189),
        ("narcotics-1961-protocol-1972", "2016-12-28", 126),
        ("nuclear-terrorism-2005", "2024-02-29", 124),
        ("plastic-explosives-1991", "2015-11-25", 153),
        ("sua-1988", "2020-06-11", 166),
        ("sua-platforms-1988", "2025-03-03", 157),
        ("sua-platforms-protocol-2005", "2024-07-22", 47),
        ("sua-protocol-2005", "2026-03-05", 53),
        ("tokyo-1963", "2018-04-17", 186),
        ("uncac", "2024-04-20", 190),
        ("untoc-firearms", "2025-01-17", 123),
        ("untoc-smuggling", "2024-06-14", 151),
    ];

    /// <summary>
    /// Of these tables the rows that the record lacked were read, not all of them counted: their number is that of the record with those
    /// rows, and proves nothing more.
    /// </summary>
    static readonly (string Treaty, string Day, int Parties)[] s_notCounted =
    [
        ("hostages-1979", "2019-02-19", 176),
        ("illicit-traffic-1988", "2019-09-19", 191),
        ("narcotics-1961-amended", "2020-05-27", 186),
        ("protected-persons-1973", "2019-03-01", 180),
        ("psychotropics-1971", "2018-07-27", 184),
        ("terrorist-bombings-1997", "2020-02-26", 170),
        ("terrorist-financing-1999", "2024-06-07", 190),
        ("untoc", "2026-09-11", 195),
        ("untoc-trafficking", "2025-04-10", 184),
    ];

    /// <summary>These tables have another number of parties than the record.</summary>
    static readonly (string Treaty, string Day, int Table, int Record)[] s_exceptions =
    [
        ("narcotics-1961", "2016-11-10", 153, 154),
        ("rome-statute", "2026-05-22", 124, 125),
        ("uncac", "2024-04-05", 189, 190),
    ];

    [Test]
    public void The_record_has_as_many_parties_as_the_table_on_its_day() =>
        Assert.That(
            s_counted.Concat(s_notCounted).Select(t => (t.Treaty, t.Day, Parties(t.Treaty, t.Day))),
            Is.EqualTo(s_counted.Concat(s_notCounted))
        );

    [Test]
    public void Every_difference_is_named_in_the_README_of_the_seeds()
    {
        Assert.That(s_exceptions.Select(t => (t.Treaty, t.Day, t.Table, Parties(t.Treaty, t.Day))), Is.EqualTo(s_exceptions));
        foreach (var (treaty, day, table, record) in s_exceptions)
            Assert.That(Documents.Text("seeds/README.md"), Does.Contain($"| `{treaty}` | {day} | {table} | {record} |"));
    }

    [Test]
    public void The_lists_name_every_treaty() =>
        Assert.That(
            s_counted.Concat(s_notCounted).Select(t => t.Treaty).Concat(s_exceptions.Select(t => t.Treaty)).Distinct(),
            Is.EquivalentTo(s_record.Facts.Treaties.Select(t => t.Id))
        );

    [Test]
    public void Proved_are_exactly_the_treaties_whose_table_was_counted_and_they_are_complete_through_its_day() =>
        Assert.That(
            s_record.Facts.Treaties.Where(t => t.Coverage is Coverage.Proved).Select(t => (t.Id, Instant.Text(t.CompleteThrough))),
            Is.EquivalentTo(s_counted.Select(t => (t.Treaty, t.Day)))
        );

    [Test]
    public void Every_treaty_has_a_coverage_and_says_what_may_be_missing() =>
        Assert.That(s_record.Facts.Treaties.Where(t => t.Coverage is null || t.RecordNote is null).Select(t => t.Id), Is.Empty);

    /// <summary>
    /// Of the others, the States that the tables dropped, or the parties to a conference, are needed to compute the day; the check warns of
    /// them.
    /// </summary>
    [TestCase("beijing-convention-2010", "2018-07-01")]
    [TestCase("beijing-protocol-2010", "2018-01-01")]
    [TestCase("cppnm-amendment-2005", "2016-05-08")]
    [TestCase("hostages-1979", "1983-06-03")]
    [TestCase("montreal-protocol-2014", "2020-01-01")]
    [TestCase("narcotics-1961-protocol-1972", "1975-08-08")]
    [TestCase("nuclear-terrorism-2005", "2007-07-07")]
    [TestCase("plastic-explosives-1991", "1998-06-21")]
    [TestCase("rome-statute", "2002-07-01")]
    [TestCase("sua-1988", "1992-03-01")]
    [TestCase("sua-platforms-1988", "1992-03-01")]
    [TestCase("sua-platforms-protocol-2005", "2010-07-28")]
    [TestCase("sua-protocol-2005", "2010-07-28")]
    [TestCase("terrorist-bombings-1997", "2001-05-23")]
    [TestCase("terrorist-financing-1999", "2002-04-10")]
    [TestCase("uncac", "2005-12-14")]
    [TestCase("untoc", "2003-09-29")]
    [TestCase("untoc-firearms", "2005-07-03")]
    [TestCase("untoc-smuggling", "2004-01-28")]
    [TestCase("untoc-trafficking", "2003-12-25")]
    public void The_day_of_entry_into_force_follows_from_the_clause_and_the_deposits(string treaty, string day)
    {
        var entry = Status(treaty).EntryIntoForce;
        Assert.That((entry.Computed, entry.Published), Is.EqualTo((Instant.ParseDay(day), Instant.ParseDay(day))));
    }

    [Test]
    public void The_two_thirds_of_the_CPPNM_Amendment_are_those_of_the_parties_on_the_day_of_each_deposit()
    {
        var reached = Status("cppnm-amendment-2005").EntryIntoForce.Reached!;
        Assert.That((reached.Consent.Participant, Instant.Text(reached.Consent.Date)), Is.EqualTo(("URY", "2016-04-08")));
    }
}
