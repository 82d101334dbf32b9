using System.Runtime.Versioning;
using Dapper;
using Microsoft.Data.Sqlite;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Faults;

/// <summary>
/// A database that cannot be used stops the start with exit code 2 and a sentence, and is left as it was; one that can only be read is
/// served.
/// </summary>
[Parallelizable(ParallelScope.All)]
[Category("Slow")]
public sealed class StartFaultTests
{
    static readonly DatabaseFaultTests.Damage[] s_faults =
    [
        new("a text", "is not a SQLite database", Damages.Text),
        new("noise", "is not a SQLite database", file => File.WriteAllBytes(file, DatabaseFaultTests.Noise(1, 100_000))),
        new("noise behind a good first page", "is damaged", Damages.NoiseBehindAGoodFirstPage),
        new("half of itself", "is damaged", Damages.Half),
        new(
            "a damaged page",
            "is damaged",
            file => File.WriteAllBytes(file, [.. File.ReadAllBytes(file).Select((b, n) => n / 4096 == 40 ? (byte)~b : b)])
        ),
        // No query of the register meets it.
        new(
            "an index in the wrong order",
            "is damaged",
            file =>
                RegisterChanges.Sql(
                    file,
                    "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, 'participant, date', 'date, participant') "
                        + "WHERE name = 'treaty_event_by_treaty'"
                )
        ),
        new("another program's", "of another program", Damages.AnotherProgram),
        new("a newer version's", "made by a newer version", Damages.NewerVersion),
        new("rows that name others that are gone", "is damaged", Damages.RowsWithoutOthers),
    ];

    [Test]
    public void It_ends_with_2_and_a_sentence_and_leaves_the_file(
        [ValueSource(nameof(s_faults))] DatabaseFaultTests.Damage damage,
        [Values("serve", "import", "check")] string verb
    )
    {
        using var scratch = new Scratch();
        scratch.Seeded();
        RegisterChanges.Sql(scratch.DatabaseFile, "PRAGMA journal_mode = DELETE");
        damage.Make(scratch.DatabaseFile);
        var before = File.ReadAllBytes(scratch.DatabaseFile);
        Refused(verb, scratch.DatabaseFile, damage.Reason);
        Assert.That(File.ReadAllBytes(scratch.DatabaseFile), Is.EqualTo(before));
        Assert.That(Directory.GetFiles(scratch.Path), Is.EqualTo(new[] { scratch.DatabaseFile }), "nothing is left beside it");
    }

    [Test]
    public void A_directory_in_its_place_ends_with_2_and_a_sentence([Values("serve", "import")] string verb)
    {
        using var scratch = new Scratch();
        Directory.CreateDirectory(scratch.DatabaseFile);
        Refused(verb, scratch.DatabaseFile, "it must be the path of a file");
    }

