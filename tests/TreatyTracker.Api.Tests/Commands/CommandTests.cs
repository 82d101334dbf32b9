using TreatyTracker.Api.Data;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Commands;

/// <summary>The commands: what they print, how they end, and what they leave behind.</summary>
[Category("Slow")]
public sealed class CommandTests
{
    [Test]
    public void Import_prints_and_records_its_plan_once_and_export_returns_the_seeds()
    {
        using var scratch = new Scratch();
        Assert.That(
            CommandRunner.Run("import", "--seeds", Repository.Seeds, "--database", scratch.DatabaseFile).Output,
            Does.Match(@"\AFirst import: 6 treaties, \d+ States and organizations, \d+ sources\. Use --verbose to list the events\.\n")
                .And.Match(@"\n\d+ events recorded, 0 of them corrections\.\n\z")
                .And.Not.Contain("\n+ ")
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
            Is.EqualTo("The register already contains all of it.\n")
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

    [TestCase("Unknown command 'chek'. Did you mean check?", "chek", "--seeds", "x")]
    [TestCase("Unknown option '--seed' of import. Did you mean --seeds?", "import", "--seed", "x")]
    [TestCase("Unknown option '--seed' of serve. Did you mean --seeds?", "--seed", "x")]
    [TestCase("Unknown option '--databse=x.db' of serve. Did you mean --database?", "serve", "--databse=x.db")]
    [TestCase("Unknown argument 'more' of import.", "import", "more")]
    public void An_unknown_word_gets_a_suggestion(string sentence, params string[] args)
    {
        var run = CommandRunner.Run(args);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")), run.Error);
        Assert.That(run.Error, Does.StartWith(sentence + "\n"));
    }

    [Test]
    public void A_verbose_first_import_lists_every_event()
    {
        using var scratch = new Scratch();
        var run = CommandRunner.Run("import", "--dry-run", "--verbose", "--seeds", Repository.Seeds, "--database", scratch.DatabaseFile);
        Assert.That(run.Output, Does.Contain("\n+ untoc-PRK-accession-2016-06-17\n").And.Not.Contain("First import"));
    }

    [TestCase("export")]
    [TestCase("import", "--seeds", "/nowhere/at/all")]
    [TestCase("export", "/nowhere/at/all", "--database", "/nowhere/at.db")]
    [TestCase("--urls", "nonsense", "--database", "SCRATCH")]
    public void A_command_that_cannot_run_exits_with_2_and_a_message(params string[] args)
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
    public void An_address_in_use_stops_the_start_with_a_message()
    {
        using var scratch = new Scratch();
        scratch.Seeded();
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
    public void An_unusable_address_stops_the_start_with_a_message(string url, string says)
    {
        using var scratch = new Scratch();
        scratch.Seeded();
        var run = CommandRunner.Run("--database", scratch.DatabaseFile, "--urls", url, "--Logging:LogLevel:Default=None");
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error.Trim(), Does.Contain(says).And.Not.Contain("   at ").And.Not.Contain("\n"));
    }

    [Test]
    public void A_dry_run_and_a_failed_export_create_no_database()
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
    public void Help_of_serve_names_its_options()
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
    public async Task An_import_by_another_process_is_soon_served_and_the_old_answer_is_still_available()
    {
        using var hosted = new Hosted();
        var (scratch, client) = (hosted.Scratch, hosted.Client);
        const string url = "/v1/treaties/untoc/counts?asOf=2016-06-20";
        var before = await Service.Get(client, url);

        var import = CommandRunner.RunProcess("import", "--seeds", RegisterChanges.Seeds(scratch, 27), "--database", scratch.DatabaseFile);
        Assert.That(import.ExitCode, Is.Zero, import.Error);
        await client.ServesSoon(Register.Load(scratch.Database).Version);
        var after = await Service.Get(client, url);
        Assert.That(((int)before["parties"]!, (int)after["parties"]!), Is.EqualTo((187, 186)));
        var again = await Service.Get(client, $"{url}&knownAt={before["knownAt"]}");
        Assert.That(again.ToJsonString(), Is.EqualTo(before.ToJsonString()));
    }
}
