using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Faults;

/// <summary>
/// Several processes on one file: readers see whole imports, writers wait for each other, and a kill leaves the old register or the new
/// one. The environment variable KILLS asks for another number of kills.
/// </summary>
[Category("Slow")]
public sealed class SeveralProcessesTests
{
    static readonly int s_kills = TestSettings.Number("KILLS", 24);

    [Test]
    public async Task Readers_see_each_import_of_another_process_soon_and_never_half_of_it()
    {
        using var scratch = new Scratch();
        using var service = await ServiceProcess.On(scratch.Seeded().Path);
        string[] seeds = [RegisterChanges.Seeds(scratch, 27), RegisterChanges.Seeds(scratch, 23)];

        // What each version holds, read from the file itself after each import.
        var truth = new Dictionary<string, (int Events, int Parties)>();
        void Note()
        {
            var register = Register.Load(scratch.Database);
            truth[register.Version] = (
                register.Facts.Events.Count,
                register.KnownAt(null).StatusOf(register.FindTreaty("untoc")!).Timeline.On(new(2016, 6, 24)).Parties
            );
        }
        Note();

        using var done = new CancellationTokenSource();
        var seen = new ConcurrentBag<(string Version, int? Events, int? Parties)>();
        var readers = Enumerable
            .Range(0, 3)
            .Select(_ =>
                Task.Run(async () =>
                {
                    while (!done.IsCancellationRequested)
                    {
                        var (version, body) = await Ask(service, "/v1/treaties/untoc/counts?asOf=2016-06-24");
                        seen.Add((version, null, (int)body["parties"]!));
                        (version, body) = await Ask(service, "/v1/version");
                        Assert.That((string?)body["data"], Is.EqualTo(version));
                        seen.Add((version, (int)body["rows"]!["events"]!, null));
                    }
                })
            )
            .ToArray();
        for (var round = 0; round < 6; round++)
        {
            RegisterChanges.Import(seeds[round % 2], scratch.DatabaseFile);
            Note();
            await service.Client.ServesSoon(Register.Load(scratch.Database).Version);
        }
        done.Cancel();
        await Task.WhenAll(readers);

        Assert.That(seen.Select(s => s.Version).Distinct(), Is.SubsetOf(truth.Keys));
        Assert.That(seen.Select(s => s.Version).Distinct().Count(), Is.GreaterThan(3), "the readers were there while it changed");
        foreach (var (version, events, parties) in seen)
            Assert.That((events ?? truth[version].Events, parties ?? truth[version].Parties), Is.EqualTo(truth[version]), version);
    }

    [Test]
    public async Task A_load_sees_one_import_or_the_next_and_nothing_between()
    {
        using var scratch = new Scratch();
        var database = scratch.Seeded();
        await RegisterChanges.MustNotMix(database, 20, _ => Task.FromResult(Register.Load(database).Version));
    }

    [Test]
    public void Two_concurrent_imports_run_one_after_the_other()
    {
        using var scratch = new Scratch();
        scratch.Seeded();
        string[] seeds = [RegisterChanges.Seeds(scratch, 27), RegisterChanges.Seeds(scratch, 23)];
        var wanted = seeds.Select(s => RegisterChanges.Acts(SeedReader.Read(s))).ToList();
        for (var round = 0; round < 5; round++)
        {
            var before = Register.Load(scratch.Database).Facts.Events.Select(e => e.Id).ToHashSet();
            Parallel.ForEach(
                seeds,
                s =>
                {
                    var run = CommandRunner.RunProcess("import", "--seeds", s, "--database", scratch.DatabaseFile);
                    Assert.That(run.ExitCode, Is.Zero, run.Error);
                }
            );
            RegisterChanges.MustBeSound(scratch.Database);
            var held = Register.Load(scratch.Database).Facts;
            Assert.That(wanted, Does.Contain(RegisterChanges.Acts(held)), "it holds what one of the two holds");
            Assert.That(before, Is.SubsetOf(held.Events.Select(e => e.Id)), "and forgot nothing");
        }
    }

