using TreatyTracker.Api.Tests.Harness;
using TreatyTracker.Api.Tests.StatusTables;

namespace TreatyTracker.Api.Tests.Deployment;

/// <summary>
/// The script of the action that keeps seeds current, in a repository with a remote, against a server that plays the depositary.
/// </summary>
[Category("Slow")]
public sealed class UpdateActionTests
{
    const string Maintenance = "<html><body><h1>The site is under maintenance</h1></body></html>";

    static string FirstEdition => LighthouseDocument.Of(2, 1, "Fiji|4 Mar 2001|1 Feb 2002", "Peru||7 Jul 2004 a");

    /// <summary>Tonga is new, and Peru came back: the depositary wrote over its row.</summary>
    static string NextEdition => LighthouseDocument.Of(3, 1, "Fiji|4 Mar 2001|1 Feb 2002", "Peru||10 Oct 2022 a", "Tonga||11 Nov 2023 a");

    [Test]
    public void What_is_certain_is_pushed_with_the_plan_and_a_table_that_wrote_over_a_row_is_for_people()
    {
        var table = FirstEdition;
        using var depositary = new PlayedDepositary(c =>
            c.Request.Url!.AbsolutePath switch
            {
                "/lighthouses.xml" => PlayedDepositary.Send(c, table),
                "/uncac.xml" => PlayedDepositary.Send(c, Maintenance),
                _ => PlayedDepositary.Send(c, "", 404),
            }
        );
        using var scratch = new Scratch();
        var repository = RepositoryWithLighthouses(scratch);

        table = NextEdition;
        File.WriteAllText(Path.Combine(repository, "seeds", $"events/untoc.csv.{Guid.NewGuid():N}.part"), "half");
        var run = Update(scratch, repository, depositary);
        Assert.That(run.ExitCode, Is.Zero, run.Output + run.Error);
        Assert.That(Git(repository, "show", "origin/status-tables:seeds/events/lighthouses.csv"), Does.Contain("TON,accession,2023-11-11"));
        Assert.That(
            Git(repository, "show", "origin/status-tables:seeds/decisions/lighthouses.csv"),
            Does.Contain("PER,accession 2004-07-07 is accession 2022-10-10 in the table,,")
        );
        Assert.That(
            Git(repository, "diff", "--name-only", "main", "origin/status-tables").Split('\n', StringSplitOptions.RemoveEmptyEntries),
            Has.All.Contains("lighthouses").Or.EndsWith("sources.csv").Or.EndsWith("published-counts.csv")
        );
        Assert.That(
            File.ReadAllText(Path.Combine(scratch.Path, "work", "plan.md")),
            Does.Contain("TON accession 2023-11-11")
                .And.Contain("PER accession 2004-07-07 is accession 2022-10-10")
                .And.Contain("uncac: What http://127.0.0.1")
                .And.Contain("Passed (fails on error): 0 errors")
        );
        Assert.That(File.ReadAllText(Path.Combine(scratch.Path, "work", "output")), Does.Contain("pushed=true"));
    }

    [Test]
    public void Nothing_is_pushed_when_no_table_can_be_downloaded()
    {
        using var depositary = new PlayedDepositary(c => PlayedDepositary.Send(c, Maintenance));
        using var scratch = new Scratch();
        var repository = RepositoryWithLighthouses(scratch);
        var run = Update(scratch, repository, depositary);
        Assert.That(run.ExitCode, Is.EqualTo(2), run.Output + run.Error);
        Assert.That(run.Error, Does.EndWith("No status table could be downloaded. Nothing was changed.\n"));
        Assert.That(Git(repository, "status", "--porcelain") + Git(repository, "branch", "--remotes"), Does.Not.Contain("status-tables"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void A_document_of_an_earlier_run_is_merged_only_when_the_depositary_confirms_it(bool confirmed)
    {
        using var depositary = new PlayedDepositary(c =>
            confirmed && c.Request.Headers["If-Modified-Since"] is not null
                ? PlayedDepositary.Send(c, "", 304)
                : PlayedDepositary.Send(c, Maintenance)
        );
        using var scratch = new Scratch();
        var repository = RepositoryWithLighthouses(scratch);
        var tables = Directory.CreateDirectory(Path.Combine(scratch.Path, "work", "tables")).FullName;
        File.WriteAllText(Path.Combine(tables, "lighthouses.xml"), NextEdition);
        var run = Update(scratch, repository, depositary);
        Assert.That(run.ExitCode, Is.EqualTo(confirmed ? 0 : 2), run.Output + run.Error);
        Assert.That(Git(repository, "branch", "--remotes").Contains("status-tables", StringComparison.Ordinal), Is.EqualTo(confirmed));
    }

    /// <summary>A repository of seeds with the first edition, and a remote that has it too.</summary>
    static string RepositoryWithLighthouses(Scratch scratch)
    {
        var repository = Path.Combine(scratch.Path, "repository");
        var (seeds, document) = (Path.Combine(repository, "seeds"), Path.Combine(scratch.Path, "lighthouses.xml"));
        Directory.CreateDirectory(repository);
        Directory.Move(scratch.CopyOfSeeds(), seeds);
        File.WriteAllText(document, FirstEdition);
        LighthouseDocument.Start(document, seeds, "2020-01-31");
        Git(scratch.Path, "init", "--quiet", "--bare", "origin.git");
        Git(repository, "init", "--quiet", "--initial-branch", "main");
        Git(repository, "config", "user.name", "A test");
        Git(repository, "config", "user.email", "test@example.org");
        Git(repository, "add", ".");
        Git(repository, "commit", "--quiet", "--message", "Start");
        Git(repository, "remote", "add", "origin", Path.Combine(scratch.Path, "origin.git"));
        Git(repository, "push", "--quiet", "origin", "main");
        return repository;
    }

    static CommandRunner.Result Update(Scratch scratch, string repository, PlayedDepositary depositary)
    {
        var work = Directory.CreateDirectory(Path.Combine(scratch.Path, "work")).FullName;
        var program = Path.Combine(work, "treatytracker");
        File.WriteAllText(program, $"#!/bin/sh\nexec dotnet '{typeof(Program).Assembly.Location}' \"$@\"\n");
        CommandRunner.Command("chmod", "+x", program);
        return CommandRunner.ToEnd(
            new("bash", [Repository.At(".github", "actions", "update", "update")])
            {
                WorkingDirectory = repository,
                Environment =
                {
                    ["TREATYTRACKER"] = program,
                    ["TREATYTRACKER_ADDRESS_TEMPLATE"] = depositary.Address + "{id}.xml",
                    ["RUNNER_TEMP"] = work,
                    ["GITHUB_OUTPUT"] = Path.Combine(work, "output"),
                },
            }
        );
    }

    static string Git(string directory, params string[] args)
    {
        var run = CommandRunner.ToEnd(new("git", args) { WorkingDirectory = directory });
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        return run.Output;
    }
}