    [Test]
    public void A_database_that_another_process_keeps_for_itself_ends_with_2_and_a_sentence(
        [Values("serve", "import", "check")] string verb
    )
    {
        using var scratch = new Scratch();
        scratch.Seeded();
        using var holder = new SqliteConnection($"Data Source={scratch.DatabaseFile};Pooling=False");
        holder.Open();
        holder.Execute("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
        Refused(CommandRunner.RunProcess, verb, scratch.DatabaseFile, "is locked by another process");
    }

    [Test]
    public void A_disk_without_room_for_a_new_register_ends_with_2_and_a_sentence([Values("serve", "import")] string verb)
    {
        using var scratch = new Scratch();
        using var disk = Mount.Small(scratch, 1 << 20);
        DatabaseFaultTests.Fill(disk.Path);
        Refused(verb, Path.Combine(disk.Path, "treaties.db"), "full");
    }

    [TestCase("DELETE")]
    [TestCase("WAL")]
    public async Task A_register_on_a_read_only_file_system_is_served_and_changes_there_are_seen(string journal)
    {
        using var scratch = new Scratch();
        var image = Directory.CreateDirectory(Path.Combine(scratch.Path, "image")).FullName;
        var database = new Database(Path.Combine(image, "treaties.db"));
        File.Copy(scratch.Seeded().Path, database.Path);
        RegisterChanges.Sql(database.Path, $"PRAGMA journal_mode = {journal}");
        using var mount = Mount.ReadOnly(scratch, image);
        var seen = Path.Combine(mount.Path, "treaties.db");
        using (var service = await ServiceProcess.On(seen))
        {
            Assert.That(await service.Client.DataVersion(), Is.EqualTo(Register.Load(scratch.Database).Version));
            Refused("import", seen, "cannot be opened for writing", "--seeds", RegisterChanges.Seeds(scratch, 27));
            Assert.That(Directory.GetFiles(image), Is.EqualTo(new[] { database.Path }), "nothing is left beside it");

            // Whoever may write to it from elsewhere does.
            RegisterChanges.Import(Path.Combine(scratch.Path, "seeds-27"), database.Path);
            await service.Client.ServesSoon(Register.Load(database).Version);
        }
    }

    [Test]
    public void An_empty_register_that_cannot_be_written_to_is_not_served()
    {
        using var scratch = new Scratch();
        var image = Directory.CreateDirectory(Path.Combine(scratch.Path, "image")).FullName;
        new Database(Path.Combine(image, "treaties.db")).Prepare();
        using var mount = Mount.ReadOnly(scratch, image);
        Refused("serve", Path.Combine(mount.Path, "treaties.db"), "is empty and cannot be written to");
    }

    [Test]
    public void A_read_only_register_with_a_pending_write_ahead_log_is_refused([Values("serve", "check")] string verb)
    {
        using var scratch = new Scratch();
        var image = Directory.CreateDirectory(Path.Combine(scratch.Path, "image")).FullName;
        var file = Path.Combine(image, "treaties.db");
        using (var writer = scratch.Seeded().OpenWrite())
        {
            writer.Execute("UPDATE source SET title = upper(title)");
            File.Copy(scratch.DatabaseFile, file);
            File.Copy($"{scratch.DatabaseFile}-wal", $"{file}-wal");
        }
        Assert.That(new FileInfo($"{file}-wal").Length, Is.Positive);
        using var mount = Mount.ReadOnly(scratch, image);
        Refused(verb, Path.Combine(mount.Path, "treaties.db"), "is in the log beside it");
    }

    [Test, UnsupportedOSPlatform("windows"), Platform(Exclude = "Win")]
    public async Task A_user_without_write_permission_can_serve_a_register()
    {
        using var scratch = new Scratch();
        var image = Directory.CreateDirectory(Path.Combine(scratch.Path, "image")).FullName;
        var file = Path.Combine(image, "treaties.db");
        File.Copy(scratch.Seeded().Path, file);
        var version = Register.Load(scratch.Database).Version;
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        foreach (var directory in new[] { image, scratch.Path })
            File.SetUnixFileMode(
                directory,
                UnixFileMode.UserRead
                    | UnixFileMode.UserExecute
                    | UnixFileMode.GroupRead
                    | UnixFileMode.GroupExecute
                    | UnixFileMode.OtherRead
                    | UnixFileMode.OtherExecute
            );
        try
        {
            using var service = await ServiceProcess.Of(CommandRunner.StartWithoutRights(ServiceProcess.Arguments(file)));
            Assert.That(await service.Client.DataVersion(), Is.EqualTo(version));
            Assert.That(Directory.GetFiles(image), Is.EqualTo(new[] { file }));
        }
        finally
        {
            foreach (var directory in new[] { image, scratch.Path })
                File.SetUnixFileMode(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    static void Refused(string verb, string file, string reason, params string[] more) =>
        Refused(CommandRunner.Run, verb, file, reason, more);

    static void Refused(Func<string[], CommandRunner.Result> start, string verb, string file, string reason, params string[] more)
    {
        var run = start([
            verb,
            "--database",
            file,
            .. verb is "serve" ? new[] { "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=None" } : [],
            .. more,
        ]);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")), run.Error);
        Assert.That(run.Error, Does.Contain(reason).And.Not.Contain("   at "));
        Assert.That(run.Error.Trim().Split('\n'), Has.Length.EqualTo(1), "one line says it");
    }
}
