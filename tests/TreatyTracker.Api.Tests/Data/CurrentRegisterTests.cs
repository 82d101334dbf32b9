using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging.Abstractions;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Data;

/// <summary>What the service does when another program writes to its file.</summary>
[NonParallelizable] // Loads are counted for the whole process.
public sealed class CurrentRegisterTests
{
    [Test]
    public void A_program_that_writes_beside_the_data_all_the_time_does_not_make_it_be_read_each_time()
    {
        using var scratch = new Scratch();
        using var current = Loaded(scratch, out var told);
        var loads = Loads(() => Beside(scratch, 20, current));
        Assert.That(loads, Is.InRange(1, 10));
        Assert.That(told(), Is.GreaterThanOrEqualTo(20), "keys and webhooks are read again each time");
    }

    [Test]
    public void A_recording_of_another_process_is_read_at_once_meanwhile()
    {
        using var scratch = new Scratch();
        using var current = Loaded(scratch, out _);
        Beside(scratch, 5, current);
        Import.Run(scratch.Database, RegisterChanges.Changed, Times.Start.AddDays(1));
        current.Refresh();
        Assert.That(current.Now!.Log.All, Has.Count.EqualTo(2));
    }

    [Test]
    public void A_recording_is_made_and_answered_meanwhile_without_reading_the_data()
    {
        using var scratch = new Scratch();
        using var current = Loaded(scratch, out _);
        Beside(scratch, 5, current);
        var loads = Loads(() => Record(current, "new"));
        Assert.That((loads, current.Now!.Log.All.Count), Is.EqualTo((0, 2)));
        Assert.That(current.Now.Version, Is.EqualTo(Register.Load(scratch.Database).Version));
    }

    [Test]
    public async Task An_alteration_meanwhile_is_found_soon()
    {
        using var scratch = new Scratch();
        using var current = Loaded(scratch, out _);
        Beside(scratch, 5, current);
        RegisterChanges.Sql(scratch.DatabaseFile, "UPDATE source SET title = 'altered' WHERE id = (SELECT min(id) FROM source)");
        for (var clock = Stopwatch.StartNew(); current.Failure is null && clock.Elapsed < TimeSpan.FromMinutes(1); await Task.Delay(50))
            current.Refresh();
        Assert.That(current.Failure?.Error.Message, Does.Contain("altered"));
    }

    [Test]
    public void An_alteration_that_waits_to_be_found_is_not_sealed_by_a_recording_of_reference_data()
    {
        using var scratch = new Scratch();
        using var current = Loaded(scratch, out _);
        Beside(scratch, 5, current);
        RegisterChanges.Sql(scratch.DatabaseFile, "INSERT INTO source (id, title) VALUES ('x', 'x')");
        var recordings = current.Now!.Log.All.Count;
        Assert.That(
            () =>
                current.Write(
                    "desk",
                    null,
                    held =>
                        new(held.Facts with { Waivers = [.. held.Facts.Waivers.Skip(1)] }, [], true)
                        {
                            RecordedAt = Recordings.NextInstant(held.Log, Times.Start.AddDays(1)),
                        }
                ),
            Throws.InstanceOf<DatabaseException>().With.Property("IsAltered").True
        );
        using var connection = scratch.Database.OpenRead();
        Assert.That(Dapper.SqlMapper.ExecuteScalar<int>(connection, "SELECT count(*) FROM recording"), Is.EqualTo(recordings));
    }

