using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Tests.Harness;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Tests.Faults;

/// <summary>
/// Recording over HTTP when the service is killed, when others write to the same file, and when nothing can be written. The environment
/// variable KILLS asks for another number of kills.
/// </summary>
[Category("Slow")]
public sealed class RecordingFaultTests
{
    static readonly string[] s_participants = ["BRA", "CAN", "DEU", "EGY", "FRA", "JPN", "KEN", "MEX"];

    static readonly int s_kills = TestSettings.Number("KILLS", 4);

    [Test]
    public async Task What_was_acknowledged_before_a_kill_is_there_once_and_nothing_is_there_in_part()
    {
        using var scratch = new Scratch();
        var database = scratch.Seeded();
        var key = Desk.Key(database);
        var acknowledged = new ConcurrentBag<(Desk.Act Act, string Id)>();
        var (random, unanswered, next) = (new Random(17), new List<Desk.Act[]>(), new int[s_participants.Length]);
        var (retried, answers) = (0, 0);
        for (var round = 0; round < s_kills; round++)
        {
            using var service = await ServiceProcess.On(database.Path);
            Desk.Authorize(service.Client, key);
            // Who did not get an answer asks again.
            foreach (var acts in unanswered)
            {
                var (status, ids, body) = await new Desk(service.Client, "").Record(acts);
                Assert.That(status, Is.EqualTo(200).Or.EqualTo(201), $"{body}");
                foreach (var known in acts.Zip(ids))
                    acknowledged.Add(known);
                retried++;
            }
            unanswered.Clear();
            var (open, wrong) = (new ConcurrentBag<Desk.Act[]>(), new ConcurrentQueue<string>());
            var writers = s_participants.Index().Select(p => Task.Run(() => Write(p.Index, p.Item))).ToList();
            var readers = Enumerable.Range(0, 8).Select(_ => Task.Run(Read)).ToList();
            var before = acknowledged.Count;
            await CommandRunner.Until(() => Task.FromResult(acknowledged.Count > before), "something was recorded");
            await Task.Delay(random.Next(1000));
            service.Kill();
            await Task.WhenAll([.. writers, .. readers]);
            Assert.That(wrong, Is.Empty);
            unanswered.AddRange(open);

            // The chain is verified by this, too.
            var held = Held(database);
            foreach (var (act, id) in acknowledged)
                Assert.That(held[(act.Treaty, act.Participant, act.Day)].Select(e => e.Id), Is.EqualTo(new[] { id }), $"round {round}");
            foreach (var acts in unanswered)
                Assert.That(
                    acts.Select(a => held[(a.Treaty, a.Participant, a.Day)].Count()).Distinct().ToList(),
                    Is.EqualTo(new[] { 0 }).Or.EqualTo(new[] { 1 }),
                    $"round {round}: all of a request or nothing"
                );

            async Task Write(int number, string participant)
            {
                var mine = new Random(round * 100 + number);
                var desk = new Desk(service.Client, participant);
                _ = desk.Next(next[number]);
                while (true)
                {
                    var acts = desk.Next(mine.Next(4) == 0 ? mine.Next(2, 20) : 1);
                    next[number] += acts.Length;
                    try
                    {
                        var (status, ids, body) = await desk.Record(acts);
                        if (status != 201)
                            wrong.Enqueue($"{status} {body}");
                        foreach (var known in acts.Zip(ids))
                            acknowledged.Add(known);
                    }
                    catch (Exception e) when (EndsWithTheService(e))
                    {
                        open.Add(acts);
                        return;
                    }
                }
            }

            async Task Read()
            {
                string[] questions =
                [
                    "/v1/treaties/untoc/counts",
                    "/v1/treaties/untoc/events?kind=declaration",
                    "/v1/recordings",
                    "/v1/version",
                ];
                for (var at = 0; ; at++)
                    try
                    {
                        using var answer = await service.Client.GetAsync(questions[at % questions.Length]);
                        var body = await answer.Content.ReadAsStringAsync();
                        if (answer.StatusCode is not HttpStatusCode.OK || JsonNode.Parse(body) is null)
                            wrong.Enqueue($"{questions[at % questions.Length]} {answer.StatusCode} {body}");
                        Interlocked.Increment(ref answers);
                    }
                    catch (Exception e) when (EndsWithTheService(e))
                    {
                        return;
                    }
            }
        }
        RegisterChanges.MustBeSound(database);
        Assert.That(CommandRunner.Run("verify", "--database", database.Path).ExitCode, Is.Zero);
        var log = Register.LoadExisting(database).Log;
        TestContext.Out.WriteLine(
            $"{s_kills} kills: {acknowledged.Count} events acknowledged, {retried} requests repeated, {log.All.Count} recordings, "
                + $"{answers} answers"
        );
        Assert.That(log.All.Skip(1).Select(r => r.By), Is.All.EqualTo(Desk.Name));
        Assert.That(answers, Is.Positive);
    }

