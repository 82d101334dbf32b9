using Dapper;
using Microsoft.Data.Sqlite;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Faults;

/// <summary>
/// What befalls the file under a running service: it answers from the last good snapshot, says why, and recovers by itself.
/// </summary>
[Category("Slow")]
public sealed class DatabaseFaultTests
{
    /// <summary>Something put in the database's place, and what the service says of it.</summary>
    public sealed record Damage(string Name, string Reason, Action<string> Make)
    {
        public override string ToString() => Name;
    }

    static readonly Damage[] s_faults =
    [
        new("nothing", "the database is gone", File.Delete),
        new("a text", "the file in the database's place is not a database", Damages.Text),
        new(
            "noise of a database's length",
            "the file in the database's place is not a database",
            file => File.WriteAllBytes(file, Noise(1, (int)new FileInfo(file).Length))
        ),
        new("noise behind a good first page", "the database is damaged", Damages.NoiseBehindAGoodFirstPage),
        new("half of itself", "the database is damaged", Damages.Half),
        new("an empty file", "the database is empty", file => File.WriteAllText(file, "")),
        new(
            "a register without a treaty",
            "the database is empty",
            file =>
            {
                File.Delete(file);
                new Database(file).Prepare();
            }
        ),
        new("another program's database", "the database in its place is another program's", Damages.AnotherProgram),
        new("a register of a newer version", "the database has the schema of a newer version", Damages.NewerVersion),
        new("rows that name others that are gone", "the database is damaged", Damages.RowsWithoutOthers),
        new(
            "a word that the law does not know",
            "the database is damaged",
            file => RegisterChanges.Sql(file, "UPDATE treaty SET final_clauses = '{\"entryIntoForce\":7}' WHERE id = 'untoc'")
        ),
    ];

    Scratch _scratch = null!;
    ServiceProcess _service = null!;

    /// <summary>One service for all: it recovers from each fault, whatever its register holds then.</summary>
    [OneTimeSetUp]
    public async Task Start()
    {
        _scratch = new();
        _service = await ServiceProcess.On(_scratch.Seeded().Path);
    }

    [OneTimeTearDown]
    public void Stop()
    {
        _service?.Dispose();
        _scratch.Dispose();
    }

    [TestCaseSource(nameof(s_faults))]
    public async Task The_last_good_snapshot_answers_while_the_database_is_unusable(Damage damage)
    {
        var version = await _service.Client.DataVersion();
        var good = Copy(_scratch, "good.db");

        var bad = Copy(_scratch, "bad.db");
        damage.Make(bad);
        Replace(bad, _scratch.DatabaseFile);
        await _service.Client.IsSoon($"degraded: {damage.Reason}; answers come from the last good snapshot");
        Assert.That(await _service.Client.DataVersion(), Is.EqualTo(version));

        Replace(good, _scratch.DatabaseFile);
        await _service.Client.IsSoon("ready");
        Assert.That(await _service.Client.DataVersion(), Is.EqualTo(version));
    }

    [Test]
    public async Task A_database_that_is_overwritten_in_place_is_noticed()
    {
        var version = await _service.Client.DataVersion();
        var good = File.ReadAllBytes(_scratch.DatabaseFile);
        File.WriteAllBytes(_scratch.DatabaseFile, Noise(3, good.Length));
        await _service.Client.IsSoon("degraded");
        File.WriteAllBytes(_scratch.DatabaseFile, good);
        await _service.Client.IsSoon("ready");
        Assert.That(await _service.Client.DataVersion(), Is.EqualTo(version));
    }

    [Test]
    public async Task A_replaced_register_is_served()
    {
        // The whole of it stands in the file, none in a log.
        RegisterChanges.Sql(_scratch.DatabaseFile, "PRAGMA wal_checkpoint(TRUNCATE)");
        var other = Path.Combine(_scratch.Path, "other.db");
        File.Copy(_scratch.DatabaseFile, other);
        RegisterChanges.Import(RegisterChanges.Seeds(_scratch, 24), other);
        // Same time: only the file is another.
        File.SetLastWriteTimeUtc(other, File.GetLastWriteTimeUtc(_scratch.DatabaseFile));
        var version = Register.Load(new(other)).Version;
        Assert.That(await _service.Client.DataVersion(), Is.Not.EqualTo(version));
        Replace(other, _scratch.DatabaseFile);
        await _service.Client.ServesSoon(version);
        Assert.That(await _service.Client.Health(), Is.EqualTo("ready"));
        RegisterChanges.Import(RegisterChanges.Seeds(_scratch, 23), _scratch.DatabaseFile);
        await _service.Client.ServesSoon(Register.Load(_scratch.Database).Version);
    }

