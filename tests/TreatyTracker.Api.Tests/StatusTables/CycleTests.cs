using System.Text.Json.Nodes;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Api.StatusTables;
using TreatyTracker.Api.Tests.Harness;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Tests.StatusTables;

/// <summary>
/// The whole way of a status table: a new treaty from a document, its next edition, decisions, the check, the register, and its past.
/// </summary>
[Category("Slow")]
public sealed class CycleTests
{
    static readonly DateOnly s_first = new(2020, 1, 31);
    static readonly DateOnly s_next = new(2024, 6, 30);

    static string FirstEdition =>
        LighthouseDocument.Of(
            4,
            3,
            "Fiji|4 Mar 2001|1 Feb 2002",
            "Kenya|5 Mar 2001|3 Mar 2003",
            "Norway|6 Mar 2001|",
            "Peru||7 Jul 2004 a",
            "Samoa||8 Aug 2005 a"
        );

    /// <summary>Norway ratified, Kenya left, Peru came back and lost its old row, Samoa's row is gone; Tonga is new.</summary>
    static string NextEdition =>
        LighthouseDocument.Of(
            4,
            2,
            "Fiji|4 Mar 2001|1 Feb 2002",
            "Kenya3|5 Mar 2001|[3 Mar 2003]",
            "Norway|6 Mar 2001|9 Sep 2021",
            "Peru4||10 Oct 2022 a",
            "Tonga||11 Nov 2023 a"
        );

    [Test]
    public void A_treaty_goes_from_a_document_through_its_next_edition_to_a_register_that_remembers_both()
    {
        using var scratch = new Scratch();
        var seeds = scratch.CopyOfSeeds();
        var document = Path.Combine(scratch.Path, "lighthouses.xml");

        // The first edition starts the treaty.
        File.WriteAllText(document, FirstEdition);
        string[] merge = ["merge", document, "--treaty", "lighthouses", "--seeds", seeds];
        var plan = CommandRunner.Run([.. merge, "--as-at", "2020-01-31", "--new"]);
        Assert.That((plan.ExitCode, File.Exists(Path.Combine(seeds, "treaties", "lighthouses.json"))), Is.EqualTo((0, false)), plan.Error);
        Assert.That(plan.Output, Does.Contain("4 parties in the header and in the record, 3 signatories in the header and in the record."));
        Assert.That(plan.Output, Does.Contain("Nothing was written. --accept writes"));
        Assert.That(CommandRunner.Run([.. merge, "--as-at", "2020-01-31", "--new", "--accept"]).ExitCode, Is.Zero);
        Assert.That(Treaty(seeds).CompleteThrough, Is.EqualTo(s_first));
        MustBeGreen(seeds);
        Assert.That(CommandRunner.Run("import", "--seeds", seeds, "--database", scratch.DatabaseFile).ExitCode, Is.Zero);
        var before = DateTimeOffset.UtcNow;
        Assert.That(Parties(scratch, s_first, null), Is.EqualTo(4));

        // The next edition: what is certain is written, the rest waits for a person.
        File.WriteAllText(document, NextEdition);
        merge = [.. merge, "--as-at", "2024-06-30"];
        plan = CommandRunner.Run([.. merge, "--accept"]);
        Assert.That(plan.ExitCode, Is.EqualTo(1), plan.Error);
        Assert.That(
            plan.Output,
            Does.Contain("+ NOR ratification 2021-09-09")
                .And.Contain("+ TON accession 2023-11-11")
                .And.Contain("? KEN ratification 2003-03-03 stands in square brackets")
                .And.Contain("? PER accession 2004-07-07 is accession 2022-10-10 in the table")
                .And.Contain("? WSM accession 2005-08-08 is not in the table. It has no row.")
                .And.Contain("Decide in decisions/lighthouses.csv")
        );
        Assert.That(Treaty(seeds).CompleteThrough, Is.EqualTo(s_first), "nothing is proved while a conflict is open");
        MustBeGreen(seeds);

        // A person fills in the decisions.
        var decisions = Path.Combine(seeds, "decisions", "lighthouses.csv");
        Assert.That(
            File.ReadAllText(decisions),
            Is.EqualTo(
                """
                participant,what,decision,source
                KEN,ratification 2003-03-03 stands in square brackets,,
                PER,accession 2004-07-07 is accession 2022-10-10 in the table,,
                WSM,accession 2005-08-08 is not in the table,,

                """
            )
        );
        Decide(decisions, "KEN", "left");
        Decide(decisions, "PER", "left 2021-01-04 effect 2022-01-04");
        Decide(decisions, "WSM", "left 2022-02-02 effect 2023-02-02");
        plan = CommandRunner.Run([.. merge, "--accept"]);
        Assert.That(plan.ExitCode, Is.Zero, plan.Output + plan.Error);
        Assert.That(plan.Output, Does.Contain("The record is complete through 2024-06-30."));
        MustBeGreen(seeds);
        var treaty = Treaty(seeds);
        Assert.That((treaty.CompleteThrough, treaty.Coverage), Is.EqualTo((s_next, (Coverage?)Coverage.Proved)));
        Assert.That(
            SeedReader.Read(seeds).PublishedCounts.Where(c => c.Treaty == "lighthouses").Select(c => (c.AsOf, c.Metric, c.Published)),
            Is.EqualTo(
                new[]
                {
                    (s_first, PublishedMetric.Parties, 4),
                    (s_first, PublishedMetric.Signatories, 3),
                    (s_next, PublishedMetric.Parties, 4),
                    (s_next, PublishedMetric.Signatories, 2),
                }
            )
        );

        // The register learns of it, and forgets nothing.
        Assert.That(CommandRunner.Run("import", "--seeds", seeds, "--database", scratch.DatabaseFile).ExitCode, Is.Zero);
        Assert.That(Parties(scratch, s_next, null), Is.EqualTo(4));
        Assert.That(Parties(scratch, s_next, before), Is.EqualTo(4));
        Assert.That(
            new[] { "KEN", "NOR", "PER", "TON", "WSM" }.Select(code => IsParty(scratch, code, s_next, null)),
            Is.EqualTo(new[] { false, true, true, true, false })
        );
        Assert.That(
            new[] { "KEN", "NOR", "PER", "TON", "WSM" }.Select(code => IsParty(scratch, code, s_next, before)),
            Is.EqualTo(new[] { true, false, true, false, true })
        );
        Assert.That(IsParty(scratch, "PER", new(2022, 5, 1), null), Is.False, "the months without it are not bridged");
        Assert.That(IsParty(scratch, "PER", new(2009, 1, 1), null), Is.True, "nor the years before erased");

        // Nothing is left to do.
        plan = CommandRunner.Run([.. merge, "--accept"]);
        Assert.That(
            (plan.ExitCode, plan.Output.EndsWith("Nothing to write.\n", StringComparison.Ordinal)),
            Is.EqualTo((0, true)),
            plan.Output
        );
    }