    [Test]
    public async Task Two_services_and_imports_write_to_one_file_one_after_the_other()
    {
        using var scratch = new Scratch();
        var database = scratch.Seeded();
        var key = Desk.Key(database);
        string[] seeds = [RegisterChanges.Seeds(scratch, 27), RegisterChanges.Seeds(scratch, 23)];
        using var one = await ServiceProcess.On(database.Path);
        using var other = await ServiceProcess.On(database.Path);
        ServiceProcess[] services = [one, other];
        using var done = new CancellationTokenSource();
        var (acknowledged, delays, recordings) = (new ConcurrentBag<(Desk.Act Act, string Id)>(), new ConcurrentBag<double>(), 0);
        foreach (var service in services)
            Desk.Authorize(service.Client, key);
        var writers = s_participants
            .Take(4)
            .Index()
            .Select(p =>
                Task.Run(async () =>
                {
                    var desk = new Desk(services[p.Index % 2].Client, p.Item);
                    while (!done.IsCancellationRequested)
                    {
                        var acts = desk.Next(p.Index == 0 ? 20 : 1);
                        var ids = await RecordPatiently(desk, acts);
                        Interlocked.Increment(ref recordings);
                        foreach (var known in acts.Zip(ids))
                            acknowledged.Add(known);
                        var clock = Stopwatch.StartNew();
                        using (await services[1 - p.Index % 2].Client.Until($"/v1/events/{ids[^1]}", HttpStatusCode.OK))
                            delays.Add(clock.Elapsed.TotalSeconds);
                    }
                })
            )
            .ToList();
        const int imports = 4;
        for (var round = 0; round < imports; round++)
        {
            var run = await Task.Run(() => CommandRunner.RunProcess("import", "--seeds", seeds[round % 2], "--database", database.Path));
            Assert.That(run.ExitCode, Is.Zero, run.Error);
        }
        done.Cancel();
        await Task.WhenAll(writers);

        var register = Register.LoadExisting(database);
        var held = Held(database);
        foreach (var (act, id) in acknowledged)
            Assert.That(held[(act.Treaty, act.Participant, act.Day)].Select(e => e.Id), Is.EqualTo(new[] { id }));
        var log = register.Log.All;
        Assert.That(log.Select(r => r.Number), Is.EqualTo(Enumerable.Range(1, log.Count)));
        Assert.That(log.Count(r => r.By == Desk.Name), Is.EqualTo(recordings));
        Assert.That(log.Count(r => r.By == Recordings.ByImport), Is.EqualTo(1 + imports), "each import found the day of the one before");
        Assert.That(log.Sum(r => r.Events), Is.EqualTo(register.Facts.Events.Count));
        foreach (var service in services)
            await service.Client.ServesSoon(register.Version);
        // How fast a machine is must not decide a test: each was seen within two minutes, and how soon is told.
        double[] sorted = [.. delays.Order()];
        TestContext.Out.WriteLine(
            $"{recordings} recordings; seen by the other service after {sorted[sorted.Length / 2]:0.00} s, at most {sorted[^1]:0.00} s"
        );
    }

