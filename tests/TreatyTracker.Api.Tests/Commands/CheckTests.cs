using System.Text.Json.Nodes;
using System.Xml.Linq;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Commands;

/// <summary>The commands <c>check</c> and <c>explain</c>, as CI sees them.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class CheckTests
{
    static readonly Dictionary<string, string> s_plain = [];

    /// <summary>A copy of the seeds with one faulty row at the end of a file.</summary>
    static (string Seeds, int Line) Faulty(Scratch scratch)
    {
        var seeds = scratch.CopyOfSeeds();
        var file = Path.Combine(seeds, "events", "untoc.csv");
        var row = File.ReadLines(file)
            .First(l => l.StartsWith("PRK,accession,", StringComparison.Ordinal))
            .Replace("2016-06-17", "2016-06-20", StringComparison.Ordinal);
        File.AppendAllText(file, row + "\n");
        return (seeds, File.ReadAllLines(file).Length);
    }

    [Test]
    [Category("Slow")]
    public void The_shipped_seeds_pass()
    {
        var run = CommandRunner.Run("check");
        Assert.That(run.ExitCode, Is.Zero, run.Output + run.Error);
        Assert.That(run.Output, Does.Contain("Passed (fails on error): 0 errors").And.EndWith(".\n"));
        Assert.That(run.Error, Is.Empty);
    }

    [Test]
    public void A_fault_is_reported_with_file_and_line_and_exit_code_1()
    {
        using var scratch = new Scratch();
        var (seeds, line) = Faulty(scratch);
        var run = CommandRunner.RunIn(scratch.Path, s_plain, "check", "--seeds", seeds);
        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        Assert.That(run.Output, Does.Contain($"seeds/events/untoc.csv:{line}: error double-consent: untoc PRK 2016-06-20"));
        Assert.That(run.Error, Is.Empty);
    }

    [Test]
    public void Several_formats_can_be_written_at_once()
    {
        using var scratch = new Scratch();
        var (seeds, line) = Faulty(scratch);
        var summary = Path.Combine(scratch.Path, "summary.md");
        var run = CommandRunner.RunIn(
            scratch.Path,
            new Dictionary<string, string> { ["GITHUB_STEP_SUMMARY"] = summary },
            "check",
            "--seeds",
            "seeds",
            "--format",
            "json=out/report.json",
            "--format",
            "junit=out/report.xml",
            "--format",
            "sarif=out/report.sarif",
            "--format",
            "github",
            "--format",
            "text"
        );
        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        Assert.That(
            run.Output,
            Does.Contain($"::error file=seeds/events/untoc.csv,line={line},title=double-consent::")
                .And.Contain("Failed (fails on error): 1 error")
        );
        Assert.That(
            (int)JsonNode.Parse(File.ReadAllText(Path.Combine(scratch.Path, "out", "report.json")))!["stats"]!["errors"]!,
            Is.EqualTo(1)
        );
        Assert.That((int)XDocument.Load(Path.Combine(scratch.Path, "out", "report.xml")).Root!.Attribute("failures")!, Is.EqualTo(1));
        Assert.That(
            JsonNode.Parse(File.ReadAllText(Path.Combine(scratch.Path, "out", "report.sarif")))!["runs"]![0]!["results"]!
                .AsArray()
                .Select(r => (string)r!["ruleId"]!),
            Has.One.EqualTo("double-consent")
        );
        Assert.That(File.ReadAllText(summary), Does.Contain("| error | double-consent | untoc | PRK |"));
    }

    [Test]
    [Category("Slow")]
    public void The_same_seeds_give_the_same_bytes_in_every_format_on_another_machine()
    {
        using var one = new Scratch();
        using var other = new Scratch();
        Faulty(one);
        Faulty(other);
        string[] formats = ["json", "junit", "sarif", "github"];
        string[] args =
        [
            "check",
            "--seeds",
            "seeds",
            "--as-of",
            "2026-12-01",
            "--reconcile",
            "--format",
            "text",
            .. formats.SelectMany(f => new[] { "--format", $"{f}={f}.report" }),
        ];
        var first = CommandRunner.RunIn(one.Path, s_plain, args);
        var second = CommandRunner.RunIn(
            other.Path,
            new Dictionary<string, string> { ["TZ"] = "Pacific/Kiritimati", ["LC_ALL"] = "tr_TR.UTF-8" },
            args
        );
        Assert.That(first.ExitCode, Is.EqualTo(1), first.Error);
        Assert.That(second.Output, Is.EqualTo(first.Output).And.Contain("double-consent"));
        foreach (var file in formats.Select(f => $"{f}.report"))
            Assert.That(
                File.ReadAllText(Path.Combine(other.Path, file)),
                Is.EqualTo(File.ReadAllText(Path.Combine(one.Path, file))).And.Contain("double-consent"),
                file
            );
    }

    [Test]
    public void Checking_a_database_does_not_change_it()
    {
        using var scratch = new Scratch();
        scratch.Seeded();
        var before = File.ReadAllBytes(scratch.DatabaseFile);
        var run = CommandRunner.Run("check", "--database", scratch.DatabaseFile, "--reconcile");
        Assert.That(run.ExitCode, Is.Zero, run.Output + run.Error);
        Assert.That(run.Output, Does.Contain("Published counts:").And.Contain("Passed"));
        Assert.That(File.ReadAllBytes(scratch.DatabaseFile), Is.EqualTo(before));
    }

    [Test]
    public void A_check_can_be_limited_to_treaties_and_rules_and_fail_on_sets_the_severity()
    {
        using var scratch = new Scratch();
        var (seeds, _) = Faulty(scratch);
        int End(params string[] args) => CommandRunner.Run(["check", "--seeds", seeds, .. args]).ExitCode;
        Assert.That(End("--treaty", "XVIII-12"), Is.EqualTo(1));
        Assert.That(End("--treaty", "uncac"), Is.Zero);
        Assert.That(End("--rule", "double-consent"), Is.EqualTo(1));
        Assert.That(End("--rule", "duplicate-signature"), Is.Zero);
        Assert.That(End("--rule", "unverified-event"), Is.Zero);
    }

    [TestCase("'sarf' is not one of text, json, junit, sarif, github. Did you mean sarif?", "--format", "sarf")]
    [TestCase("'json=' has no file name", "--format", "json=")]
    [TestCase("--format json cannot share standard output", "--format", "json", "--format", "text")]
    [TestCase("'erorr' is not one of information, warning, error. Did you mean error", "--fail-on", "erorr")]
    [TestCase("'2026-02-30' is not a valid date", "--as-of", "2026-02-30")]
    [TestCase("'2026-02-01T00:00:00' is not an instant", "--known-at", "2026-02-01T00:00:00")]
    [TestCase("Unknown treaty 'untok'. Did you mean untoc", "--treaty", "untok")]
    [TestCase("Unknown rule 'double-consnt'. Did you mean double-consent", "--rule", "double-consnt")]
    [TestCase("must be the path of an existing directory", "--seeds", "/nowhere/at/all")]
    [TestCase("There is no database", "--database", "/nowhere/at/all.db")]
    [TestCase("--seeds and --database cannot be combined", "--seeds", "x", "--database", "y")]
    [TestCase("Cannot write the report", "--format", "json=/proc/nothing/report.json")]
    [TestCase("Unknown option '--seed' of check. Did you mean --seeds?", "--seed", "x")]
    [TestCase("Unknown option '--verbose' of check.", "--verbose")]
    public void A_check_that_cannot_run_exits_with_2_and_says_why(string sentence, params string[] args)
    {
        string[] seeds = args.Any(a => a is "--seeds" or "--seed" or "--database") ? [] : ["--seeds", Repository.Seeds];
        var run = CommandRunner.Run(["check", .. args, .. seeds]);
        Assert.That(run.ExitCode, Is.EqualTo(2), run.Output);
        Assert.That(run.Error, Does.Contain(sentence).And.Not.Contain("   at "));
        Assert.That(run.Output, Is.Empty);
    }

    [Test]
    public void A_file_that_is_not_a_database_exits_with_2_and_is_unchanged()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch.DatabaseFile, "not a database, though as long as a header of one");
        var run = CommandRunner.Run("check", "--database", scratch.DatabaseFile);
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("is not a SQLite database"));
        Assert.That(File.ReadAllText(scratch.DatabaseFile), Does.StartWith("not a database"));
    }

    [Test]
    public void Unreadable_seeds_exit_with_2_and_are_annotated()
    {
        using var scratch = new Scratch();
        File.Delete(Path.Combine(scratch.CopyOfSeeds(), "sources.csv"));
        var run = CommandRunner.RunIn(scratch.Path, s_plain, "check", "--seeds", "seeds", "--format", "github");
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Output, Does.StartWith("::error file=seeds/sources.csv,line=1,title=unreadable seeds::the file is missing"));
        Assert.That(run.Error, Does.Contain("sources.csv:1: the file is missing"));
    }

    [Test]
    public void Help_mentions_every_option_and_the_exit_codes()
    {
        var help = CommandRunner.Run("check", "--help");
        Assert.That(help.ExitCode, Is.Zero);
        foreach (
            var option in new[]
            {
                "--seeds <DIR>",
                "--database <FILE>",
                "--as-of <DAY>",
                "--known-at <INSTANT>",
                "--treaty <ID>",
                "--rule <ID>",
                "--fail-on <SEVERITY>",
                "--format <FORMAT[=FILE]>",
                "--reconcile",
            }
        )
            Assert.That(help.Output, Does.Contain(option));
        Assert.That(
            help.Output,
            Does.Contain("Exit codes: 0 no finding")
                .And.Contain("1 at least one")
                .And.Contain("2 the check could not run")
                .And.Contain("text (for people), json, junit, sarif or github")
        );
        Assert.That(CommandRunner.Run("--help").Output, Does.Contain("check").And.Contain("explain"));
    }

    [Test]
    public void Explain_lists_all_rules_or_explains_one()
    {
        var rules = TreatyTracker.Api.Consistency.Catalogue.All;
        var list = CommandRunner.Run("explain");
        Assert.That(list.ExitCode, Is.Zero);
        foreach (var rule in rules)
            Assert.That(list.Output, Does.Contain($"  {rule.Id} "));

        var explained = CommandRunner.Run("explain", "double-consent");
        Assert.That(explained.ExitCode, Is.Zero);
        foreach (var section in new[] { "Finds", "Why", "Legal basis", "Good", "Bad", "To do" })
            Assert.That(explained.Output, Does.Contain($"\n{section}\n"));

        var unknown = CommandRunner.Run("explain", "double-consnt");
        Assert.That(unknown.ExitCode, Is.EqualTo(2));
        Assert.That(unknown.Error, Does.Contain("Did you mean double-consent"));
    }
}
