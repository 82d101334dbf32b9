using System.Security.Cryptography;
using System.Text;
using Dapper;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Commands;

/// <summary>Backup and restore of a register in use.</summary>
[Category("Slow")]
public sealed class BackupTests
{
    const string Counts = "/v1/treaties/untoc/counts?asOf=2017-06-30";

    readonly Scratch _refused = new();

    /// <summary>Creates a register, a backup of it, and files that are neither. No test may change them.</summary>
    [OneTimeSetUp]
    public void CreateFiles()
    {
        Backup.Make(_refused.Seeded(), At("THERE"), replace: false);
        File.WriteAllText(At("text.db"), "Dear diary, today I signed a treaty.");
        File.WriteAllText(At("empty.db"), "");
        RegisterChanges.Sql(At("foreign.db"), "CREATE TABLE recipe (name TEXT)");
        File.Copy(At("THERE"), At("newer.db"));
        RegisterChanges.Sql(At("newer.db"), "PRAGMA user_version = 99");
        var bytes = File.ReadAllBytes(At("THERE"));
        File.WriteAllBytes(At("half.db"), bytes[..(bytes.Length / 2)]);
        File.WriteAllBytes(At("damaged.db"), Damaged(bytes));
    }

    [OneTimeTearDown]
    public void Clear() => _refused.Dispose();

    [Test]
    public void A_backup_is_one_complete_file_and_restoring_it_recreates_the_register()
    {
        using var scratch = new Scratch();
        var version = Register.Load(scratch.Seeded()).Version;
        var backup = Path.Combine(scratch.Path, "backup.db");

        var run = CommandRunner.Run("backup", backup, "--database", scratch.DatabaseFile);
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Output, Does.StartWith($"Data version {version} (6 treaties, ").And.EndWith($" written to {backup}.\n"));
        Assert.That(
            File.ReadAllBytes(backup)[18..20],
            Is.EqualTo(new byte[] { 1, 1 }),
            "a rollback journal: nothing beside the file is needed"
        );
        Assert.That(Directory.GetFiles(scratch.Path, "backup*"), Is.EqualTo(new[] { backup }));