    [Test]
    public void An_import_that_is_killed_leaves_the_old_register_or_the_new_one()
    {
        using var scratch = new Scratch();
        var seeds = OneFamily(scratch);
        scratch.Database.Prepare();
        Import.Run(scratch.Database, SeedReader.Read(seeds), Times.Start);
        AddNotes(seeds);
        var noted = SeedReader.Read(seeds);
        var (before, after) = (RegisterChanges.Acts(Register.Load(scratch.Database).Facts), RegisterChanges.Acts(noted));

        // How long an import takes here, and how long its log grows: the kills are spread over both, and a little beyond.
        var trial = Copy(scratch, "trial");
        var clock = Stopwatch.StartNew();
        var longest = 0L;
        using (var process = CommandRunner.Start("import", "--seeds", seeds, "--database", trial))
        {
            Drain(process);
            while (!process.WaitForExit(1))
                longest = Math.Max(longest, LogOf(trial));
            Assert.That(process.ExitCode, Is.Zero);
        }
        var whole = clock.Elapsed;
        Assert.That(longest, Is.Positive, "the import is long enough to be caught writing");

        var (outcomes, killed) = (new ConcurrentBag<string>(), 0);
        Parallel.For(
            0,
            s_kills,
            new() { MaxDegreeOfParallelism = Environment.ProcessorCount },
            round =>
            {
                var file = Copy(scratch, $"killed-{round}");
                using (var process = CommandRunner.Start("import", "--seeds", seeds, "--database", file))
                {
                    Drain(process);
                    var since = Stopwatch.StartNew();
                    // By turns at a moment and at a length of the log. The last lengths are never reached: these imports end before they
                    // are killed.
                    var part = (double)round / s_kills;
                    while (
                        !process.HasExited
                        && (round % 2 == 0 ? since.Elapsed < whole * part * 1.2 : LogOf(file) < Math.Max(1, longest * part * 1.1))
                    )
                        Thread.Sleep(1);
                    if (!process.HasExited)
                        Interlocked.Increment(ref killed);
                    // SIGKILL: nothing is tidied up.
                    process.Kill();
                    process.WaitForExit();
                }
                var log = LogOf(file);
                var database = new Database(file);
                RegisterChanges.MustBeSound(database);
                var acts = RegisterChanges.Acts(Register.LoadExisting(database).Facts);
                Assert.That(acts, Is.EqualTo(before).Or.EqualTo(after), $"round {round}");
                outcomes.Add(
                    acts == after ? "new"
                    : log > 0 ? "old, killed while it wrote"
                    : "old"
                );
                if (round % 10 != 0)
                    return;
                Import.Run(database, noted, DateTimeOffset.UtcNow);
                Assert.That(RegisterChanges.Acts(Register.Load(database).Facts), Is.EqualTo(after), "and the import can be run again");
            }
        );
        var counted = outcomes.CountBy(o => o).ToDictionary();
        TestContext.Out.WriteLine(
            $"{killed} of {s_kills} were killed: {string.Join(", ", counted.OrderBy(o => o.Key).Select(o => $"{o.Value} {o.Key}"))}"
        );
        Assert.That(counted.Keys, Is.EquivalentTo(new[] { "new", "old", "old, killed while it wrote" }));
        Assert.That(counted.Values, Has.All.GreaterThanOrEqualTo(s_kills / 20));
        Assert.That(outcomes, Has.Count.EqualTo(s_kills));
        Assert.That(killed, Is.GreaterThan(s_kills / 2));
    }

    /// <summary>
    /// The shipped seeds of the Convention against Transnational Organized Crime and its Protocols alone: a register with all that one has,
    /// that is soon read.
    /// </summary>
    static string OneFamily(Scratch scratch)
    {
        var seeds = scratch.CopyOfSeeds();
        foreach (
            var file in Directory
                .GetFiles(seeds, "*", SearchOption.AllDirectories)
                .Where(f => Path.GetDirectoryName(f) != seeds && !Path.GetFileName(f).StartsWith("untoc", StringComparison.Ordinal))
        )
            File.Delete(file);
        foreach (var table in new[] { "published-counts.csv", "waivers.csv" })
        {
            var file = Path.Combine(seeds, table);
            var lines = File.ReadAllLines(file);
            File.WriteAllText(
                file,
                string.Join('\n', [lines[0], .. lines[1..].Where(l => l.Contains("untoc", StringComparison.Ordinal))]) + "\n"
            );
        }
        return seeds;
    }

    /// <summary>Gives every event that has none a note so long that its import writes for a while.</summary>
    static void AddNotes(string seeds)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(seeds, "events")))
        {
            var lines = File.ReadAllLines(file);
            for (var n = 1; n < lines.Length; n++)
                if (lines[n].EndsWith(','))
                    lines[n] += new string((char)('a' + n % 26), 5000);
            File.WriteAllText(file, string.Join('\n', lines) + "\n");
        }
    }

    static string Copy(Scratch scratch, string name)
    {
        var file = Path.Combine(scratch.Path, $"{name}.db");
        File.Copy(scratch.DatabaseFile, file);
        return file;
    }

    static long LogOf(string database) => new FileInfo($"{database}-wal") is { Exists: true } log ? log.Length : 0;

    static void Drain(System.Diagnostics.Process process)
    {
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    static async Task<(string Version, JsonNode Body)> Ask(ServiceProcess service, string url)
    {
        using var answer = await service.Client.GetAsync(url);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.That((int)answer.StatusCode, Is.EqualTo(200), body);
        return (answer.Headers.GetValues("X-Data-Version").Single(), JsonNode.Parse(body)!);
    }
}
