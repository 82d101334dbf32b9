using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Consistency;

/// <summary>The rules guard the register: seeds with an error are not loaded.</summary>
public sealed class LoadingTests
{
    const string Second = "FRA,accession,2010-03-01,,general-knowledge,table,,\n";

    [TestCase("import")]
    [TestCase("serve")]
    public void Seeds_with_an_error_are_rejected_with_the_text_of_the_check(string verb)
    {
        using var scratch = new Scratch();
        var seeds = scratch.CopyOfSeeds();
        File.AppendAllText(Path.Combine(seeds, "events", "untoc.csv"), Second);
        var record = CheckContext.OfSeeds(seeds, new(2026, 11, 24));
        var finding = Checker.Run(record, record.Facts.Waivers, CheckOptions.Everything).Failing(Severity.Error).Single();

        var run = CommandRunner.Run([
            verb,
            "--database",
            scratch.DatabaseFile,
            "--seeds",
            seeds,
            .. verb == "serve" ? new[] { "--urls", "http://127.0.0.1:0" } : [],
        ]);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(
            run.Error,
            Does.Contain($"events/untoc.csv:344: {finding.Found}")
                .And.Contain(finding.Expected)
                .And.Contain("double-consent")
                .And.Contain("nothing was loaded")
        );
        Assert.That(!File.Exists(scratch.DatabaseFile) || Register.Load(scratch.Database).Facts.Treaties.Count == 0, Is.True);
    }

    [Test]
    public void A_waived_error_is_loaded_and_the_waiver_with_it()
    {
        using var scratch = new Scratch();
        var seeds = scratch.CopyOfSeeds();
        File.AppendAllText(Path.Combine(seeds, "events", "untoc.csv"), Second);
        File.AppendAllText(Path.Combine(seeds, "waivers.csv"), "double-consent,untoc,FRA,,,looked into,general-knowledge,\n");

        var run = CommandRunner.Run("import", "--database", scratch.DatabaseFile, "--seeds", seeds);

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(
            Register.Load(scratch.Database).Facts.Waivers.Select(w => (w.Rule, w.Participant)),
            Does.Contain(("double-consent", "FRA"))
        );
    }

    [Test]
    public void A_record_without_waivers_needs_no_waivers_file()
    {
        using var scratch = new Scratch();
        var seeds = scratch.CopyOfSeeds();
        File.Delete(Path.Combine(seeds, "waivers.csv"));
        Assert.That(CheckContext.OfSeeds(seeds, new(2026, 11, 24)).Problems, Is.Empty);
    }
}
