using System.Globalization;
using System.Text.RegularExpressions;
using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Tests.Documentation;
using TreatyTracker.Api.Tests.Harness;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Tests.Seeds;

/// <summary>
/// The record and the newest table of each treaty: the same number of parties on the table's day, or a difference with a name.
/// </summary>
public sealed partial class TableCountTests
{
    static readonly CheckContext s_record = ShippedRecord.Context;

    static int Parties(string treaty, string day) => Status(treaty).Timeline.On(Instant.ParseDay(day)!.Value).Parties;

    static TreatyStatus Status(string treaty) => s_record.View.StatusOf(s_record.Facts.Treaties.Single(t => t.Id == treaty));

    /// <summary>
    /// Each treaty that has a table newer than those of 2013 to 2015: its number of parties there, that of the record on its day, and what
    /// the number rests on: <c>counted</c>; <c>rows read</c>, where the rows that the record lacked were read and not all of them counted;
    /// <c>remembered</c>, where nobody read it.
    /// </summary>
    static readonly (string Treaty, string Day, int Table, int Record, string Basis)[] s_tables =
    [
        .. Rows("table-counts.csv")
            .Select(r => (r[0], r[1], int.Parse(r[2], CultureInfo.InvariantCulture), int.Parse(r[3], CultureInfo.InvariantCulture), r[4])),
    ];

    static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Repository.At("tests/TreatyTracker.Api.Tests/Seeds", file)).Skip(1).Select(line => line.Split(','));

    [Test]
    public void The_record_has_on_the_day_of_each_table_the_parties_listed() =>
        Assert.That(
            s_tables.Select(t => (t.Treaty, t.Day, Parties(t.Treaty, t.Day))),
            Is.EqualTo(s_tables.Select(t => (t.Treaty, t.Day, t.Record)))
        );

    [Test]
    public void Every_difference_is_named_in_the_README_of_the_seeds_and_no_other() =>
        Assert.That(
            DifferenceRow().Matches(TablesThatDiffer()).Select(row => row.Value),
            Is.EqualTo(
                s_tables
                    .Where(t => t.Table != t.Record)
                    .Select(t => string.Create(CultureInfo.InvariantCulture, $"| `{t.Treaty}` | {t.Day} | {t.Table} | {t.Record} |"))
            )
        );

    static string TablesThatDiffer()
    {
        var text = Documents.Text("seeds/README.md");
        var from = text.IndexOf("Tables that have another number of parties", StringComparison.Ordinal);
        return text[from..text.IndexOf("Everything else known", from, StringComparison.Ordinal)];
    }

    [Test]
    public void Proved_are_exactly_the_treaties_whose_table_was_counted_and_they_are_complete_through_its_day() =>
        Assert.That(
            s_record.Facts.Treaties.Where(t => t.Coverage is Coverage.Proved).Select(t => (t.Id, Instant.Text(t.CompleteThrough))),
            Is.EquivalentTo(
                s_tables
                    .Where(t => t.Basis is "counted" && t.Table == t.Record && IsRecent(t.Day) && !s_knownToLack.Contains(t.Treaty))
                    .Select(t => (t.Treaty, t.Day))
            )
        );

    [Test]
    public void A_record_that_ends_with_a_table_of_2015_or_earlier_says_so_unless_newer_acts_were_added() =>
        Assert.That(
            s_record
                .Facts.Treaties.Where(t => t.Coverage is not Coverage.OlderTable && !IsRecent(Instant.Text(t.CompleteThrough)))
                .Select(t => t.Id),
            Is.EqualTo(new[] { "cbd", "fish-stocks-1995", "kyoto-protocol", "npt-1968" })
        );

    /// <summary>A figure of an older table stands for its day, never for today, however well the table was counted.</summary>
    static bool IsRecent(string day) => string.CompareOrdinal(day, "2016-01-01") >= 0;

    /// <summary>The record agrees only with the help of acts of which no more than the year is known.</summary>
    static readonly string[] s_knownToLack = ["icescr-op"];

    [Test]
    public void Without_a_newer_table_a_treaty_is_not_proved() =>
        Assert.That(
            s_record
                .Facts.Treaties.Where(t => t.Coverage is null or Coverage.Proved)
                .Select(t => t.Id)
                .Except(s_tables.Select(t => t.Treaty)),
            Is.Empty
        );

    [Test]
    public void Every_treaty_says_what_may_be_missing() =>
        Assert.That(s_record.Facts.Treaties.Where(t => t.RecordNote is null).Select(t => t.Id), Is.Empty);

    /// <summary>
    /// Of the treaties in force the computed day is the published one, or the clause gives a reason, or the record lacks rows of States
    /// that the tables dropped and the check warns of it.
    /// </summary>
    [Test]
    public void The_day_of_entry_into_force_follows_from_the_clause_and_the_deposits_or_the_record_says_why_not()
    {
        var inForce = s_record.Facts.Treaties.Where(t => t.EntryIntoForcePublished is not null).Select(t => Status(t.Id)).ToList();
        Assert.That(
            inForce
                .Where(s => s.EntryIntoForce.Computed == s.EntryIntoForce.Published)
                .Select(s => (s.Treaty.Id, Instant.Text(s.EntryIntoForce.Published!.Value))),
            Is.EqualTo(Rows("entry-into-force.csv").Select(r => (r[0], r[1])))
        );
        Assert.That(
            inForce
                .Where(s => s.EntryIntoForce.NotComputable is null && s.EntryIntoForce.Computed != s.EntryIntoForce.Published)
                .Select(s => s.Treaty.Id),
            Is.EqualTo(LackingRows)
        );
    }

    /// <summary>Without the rows of dropped States the number of instruments is reached too late.</summary>
    public static string[] LackingRows { get; } =
    [
        "cites-1973",
        "cmr-1956",
        "containers-1972",
        "cppnm-1979",
        "cultural-property-protocol-1954",
        "hcch-apostille-1961",
        "illicit-traffic-1988",
        "intervention-protocol-1973",
        "montreal-additional-protocol-1",
        "montreal-additional-protocol-2",
        "montreal-airports-1988",
        "montreal-protocol-4-1975",
        "narcotics-1961",
        "political-rights-women-1953",
        "protected-persons-1973",
        "psychotropics-1971",
        "tokyo-1963",
        "unesco-1972",
    ];

    [GeneratedRegex(@"^\| `[\w-]+` \| \d{4}-\d\d-\d\d \| \d+ \| \d+ \|", RegexOptions.Multiline)]
    private static partial Regex DifferenceRow();

    [Test]
    public void The_two_thirds_of_the_CPPNM_Amendment_are_those_of_the_parties_on_the_day_of_each_deposit()
    {
        var reached = Status("cppnm-amendment-2005").EntryIntoForce.Reached!;
        Assert.That((reached.Consent.Participant, Instant.Text(reached.Consent.Date)), Is.EqualTo(("URY", "2016-04-08")));
    }
}
