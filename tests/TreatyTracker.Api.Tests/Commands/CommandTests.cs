using TreatyTracker.Api.Data;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Commands;

/// <summary>The verbs, as processes of their own.</summary>
public sealed class CommandTests
{
    [Test]
    public void Import_prints_its_plan_writes_it_once_and_export_gives_the_seeds_back()
    {
        using var scratch = new Scratch();
        Assert.That(
            CommandRunner.Run("import", "--database", scratch.DatabaseFile).Output,
            Does.EndWith("events recorded, 0 of them corrections.\n")
        );

        var seeds = RegisterChanges.Seeds(scratch, 27);
        const string plan = "~ untoc-PRK-accession-2016-06-17 becomes PRK accession 2016-06-27, corroborated\n";
        Assert.That(
            CommandRunner.Run("import", "--dry-run", "--seeds", seeds, "--database", scratch.DatabaseFile).Output,
            Is.EqualTo(plan + "1 event would be recorded, 1 of them corrections.\n")
        );
        Assert.That(
            CommandRunner.Run("import", "--seeds", seeds, "--database", scratch.DatabaseFile).Output,
            Is.EqualTo(plan + "1 event recorded, 1 of them corrections.\n")
        );
        Assert.That(
            CommandRunner.Run("import", "--seeds", seeds, "--database", scratch.DatabaseFile).Output,
            Is.EqualTo("The register holds all of it already.\n")
        );

        var target = Path.Combine(scratch.Path, "exported");
        Assert.That(CommandRunner.Run("export", target, "--database", scratch.DatabaseFile).ExitCode, Is.Zero);
        foreach (var file in Directory.EnumerateFiles(target, "*", SearchOption.AllDirectories))
            Assert.That(
                File.ReadAllText(file),
                Is.EqualTo(File.ReadAllText(Path.Combine(seeds, Path.GetRelativePath(target, file)))),
                file
            );
    }

    [TestCase("imprt")]
    [TestCase("import", "--seed", "x")]
    [TestCase("export")]
    [TestCase("import", "--seeds", "/nowhere/at/all")]
    [TestCase("--databse", "x.db")]
    [TestCase("serve", "--databse=x.db")]
    [TestCase("export", "/nowhere/at/all", "--database", "/nowhere/at.db")]
    [TestCase("--urls", "nonsense", "--database", "SCRATCH")]
    public void What_cannot_run_ends_with_2_and_a_sentence(params string[] args)
    {
        using var scratch = new Scratch();
        var run = CommandRunner.Run([
            .. args.Select(a => a == "SCRATCH" ? scratch.DatabaseFile : a),
            .. args is ["import", "--seeds", ..] ? ["--database", scratch.DatabaseFile] : Array.Empty<string>(),
        ]);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")), run.Error);
        Assert.That(run.Error.Trim(), Is.Not.Empty);
        Assert.That(run.Error, Does.Not.Contain("   at "));
    }

    [Test]
    public void An_address_in_use_stops_the_start_with_a_sentence()
    {
        using var scratch = new Scratch();
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var run = CommandRunner.Run(
            "--database",
            scratch.DatabaseFile,
            "--urls",
            $"http://{taken.LocalEndpoint}",
            "--Logging:LogLevel:Default=None"
        );
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error.Trim(), Does.Contain("address already in use").And.Not.Contain("   at "));
    }

    [TestCase("http://192.0.2.1:8199", "192.0.2.1:8199", Description = "of no interface of this machine")]
    [TestCase("http://127.0.0.1:99999", "99999")]
    [TestCase("https://127.0.0.1:0", "certificate")]
    [TestCase("http://unix:/nowhere/at/all/socket", "/nowhere/at/all/socket")]
    public void An_address_that_cannot_be_served_on_stops_the_start_with_a_sentence(string url, string says)
    {
        using var scratch = new Scratch();
        var run = CommandRunner.Run("--database", scratch.DatabaseFile, "--urls", url, "--Logging:LogLevel:Default=None");
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error.Trim(), Does.Contain(says).And.Not.Contain("   at ").And.Not.Contain("\n"));
    }

    [Test]
    public void A_dry_run_and_an_export_of_nothing_make_no_database()
    {
        using var scratch = new Scratch();
        Assert.That(CommandRunner.Run("import", "--dry-run", "--database", scratch.DatabaseFile).Output, Does.Contain("would be recorded"));
        Assert.That(
            CommandRunner.Run("export", Path.Combine(scratch.Path, "out"), "--database", scratch.DatabaseFile).ExitCode,
            Is.EqualTo(2)
        );
        Assert.That(Directory.GetFileSystemEntries(scratch.Path), Is.Empty);
    }

    [Test]
    public void Serve_tells_its_options()
    {
        var help = CommandRunner.Run("serve", "--help").Output;
        foreach (var option in new[] { "--database", "--seeds", "--urls" })
            Assert.That(help, Does.Contain(option));
    }

    [Test]
    public void Help_names_every_command()
    {
        var help = CommandRunner.Run("--help").Output;
        foreach (var verb in new[] { "serve", "import", "export" })
            Assert.That(help, Does.Contain($"  {verb} "));
        Assert.That(CommandRunner.Run("--version").Output.Trim(), Does.StartWith("1."));
    }

    [Test]
    public async Task An_import_by_another_process_is_served_soon_after_and_an_old_answer_can_be_had_again()
    {
        using var hosted = new Hosted();
        var (scratch, client) = (hosted.Scratch, hosted.Client);
        const string url = "/v1/treaties/untoc/counts?asOf=2016-06-20";
        var before = await Service.Get(client, url);

        RegisterChanges.Import(RegisterChanges.Seeds(scratch, 27), scratch.DatabaseFile);
        await client.ServesSoon(Register.Load(scratch.Database).Version);
        var after = await Service.Get(client, url);
        Assert.That(((int)before["parties"]!, (int)after["parties"]!), Is.EqualTo((187, 186)));
        var again = await Service.Get(client, $"{url}&knownAt={before["knownAt"]}");
        Assert.That(again.ToJsonString(), Is.EqualTo(before.ToJsonString()));
    }
}
