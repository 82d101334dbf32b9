using System.Text.RegularExpressions;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Tests.Harness;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Tests.Documentation;

/// <summary>The register of one's own in seeds/README.md is complete, and gives the counts that the page states.</summary>
public sealed partial class SeedsReadmeTests
{
    static readonly DateTimeOffset s_beforeTheNotice = new(2022, 1, 10, 0, 0, 0, TimeSpan.Zero);

    [Test]
    public void The_example_can_be_imported_and_gives_the_counts_stated()
    {
        using var scratch = new Scratch();
        var seeds = Path.Combine(scratch.Path, "my-seeds");
        foreach (Match file in ExampleFile().Matches(Documents.Text("seeds/README.md")))
        {
            var path = Path.Combine(seeds, file.Groups["path"].Value);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Groups["text"].Value);
        }
        var import = CommandRunner.Run("import", "--seeds", seeds, "--database", scratch.DatabaseFile);
        Assert.That(import.ExitCode, Is.Zero, import.Error);

        var register = Register.Load(scratch.Database);
        var treaty = register.FindTreaty("lighthouses-2010")!;
        int Parties(DateOnly day, DateTimeOffset? knownAt = null) => register.KnownAt(knownAt).StatusOf(treaty).Timeline.On(day).Parties;
        var status = register.KnownAt(null).StatusOf(treaty);
        Assert.That(status.EntryIntoForce.On, Is.EqualTo(new DateOnly(2011, 6, 1)));
        Assert.That(Parties(new(2020, 2, 28)), Is.EqualTo(3));
        Assert.That(Parties(new(2020, 2, 29)), Is.EqualTo(2));
        Assert.That(Parties(new(2020, 2, 29), s_beforeTheNotice), Is.EqualTo(3));
    }

    [Test]
    public void The_table_of_complete_records_is_that_of_the_treaties()
    {
        var stated = CompleteRow()
            .Matches(Documents.Text("seeds/README.md"))
            .SelectMany(row => Id().Matches(row.Groups["ids"].Value).Select(id => (id.Groups[1].Value, row.Groups["day"].Value)));
        var treaties = ShippedRecord.Facts.Treaties.Select(t => (t.Id, Instant.Text(t.CompleteThrough)));
        Assert.That(stated, Is.EquivalentTo(treaties));
    }

    [Test]
    public void Sources_are_counted_by_licence_and_treaties_by_coverage()
    {
        var seeds = ShippedRecord.Facts;
        Assert.That(
            CountedWord().Matches(Documents.Text("seeds/README.md")).Select(m => $"{m.Groups["word"]} {m.Groups["n"]}"),
            Is.EquivalentTo(
                seeds
                    .Sources.Select(s => s.Licence)
                    .OfType<string>()
                    .Concat(seeds.Treaties.Select(t => t.Coverage!.Value.WireName()))
                    .CountBy(word => word)
                    .Select(c => $"{c.Key} {c.Value}")
            )
        );
        Assert.That(seeds.Sources.Where(s => s.Licence is null).Select(s => s.Id), Is.EqualTo(new[] { "general-knowledge" }));
    }

    [GeneratedRegex(@"^\| `(?<word>[\w. -]+)` \| (?<n>\d+) \| ", RegexOptions.Multiline)]
    private static partial Regex CountedWord();

    [GeneratedRegex(@"^`(?<path>[\w/.-]+)`\n\n```(?:csv|json)\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ExampleFile();

    [GeneratedRegex(@"^\| (?<ids>(?:`[\w-]+`(?:, )?)+) \| (?<day>\d{4}-\d\d-\d\d) \|$", RegexOptions.Multiline)]
    private static partial Regex CompleteRow();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Id();
}