    [Test]
    public async Task A_register_that_lacks_what_was_recorded_is_not_served_unless_a_restore_put_it_there()
    {
        RegisterChanges.Sql(_scratch.DatabaseFile, "PRAGMA wal_checkpoint(TRUNCATE)");
        var older = Copy(_scratch, "older.db");
        RegisterChanges.Import(RegisterChanges.Seeds(_scratch, 25), _scratch.DatabaseFile);
        var version = Register.Load(_scratch.Database).Version;
        await _service.Client.ServesSoon(version);
        var newest = Copy(_scratch, "newest.db");
        File.Copy(older, $"{older}.copy");
        Replace($"{older}.copy", _scratch.DatabaseFile);
        await _service.Client.IsSoon("degraded: the database lacks recordings that are loaded");
        Assert.That(await _service.Client.DataVersion(), Is.EqualTo(version));
        Replace(newest, _scratch.DatabaseFile);
        await _service.Client.IsSoon("ready");
        Assert.That(CommandRunner.Run("restore", older, "--database", _scratch.DatabaseFile).ExitCode, Is.Zero);
        await _service.Client.ServesSoon(Register.Load(new(older)).Version);
        Assert.That(await _service.Client.Health(), Is.EqualTo("ready"));
        RegisterChanges.Sql(_scratch.DatabaseFile, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    [TestCase("UPDATE treaty SET subject = 'x' WHERE id = 'untoc'")]
    [TestCase("DROP TRIGGER treaty_event_source_is_never_deleted; DELETE FROM treaty_event_source WHERE event LIKE 'untoc-PRK-%'")]
    public async Task A_register_that_was_altered_is_not_served(string sql)
    {
        RegisterChanges.Sql(_scratch.DatabaseFile, "PRAGMA wal_checkpoint(TRUNCATE)");
        var version = await _service.Client.DataVersion();
        var good = Copy(_scratch, "untouched.db");
        var altered = Copy(_scratch, "altered.db");
        RegisterChanges.Sql(altered, sql);
        Replace(altered, _scratch.DatabaseFile);
        await _service.Client.IsSoon("degraded: the register was altered without a recording; answers come from the last good snapshot");
        Assert.That(await _service.Client.DataVersion(), Is.EqualTo(version));
        Replace(good, _scratch.DatabaseFile);
        await _service.Client.IsSoon("ready");
    }

    [Test]
    public async Task A_database_that_another_process_locks_is_read_when_the_lock_is_released()
    {
        var other = Copy(_scratch, "kept.db");
        RegisterChanges.Import(RegisterChanges.Seeds(_scratch, 27), other);
        var version = Register.Load(new(other)).Version;
        Assert.That(await _service.Client.DataVersion(), Is.Not.EqualTo(version));
        using (var holder = new SqliteConnection($"Data Source={other};Pooling=False"))
        {
            holder.Open();
            holder.Execute("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
            Replace(other, _scratch.DatabaseFile);
            await _service.Client.IsSoon("degraded: the database is locked by another process");
        }
        await _service.Client.ServesSoon(version);
        await _service.Client.IsSoon("ready");
    }

    [Test]
    public async Task A_slow_writer_does_not_block_readers_or_a_start()
    {
        using var holder = _scratch.Database.OpenWrite();
        holder.Execute("BEGIN EXCLUSIVE; DELETE FROM waiver");
        using var second = await ServiceProcess.On(_scratch.DatabaseFile);
        Assert.That(await second.Client.DataVersion(), Is.EqualTo(await _service.Client.DataVersion()));
        Assert.That(await _service.Client.Health(), Is.EqualTo("ready"));
        holder.Execute("ROLLBACK");
    }

    [Test]
    public async Task A_full_disk_stops_an_import_and_loses_nothing()
    {
        using var scratch = new Scratch();
        using var disk = Mount.Small(scratch, 6 << 20);
        var file = Path.Combine(disk.Path, "treaties.db");
        File.Copy(scratch.Seeded().Path, file);
        using (var service = await ServiceProcess.On(file))
        {
            var version = await service.Client.DataVersion();
            Fill(disk.Path);
            var run = CommandRunner.Run("import", "--seeds", RegisterChanges.Seeds(scratch, 27), "--database", file);
            Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")), run.Error);
            Assert.That(run.Error, Does.Contain("full").And.Not.Contain("   at "));
            Assert.That(await service.Client.DataVersion(), Is.EqualTo(version));

            File.Delete(Path.Combine(disk.Path, "filler"));
            await service.Client.IsSoon("ready");
            RegisterChanges.Import(Path.Combine(scratch.Path, "seeds-27"), file);
            var database = new Database(file);
            RegisterChanges.MustBeSound(database);
            await service.Client.ServesSoon(Register.Load(database).Version);
        }
    }

    /// <summary>
    /// Bytes change at random places, as a failing disk would do it: some damage is found, none stops the service. The environment variable
    /// DAMAGES asks for another number of rounds.
    /// </summary>
    [Test]
    public void A_good_snapshot_answers_whichever_byte_is_damaged()
    {
        using var scratch = new Scratch();
        var database = scratch.Seeded(SmallRecord.Path);
        var good = File.ReadAllBytes(database.Path);
        using var current = new CurrentRegister(database, Microsoft.Extensions.Logging.Abstractions.NullLogger<CurrentRegister>.Instance);
        current.Refresh();
        var first = current.Now!;
        var random = new Random(20261126);
        var found = 0;
        var rounds = TestSettings.Number("DAMAGES", 16);
        for (var round = 0; round < rounds; round++)
        {
            var bytes = good.ToArray();
            // One byte or a run of them; every fifth time in the header and the schema.
            var length = round % 3 == 0 ? random.Next(1, 2000) : 1;
            var at = random.Next(round % 5 == 0 ? 4096 : bytes.Length - length);
            for (var n = at; n < Math.Min(at + length, bytes.Length); n++)
                bytes[n] = (byte)(bytes[n] ^ random.Next(1, 256));
            if (round % 2 == 0)
                File.WriteAllBytes(database.Path, bytes);
            else
            {
                File.WriteAllBytes(database.Path + ".new", bytes);
                File.Move(database.Path + ".new", database.Path, overwrite: true);
            }
            current.Refresh();
            if (current.Failure is { } failure)
            {
                found++;
                Assert.That(failure.Error.Message, Does.Not.Contain("Exception").And.EndsWith("."), $"round {round}");
            }
            var now = current.Now!;
            foreach (var treaty in now.Facts.Treaties)
                Assert.That(now.KnownAt(null).StatusOf(treaty).Timeline.On(new(2020, 1, 1)).Parties, Is.Not.Negative, $"round {round}");

            File.WriteAllBytes(database.Path, good);
            current.Refresh();
            Assert.That(
                (current.Failure?.Error.Message, current.Now!.Version),
                Is.EqualTo(((string?)null, first.Version)),
                $"round {round}"
            );
        }
        TestContext.Out.WriteLine($"{found} of {rounds} were found out");
        Assert.That(found, Is.GreaterThan(rounds / 4));
    }

    internal static string Copy(Scratch scratch, string name)
    {
        var target = Path.Combine(scratch.Path, name);
        // With all that stands in the log: a copy of the file alone might be old.
        RegisterChanges.Sql(scratch.DatabaseFile, $"VACUUM INTO '{target}'");
        RegisterChanges.Sql(target, "PRAGMA journal_mode = WAL");
        return target;
    }

    internal static byte[] Noise(int seed, int length)
    {
        var noise = new byte[length];
        new Random(seed).NextBytes(noise);
        return noise;
    }

    internal static void Fill(string directory)
    {
        using var filler = new FileStream(
            Path.Combine(directory, "filler"),
            FileMode.Append,
            FileAccess.Write,
            FileShare.None,
            bufferSize: 0
        );
        try
        {
            while (true)
                filler.Write(new byte[4096]);
        }
        catch (IOException)
        {
            // Full.
        }
    }

    /// <summary>Puts a file in the place of another, or nothing where there is no file.</summary>
    static void Replace(string file, string place)
    {
        if (File.Exists(file))
            File.Move(file, place, overwrite: true);
        else
            File.Delete(place);
    }
}