    [Test]
    public async Task A_full_disk_refuses_recordings_and_loses_nothing()
    {
        using var scratch = new Scratch();
        using var disk = Mount.Small(scratch, 6 << 20);
        var database = new Database(Path.Combine(disk.Path, "treaties.db"));
        File.Copy(scratch.Seeded().Path, database.Path);
        var key = Desk.Key(database);
        using var service = await ServiceProcess.On(database.Path);
        Desk.Authorize(service.Client, key);
        var desk = new Desk(service.Client, "FRA");
        var version = await service.Client.DataVersion();
        DatabaseFaultTests.Fill(disk.Path);

        var (status, _, body) = await desk.Record(desk.Next(500));
        Assert.That((status, (string?)body!["detail"]), Is.EqualTo((503, "Nothing was recorded: database or disk is full.")));
        Assert.That(await service.Client.DataVersion(), Is.EqualTo(version));

        File.Delete(Path.Combine(disk.Path, "filler"));
        Assert.That((await desk.Record(desk.Next(500))).Status, Is.EqualTo(201));
        RegisterChanges.MustBeSound(database);
        Assert.That(Register.LoadExisting(database).Version, Is.EqualTo(await service.Client.DataVersion()).And.Not.EqualTo(version));
    }

    [Test]
    public async Task A_register_that_cannot_be_written_to_refuses_recordings_and_answers()
    {
        using var scratch = new Scratch();
        var image = Directory.CreateDirectory(Path.Combine(scratch.Path, "image")).FullName;
        var database = new Database(Path.Combine(image, "treaties.db"));
        File.Copy(scratch.Seeded().Path, database.Path);
        var key = Desk.Key(database);
        RegisterChanges.Sql(database.Path, "PRAGMA wal_checkpoint(TRUNCATE)");
        using var mount = Mount.ReadOnly(scratch, image);
        using (var service = await ServiceProcess.On(Path.Combine(mount.Path, "treaties.db")))
        {
            Desk.Authorize(service.Client, key);
            var version = await service.Client.DataVersion();
            var desk = new Desk(service.Client, "FRA");
            var (status, _, body) = await desk.Record(desk.Next(1));
            Assert.That(status, Is.EqualTo(503), $"{body}");
            Assert.That((string?)body!["detail"], Does.StartWith("Nothing was recorded: ").And.Not.Contain(scratch.Path));
            Assert.That(await service.Client.DataVersion(), Is.EqualTo(version));
        }
        Assert.That(Register.LoadExisting(database).Log.All, Has.Count.EqualTo(1));
    }

    // A slow machine may let a request wait for too long. Then it is repeated, and is recorded once all the same.
    static async Task<string[]> RecordPatiently(Desk desk, Desk.Act[] acts)
    {
        for (var patience = Stopwatch.StartNew(); ; )
            try
            {
                var (status, ids, body) = await desk.Record(acts);
                if (status is 200 or 201)
                    return ids;
                Assert.That(status, Is.EqualTo(503), $"{body}");
                Assert.That(patience.Elapsed, Is.LessThan(TimeSpan.FromMinutes(3)), $"{body}");
            }
            catch (TaskCanceledException) when (patience.Elapsed < TimeSpan.FromMinutes(3))
            {
                // Asked again.
            }
    }

    static ILookup<(string, string, string), TreatyEvent> Held(Database database) =>
        Register
            .LoadExisting(database)
            .Facts.Events.Where(e => e.Kind is EventKind.Declaration)
            .ToLookup(e => (e.Treaty, e.Participant, Instant.Text(e.Date)));

    static bool EndsWithTheService(Exception e) => e is HttpRequestException or IOException or TaskCanceledException;
}