        var made = Path.Combine(scratch.Path, "new", "treaties.db");
        run = CommandRunner.Run("restore", backup, "--database", made);
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Output, Does.StartWith($"Data version {version} ").And.EndWith($" restored from {backup} to {made}.\n"));
        Assert.That(Register.LoadExisting(new Database(made)).Version, Is.EqualTo(version));
        Assert.That(Directory.GetFiles(Path.GetDirectoryName(made)!, "*.part*"), Is.Empty);
        using var connection = new Database(made).OpenWrite();
        Assert.That(connection.ExecuteScalar<string>("PRAGMA journal_mode"), Is.EqualTo("wal"));
    }

    [Test]
    public async Task During_requests_and_imports_every_backup_is_a_consistent_snapshot()
    {
        using var hosted = new Hosted();
        using var done = new CancellationTokenSource();
        var readers = Task.Run(async () =>
        {
            var answers = 0;
            for (; !done.IsCancellationRequested; answers++)
                await Service.Get(hosted.Client, Counts);
            return answers;
        });
        await RegisterChanges.MustNotMix(
            hosted.Database,
            12,
            i =>
            {
                var backup = Path.Combine(hosted.Scratch.Path, $"backup-{i}.db");
                if (i % 6 == 0)
                    Assert.That(CommandRunner.RunProcess("backup", backup, "--database", hosted.Database.Path).ExitCode, Is.Zero);
                else
                    Backup.Make(hosted.Database, backup, replace: false);
                RegisterChanges.MustBeSound(new(backup));
                return Task.FromResult(Register.LoadExisting(new(backup)).Version);
            }
        );
        await done.CancelAsync();
        Assert.That(await readers, Is.Positive);
    }

    [Test]
    public async Task A_running_service_switches_to_the_restored_data()
    {
        using var hosted = new Hosted();
        var (scratch, client) = (hosted.Scratch, hosted.Client);
        var before = await client.DataVersion();
        var backup = Path.Combine(scratch.Path, "backup.db");
        Backup.Make(scratch.Database, backup, replace: false);
        Import.Run(scratch.Database, RegisterChanges.Changed, Times.Start);
        var changed = Register.Load(scratch.Database).Version;
        await client.ServesSoon(changed);

        using var done = new CancellationTokenSource();
        var seen = Task.Run(async () =>
        {
            var versions = new HashSet<string>();
            while (!done.IsCancellationRequested)
                versions.Add(await client.DataVersion());
            return versions;
        });
        var run = CommandRunner.RunProcess("restore", backup, "--database", scratch.DatabaseFile);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Contain($"It replaces data version {changed} "));
        await client.ServesSoon(before);
        await done.CancelAsync();
        Assert.That(await seen, Is.SubsetOf(new[] { before, changed }));
        Assert.That(await client.Health(), Is.EqualTo("ready"));

        // The register can be written as before.
        Import.Run(scratch.Database, RegisterChanges.Changed, Times.Start.AddDays(1));
        await client.ServesSoon(Register.Load(scratch.Database).Version);
    }

    [Test]
    public void A_restore_waits_for_an_import_in_progress()
    {
        using var scratch = new Scratch();
        var version = Register.Load(scratch.Seeded()).Version;
        var backup = Path.Combine(scratch.Path, "backup.db");
        Backup.Make(scratch.Database, backup, replace: false);
        using var writer = scratch.Database.OpenWrite();
        using var transaction = writer.BeginTransaction(deferred: false);
        writer.Execute("UPDATE source SET title = 'other'", transaction: transaction);
        var restore = Task.Run(() => Backup.Restore(backup, scratch.Database, SeedDirectory.Check));
        Assert.That(restore.Wait(300), Is.False);
        transaction.Commit();
        Assert.That(restore.Result.Now.Version, Is.EqualTo(version));
        Assert.That(Register.Load(scratch.Database).Version, Is.EqualTo(version));
    }

    [Test]
    public void A_restore_that_takes_too_long_is_given_up_and_changes_nothing()
    {
        using var scratch = new Scratch();
        var backup = Path.Combine(scratch.Path, "backup.db");
        Backup.Make(scratch.Seeded(), backup, replace: false);
        Import.Run(scratch.Database, RegisterChanges.Changed, Times.Start);
        var version = Register.Load(scratch.Database).Version;
        Assert.That(
            () => Backup.Restore(backup, scratch.Database, SeedDirectory.Check, within: TimeSpan.Zero),
            Throws.TypeOf<DatabaseException>().With.Message.Contains("took longer than")
        );
        Assert.That(Register.Load(scratch.Database).Version, Is.EqualTo(version));
        Assert.That(Directory.GetFiles(scratch.Path, "*.part*"), Is.Empty);
    }

    [Test]
    public void A_backup_with_another_page_size_can_be_restored()
    {
        using var scratch = new Scratch();
        var version = Register.Load(scratch.Seeded()).Version;
        var backup = Path.Combine(scratch.Path, "backup.db");
        Backup.Make(scratch.Database, backup, replace: false);
        RegisterChanges.Sql(backup, "PRAGMA page_size = 8192; VACUUM");
        Import.Run(scratch.Database, RegisterChanges.Changed, Times.Start);
        Backup.Restore(backup, scratch.Database, SeedDirectory.Check);
        Assert.That(Register.Load(scratch.Database).Version, Is.EqualTo(version));
    }

    [TestCase(1)]
    [TestCase(4)]
    public void A_backup_with_an_older_schema_is_migrated(int version)
    {
        using var scratch = new Scratch();
        var acts = RegisterChanges.Acts(Register.Load(scratch.Seeded()).Facts);
        var backup = RegisterChanges.OfVersion(version, scratch);
        var (_, now) = Backup.Restore(backup, scratch.Database, SeedDirectory.Check);
        Assert.That(now.Facts.Waivers, version == 1 ? Is.Empty : Is.Not.Empty);
        Assert.That(RegisterChanges.Acts(now.Facts), Is.EqualTo(acts));
        Assert.That(Register.LoadExisting(scratch.Database).Version, Is.EqualTo(now.Version));
    }

    [TestCase("backup", "THERE", "exists already")]
    [TestCase("backup", ".", "is a directory")]
    [TestCase("backup", "no/such/directory.db", "There is no directory")]
    [TestCase("backup", "/proc/backup.db", "No backup was written")]
    [TestCase("backup", "treaties.db", "is a register in use")]
    [TestCase("backup --force", "treaties.db", "is a register in use")]
    [TestCase("restore", "none.db", "There is no backup")]
    [TestCase("restore", ".", "is a directory")]
    [TestCase("restore", "text.db", "is not a SQLite database")]
    [TestCase("restore", "empty.db", "is empty or not a regular file")]
    [TestCase("restore", "foreign.db", "of another program")]
    [TestCase("restore", "newer.db", "newer version of this service")]
    [TestCase("restore", "half.db", "malformed")]
    [TestCase("restore", "damaged.db", "The backup is damaged")]
    [TestCase("restore", "treaties.db", "is the register itself")]
    public void A_failed_command_exits_with_2_and_a_message_and_changes_nothing(string verb, string file, string sentence)
    {
        var version = Register.Load(_refused.Database).Version;
        var before = Contents(_refused);
        var run = CommandRunner.Run([.. verb.Split(' '), At(file), "--database", _refused.DatabaseFile]);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Error.Trim(), Does.Contain(sentence).And.EndWith(".").And.Not.Contain("   at "));
        Assert.That(Register.Load(_refused.Database).Version, Is.EqualTo(version));
        Assert.That(Contents(_refused), Is.EqualTo(before));
    }

    [TestCase("foreign.db", "of another program")]
    [TestCase("newer.db", "newer version of this service")]
    [TestCase("/proc/register.db", "was not restored")]
    public void A_file_that_is_not_a_register_is_not_overwritten(string target, string sentence)
    {
        var before = Contents(_refused);
        var run = CommandRunner.Run("restore", At("THERE"), "--database", At(target));
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Contain(sentence).And.Not.Contain("   at "));
        Assert.That(Contents(_refused), Is.EqualTo(before));
    }

    [Test]
    public void A_damaged_register_cannot_be_backed_up_and_force_replaces_a_backup_only_with_a_complete_one()
    {
        using var scratch = new Scratch();
        var backup = Path.Combine(scratch.Path, "backup.db");
        Backup.Make(scratch.Seeded(), backup, replace: false);
        var whole = File.ReadAllBytes(backup);
        File.WriteAllBytes(scratch.DatabaseFile, Damaged(whole));
        Assert.That(() => Backup.Make(scratch.Database, backup, replace: true), Throws.InstanceOf<DatabaseException>());
        Assert.That(File.ReadAllBytes(backup).AsSpan().SequenceEqual(whole));
        Assert.That(Directory.GetFiles(scratch.Path, "*.part*"), Is.Empty);

        // What a restore is for.
        Backup.Restore(backup, scratch.Database, SeedDirectory.Check);
        Import.Run(scratch.Database, RegisterChanges.Changed, Times.Start);
        var now = Backup.Make(scratch.Database, backup, replace: true);
        Assert.That(Register.LoadExisting(new Database(backup)).Version, Is.EqualTo(now.Version));
    }

    string At(string name) => Path.Combine(_refused.Path, name);

    /// <summary>A register in which an index contradicts an event.</summary>
    static byte[] Damaged(byte[] whole)
    {
        var damaged = whole.ToArray();
        var at = damaged.AsSpan().IndexOf(Encoding.UTF8.GetBytes("untoc-PRK-accession-2016-06-17"));
        "xntoc"u8.CopyTo(damaged.AsSpan(at));
        return damaged;
    }

    /// <summary>The files with hashes of their bytes, except those that reading creates.</summary>
    static string Contents(Scratch scratch) =>
        string.Join(
            '\n',
            Directory
                .GetFiles(scratch.Path)
                .Order(StringComparer.Ordinal)
                .Where(f => !f.EndsWith("-wal", StringComparison.Ordinal) && !f.EndsWith("-shm", StringComparison.Ordinal))
                .Select(f => $"{f} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))}")
        );
}