    [Test]
    public void An_unknown_decision_is_named_with_the_nearest_word_and_the_rest_goes_on()
    {
        using var scratch = new Scratch();
        var (seeds, document) = Started(scratch);
        File.WriteAllText(document, NextEdition);
        string[] merge = ["merge", document, "--treaty", "lighthouses", "--seeds", seeds, "--as-at", "2024-06-30", "--accept"];
        CommandRunner.Run(merge);
        var decisions = Path.Combine(seeds, "decisions", "lighthouses.csv");
        Decide(decisions, "KEN", "lefft");
        Decide(decisions, "WSM", "retract");
        var run = CommandRunner.Run(merge);
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Output, Does.Contain("'lefft' is not one of left, keep. Did you mean left?"));
        Assert.That(File.ReadAllText(Path.Combine(seeds, "events", "lighthouses.csv")), Does.Not.Contain("WSM"));
        Assert.That(File.ReadAllText(decisions), Does.Contain("lefft").And.Contain("retract"), "what was written stays");
    }

    [Test]
    public void A_correction_that_was_decided_passes_the_import()
    {
        using var scratch = new Scratch();
        var (seeds, document) = Started(scratch);
        Assert.That(CommandRunner.Run("import", "--seeds", seeds, "--database", scratch.DatabaseFile).ExitCode, Is.Zero);
        File.WriteAllText(
            document,
            LighthouseDocument.Of(
                4,
                3,
                "Fiji|4 Mar 2001|1 Feb 2002",
                "Kenya|5 Mar 2001|3 Mar 2003",
                "Norway|6 Mar 2001|",
                "Peru||7 Jul 2007 a",
                "Samoa||8 Aug 2005 a"
            )
        );
        string[] merge = ["merge", document, "--treaty", "lighthouses", "--seeds", seeds, "--as-at", "2024-06-30", "--accept"];
        Assert.That(CommandRunner.Run(merge).ExitCode, Is.EqualTo(1));
        Decide(Path.Combine(seeds, "decisions", "lighthouses.csv"), "PER", "correction");
        Assert.That(CommandRunner.Run(merge).ExitCode, Is.Zero);
        MustBeGreen(seeds);
        var import = CommandRunner.Run("import", "--seeds", seeds, "--database", scratch.DatabaseFile);
        Assert.That(import.Output, Does.Contain("~ lighthouses-PER-accession-2004-07-07 becomes PER accession 2007-07-07"), import.Error);
    }

    [Test]
    public void Plans_come_as_json_and_markdown_with_what_is_written_beside_them()
    {
        using var scratch = new Scratch();
        var (seeds, document) = Started(scratch);
        File.WriteAllText(document, NextEdition);
        string[] merge = ["merge", document, "--treaty", "lighthouses", "--seeds", seeds, "--as-at", "2024-06-30"];
        var json = CommandRunner.Run([.. merge, "--format", "json"]);
        var plan = JsonNode.Parse(json.Output)!["plans"]![0]!;
        Assert.That(
            plan["conflicts"]!.AsArray().Select(c => (string?)c!["kind"]),
            Is.EqualTo(new[] { "bracketed", "moved-past-effect", "absent" })
        );
        Assert.That(plan["new"]!.AsArray().Select(c => (string?)c!["participant"]), Is.EquivalentTo(new[] { "NOR", "TON" }));
        Assert.That((int)plan["proof"]!["parties"]!, Is.EqualTo(4));
        Assert.That(json.Error, Does.Contain("Nothing was written"));
        var markdown = CommandRunner.Run([.. merge, "--format", "markdown"]).Output;
        Assert.That(markdown, Does.Contain("### New\n\n- NOR ratification 2021-09-09\n- TON accession 2023-11-11\n"));
    }

    [Test]
    public void Nothing_in_a_document_steers_a_terminal_a_log_or_a_page()
    {
        using var scratch = new Scratch();
        var (seeds, document) = Started(scratch);
        File.WriteAllText(
            document,
            FirstEdition.Replace(
                "Samoa",
                "::error::x \u202e\u009b31m ##[command] &lt;img src=x&gt; @everyone [a](b)",
                StringComparison.Ordinal
            )
        );
        foreach (var format in new[] { "text", "markdown", "json" })
        {
            var output = CommandRunner
                .Run("merge", document, "--treaty", "lighthouses", "--seeds", seeds, "--as-at", "2024-06-30", "--format", format)
                .Output;
            Assert.That(output, Does.Not.Contain("\u009b").And.Not.Match(@"(?m)^\s*(::|##\[)"), format);
            if (format == "markdown")
                Assert.That(output, Does.Not.Contain("<img").And.Not.Contain("@everyone").And.Not.Contain("[a](b)"));
        }
    }

    /// <summary>A kill after any file leaves seeds that are valid, claim nothing untrue, and go on where it stopped.</summary>
    [Test]
    public void After_every_file_the_directory_is_valid_and_the_same_merge_ends_alike()
    {
        using var scratch = new Scratch();
        var whole = scratch.CopyOfSeeds();
        var document = Path.Combine(scratch.Path, "lighthouses.xml");
        File.WriteAllText(document, FirstEdition);
        string[] merge = ["merge", document, "--treaty", "lighthouses", "--as-at", "2020-01-31", "--new", "--accept", "--seeds"];
        var changes = Changes(whole, document);
        Assert.That(changes.Select(c => c.Path), Does.Contain("treaties/lighthouses.json").And.Contain("events/lighthouses.csv"));
        Assert.That(CommandRunner.Run([.. merge, whole]).ExitCode, Is.Zero);

        var broken = Path.Combine(scratch.Path, "broken");
        for (var written = 0; written <= changes.Count; written++)
        {
            scratch.CopyOfSeeds(name: "broken");
            SeedChanges.Write(broken, changes.Take(written));
            var facts = SeedReader.Read(broken);
            var treaty = facts.Treaties.FirstOrDefault(t => t.Id == "lighthouses");
            if (treaty is not null && treaty.CompleteThrough == s_first)
                Assert.That(facts.Events.Count(e => e.Treaty == "lighthouses"), Is.EqualTo(7), $"after {written} files");
            Assert.That(CommandRunner.Run([.. merge, broken]).ExitCode, Is.Zero, $"after {written} files");
            Assert.That(Acts(broken), Is.EqualTo(Acts(whole)), $"after {written} files");
            Directory.Delete(broken, recursive: true);
        }
    }

    [Test]
    public void Only_the_files_that_change_are_written_and_the_same_merge_again_writes_none()
    {
        using var scratch = new Scratch();
        var (seeds, document) = Started(scratch);
        var before = Files(seeds);
        File.WriteAllText(document, NextEdition);
        CommandRunner.Run("merge", document, "--treaty", "lighthouses", "--seeds", seeds, "--as-at", "2024-06-30", "--accept");
        var changed = Files(seeds).Except(before).Select(f => f.Path).Order(StringComparer.Ordinal);
        Assert.That(changed, Is.EqualTo(new[] { "decisions/lighthouses.csv", "events/lighthouses.csv", "sources.csv" }));
    }

    static IReadOnlyList<(string Path, string? Text)> Changes(string seeds, string document)
    {
        var facts = SeedReader.Read(seeds);
        var resolver = NameResolver.Of(facts);
        var result = SeedMerge.Plan(
            facts,
            [new(document, StatusTableReader.ReadFile(document))],
            new()
            {
                Treaty = "lighthouses",
                New = true,
                AsAt = s_first,
                Now = new(2026, 11, 28, 0, 0, 0, TimeSpan.Zero),
            },
            (row, on) => new(resolver.Resolve(row.Name, on).Participant?.Code, null),
            _ => []
        );
        return SeedChanges.Of(
            facts,
            result.Plans,
            result.Sources,
            new Dictionary<string, IReadOnlyList<MergeDecision>>(),
            result.Superseded
        );
    }

    static (string Seeds, string Document) Started(Scratch scratch)
    {
        var (seeds, document) = (scratch.CopyOfSeeds(), Path.Combine(scratch.Path, "lighthouses.xml"));
        File.WriteAllText(document, FirstEdition);
        LighthouseDocument.Start(document, seeds, "2020-01-31");
        return (seeds, document);
    }

    static void Decide(string file, string participant, string decision) =>
        File.WriteAllLines(
            file,
            File.ReadAllLines(file).Select(l => l.StartsWith(participant, StringComparison.Ordinal) ? $"{l[..^2]},{decision}," : l)
        );

    static void MustBeGreen(string seeds)
    {
        var check = CommandRunner.Run("check", "--seeds", seeds, "--treaty", "lighthouses", "--as-of", "2026-11-28");
        Assert.That(check.ExitCode, Is.Zero, check.Output + check.Error);
    }

    static Treaty Treaty(string seeds) => SeedReader.Read(seeds).Treaties.Single(t => t.Id == "lighthouses");

    static int Parties(Scratch scratch, DateOnly day, DateTimeOffset? knownAt) => Status(scratch, knownAt).Timeline.On(day).Parties;

    static bool IsParty(Scratch scratch, string code, DateOnly day, DateTimeOffset? knownAt) =>
        Status(scratch, knownAt).Of(code)?.ConsentInEffect(day) is not null;

    static TreatyStatus Status(Scratch scratch, DateTimeOffset? knownAt)
    {
        var register = Register.Load(scratch.Database);
        return register.KnownAt(knownAt).StatusOf(register.FindTreaty("lighthouses")!);
    }

    /// <summary>Everything but the instants at which it was recorded.</summary>
    static IEnumerable<string> Acts(string seeds) =>
        Directory
            .EnumerateFiles(seeds, "*lighthouses*", SearchOption.AllDirectories)
            .Append(Path.Combine(seeds, "sources.csv"))
            .Append(Path.Combine(seeds, "published-counts.csv"))
            .Order(StringComparer.Ordinal)
            .Select(f => System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(f), @"\d{4}-\d\d-\d\dT[\d:]+Z", ""));

    static List<(string Path, string Text)> Files(string seeds) =>
        [
            .. Directory
                .EnumerateFiles(seeds, "*", SearchOption.AllDirectories)
                .Select(f => (Path.GetRelativePath(seeds, f).Replace('\\', '/'), File.ReadAllText(f))),
        ];
}