    /// <summary>SQLite alone would go on from the pages that it has read.</summary>
    [TestCase(false, TestName = "A_file_that_is_overwritten_in_place_is_gone_on_from")]
    [TestCase(true, TestName = "A_larger_file_that_is_overwritten_in_place_is_gone_on_from")]
    public void A_file_that_is_overwritten_in_place_is_gone_on_from(bool isLarger)
    {
        using var scratch = new Scratch();
        using var current = Loaded(scratch, out _);
        var (key, token) = AccessKeys.Add(scratch.Database, "desk", KeyScope.Record, null, Times.Start);
        current.Refresh();
        Record(current, "a");
        Assert.That(current.Reader.Use(c => AccessKeys.Find(c, token)), Is.Not.Null);

        RegisterChanges.Sql(scratch.DatabaseFile, "PRAGMA wal_checkpoint(TRUNCATE)");
        var newer = new Database(Path.Combine(scratch.Path, "newer.db"));
        File.Copy(scratch.DatabaseFile, newer.Path);
        AccessKeys.Revoke(newer, key.Id, Times.Start);
        using (var other = new CurrentRegister(newer, NullLogger<CurrentRegister>.Instance))
        {
            other.Refresh();
            Record(other, "b");
            if (isLarger)
                for (var n = 0; n < 500; n++)
                    RegisterChanges.Sql(newer.Path, $"CREATE TABLE more_{n} (x)");
            for (var n = 0; isLarger && n < 500; n++)
                RegisterChanges.Sql(newer.Path, $"DROP TABLE more_{n}");
        }
        RegisterChanges.Sql(newer.Path, "PRAGMA wal_checkpoint(TRUNCATE)");
        Assert.That(new FileInfo(newer.Path).Length > new FileInfo(scratch.DatabaseFile).Length, Is.EqualTo(isLarger));
        using (var copy = Process.Start("cp", [newer.Path, scratch.DatabaseFile]))
            copy.WaitForExit();

        // What is no part of the data is written into the file as it is now.
        if (!isLarger)
            current.WriteBeside((connection, _) => Dapper.SqlMapper.Execute(connection, "UPDATE access_key SET name = 'the desk'"));
        Assert.That(() => Refreshed(current), Is.Null.After(10_000, 50));
        Assert.That(() => Refreshed(current) is null && current.Now!.Facts.Events.Contains("b"), Is.True.After(10_000, 50));
        Assert.That(current.Reader.Use(c => AccessKeys.Find(c, token))?.Revoked, Is.Not.Null);
        Record(current, "c");
        var held = Register.Load(scratch.Database);
        Assert.That(held.Log.All, Has.Count.EqualTo(4));
        Assert.That(new[] { "a", "b", "c" }.Where(id => !held.Facts.Events.Contains(id)), Is.Empty);
    }

    static ReloadFailure? Refreshed(CurrentRegister current)
    {
        current.Refresh();
        return current.Failure;
    }

    static void Record(CurrentRegister current, string id) =>
        current.Write(
            "desk",
            null,
            held =>
            {
                var recordedAt = Recordings.NextInstant(held.Log, Times.Start.AddDays(1));
                var act = held.Facts.Events[0] with { Id = id, Date = new(2020, 1, 1), RecordedAt = recordedAt };
                return new(held.Facts, [act], false) { RecordedAt = recordedAt };
            }
        );

    /// <summary>
    /// POSIX drops all locks of a process on a file when the process closes any descriptor of it. Another process would then take itself
    /// for the only one, and delete the log that this one writes to.
    /// </summary>
    [Test]
    [Platform("Linux")]
    public void The_lock_on_the_file_is_kept_whatever_is_looked_at()
    {
        using var scratch = new Scratch();
        using var current = Loaded(scratch, out _);
        Assert.That(IsLocked(scratch.DatabaseFile), "while the register is in use");
        Beside(scratch, 1, current);
        scratch.Database.EnsureUsable();
        scratch.Database.Prepare();
        Backup.Make(scratch.Database, Path.Combine(scratch.Path, "copy.db"), replace: false);
        Assert.That(IsLocked(scratch.DatabaseFile));
    }

    static bool IsLocked(string file)
    {
        using var stat = Process.Start(new ProcessStartInfo("stat", ["-c", "%i", file]) { RedirectStandardOutput = true })!;
        var inode = stat.StandardOutput.ReadToEnd().Trim();
        return File.ReadLines("/proc/locks").Any(l => l.Contains($":{inode} ", StringComparison.Ordinal) && l.Contains(" READ "));
    }

    static CurrentRegister Loaded(Scratch scratch, out Func<int> told)
    {
        var (current, times) = (new CurrentRegister(scratch.Seeded(), NullLogger<CurrentRegister>.Instance), 0);
        current.Refresh();
        current.Changed += () => times++;
        told = () => times;
        return current;
    }

    // As a program that replicates the file does it: a table of its own, written again and again.
    static void Beside(Scratch scratch, int times, CurrentRegister current)
    {
        for (var n = 0; n < times; n++)
        {
            RegisterChanges.Sql(
                scratch.DatabaseFile,
                "CREATE TABLE IF NOT EXISTS _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER);"
                    + "INSERT INTO _litestream_seq VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET seq = seq + 1"
            );
            current.Refresh();
        }
    }

    static int Loads(Action action)
    {
        var loads = 0;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, on) =>
            {
                if (instrument == Meters.RegisterLoads)
                    on.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => loads++);
        listener.Start();
        action();
        return loads;
    }
}
