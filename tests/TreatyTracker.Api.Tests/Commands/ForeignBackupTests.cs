using System.Diagnostics;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Commands;

/// <summary>Backups that somebody made to do harm: none of it reaches the register, and a restore ends.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase), Parallelizable(ParallelScope.All)]
[Category("Slow")]
public sealed class ForeignBackupTests : IDisposable
{
    /// <summary>Has the rows that name a treaty follow its new id.</summary>
    const string Follow =
        "UPDATE treaty_title SET treaty = (SELECT id FROM treaty WHERE mtdsg = 'XVIII-14') WHERE treaty = 'uncac'; "
        + "UPDATE treaty_event SET treaty = (SELECT id FROM treaty WHERE mtdsg = 'XVIII-14') WHERE treaty = 'uncac'; "
        + "UPDATE published_count SET treaty = (SELECT id FROM treaty WHERE mtdsg = 'XVIII-14') WHERE treaty = 'uncac'; "
        + "UPDATE waiver SET treaty = (SELECT id FROM treaty WHERE mtdsg = 'XVIII-14') WHERE treaty = 'uncac'";

    static readonly string[] s_views =
    [
        "DROP TABLE waiver; CREATE VIEW waiver AS WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x FROM n) "
            + "SELECT x AS rule, x AS treaty, x AS participant, x AS event, x AS day, x AS reason, x AS source, x AS expires FROM n",
        "DROP TABLE other_name; CREATE VIEW other_name AS WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x FROM n) "
            + "SELECT x AS participant, x AS language, x AS name FROM n",
    ];

    Scratch _scratch = null!;

    [SetUp]
    public void Make()
    {
        _scratch = new();
        Backup.Make(_scratch.Seeded(), At("backup.db"), replace: false);
    }

    public void Dispose() => _scratch?.Dispose();

    [TestCase("CREATE TRIGGER sleeper AFTER INSERT ON source BEGIN DELETE FROM waiver; END", "sleeper")]
    [TestCase("DROP TRIGGER treaty_event_is_never_updated", "treaty_event_is_never_updated")]
    [TestCase("DROP TRIGGER treaty_event_is_never_deleted; CREATE TABLE extra (x TEXT)", "extra")]
    [TestCase("DROP VIEW party; CREATE VIEW party AS SELECT 'untoc' AS treaty", "party")]
    [TestCase("CREATE INDEX extra ON source (title)", "extra")]
    [TestCase("VIEW 0", "waiver")]
    [TestCase("VIEW 1", "other_name")]
    public void A_schema_that_is_not_the_service_s_is_refused(string sql, string named)
    {
        Spoil(sql.StartsWith("VIEW ", StringComparison.Ordinal) ? s_views[sql[^1] - '0'] : sql);
        AssertRefused("schema", named);
    }

    [TestCase(
        "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, 'BEFORE DELETE', 'AFTER  DELETE') "
            + "WHERE name = 'treaty_event_is_never_deleted'",
        "treaty_event_is_never_deleted"
    )]
    public void A_schema_that_was_edited_is_refused(string sql, string named)
    {
        Spoil(sql);
        AssertRefused("schema", named);
    }

    // The guards are taken away and put back, so that the schema is as it should be and only the values are bad.
    [TestCase("UPDATE treaty SET id = '../../x' WHERE id = 'uncac'; " + Follow, "a treaty id must be")]
    [TestCase("UPDATE treaty SET id = 'UNTOC' WHERE id = 'uncac'; " + Follow, "a treaty id must be")]
    [TestCase("UPDATE treaty SET mtdsg = 'Untoc' WHERE id = 'uncac'", "another treaty has this id or MTDSG number")]
    [TestCase("INSERT INTO source (id, title) VALUES ('=1+1', 'x')", "a source id must be")]
    [TestCase("UPDATE participant SET iso2 = '=1' WHERE code = 'PRK'", "codes of participants must be")]
    [TestCase("UPDATE treaty SET final_clauses = '{}' WHERE id = 'untoc'", "cannot read")]
    [TestCase(
        "INSERT INTO treaty_event (id, treaty, kind, date, recorded_at, verification) VALUES ('=1+1', 'untoc', 'terminated', "
            + "'2026-01-01', '2026-12-01T00:00:00.000Z', 'table')",
        "an event id must be"
    )]
    [TestCase("PRAGMA ignore_check_constraints = ON; UPDATE membership SET member_from = 'never'", "membership")]
    public void A_value_that_an_import_would_refuse_is_refused(string sql, string named)
    {
        Spoil($"PRAGMA foreign_keys = OFF; {WithoutGuards(sql)}");
        AssertRefused(named);
    }

    // What the schema does not forbid, in a backup that seems never to have been altered.
    [TestCase("DELETE FROM treaty_title WHERE treaty = 'untoc' AND language = 'en'", "en")]
    [TestCase("PRAGMA ignore_check_constraints = ON; UPDATE source SET title = ''", "an import would refuse")]
    public void A_value_that_an_import_would_refuse_is_refused_also_where_its_recordings_were_written_anew(string sql, string named)
    {
        Spoil($"PRAGMA foreign_keys = OFF; {sql}");
        RegisterChanges.Reseal(At("backup.db"));
        AssertRefused(named);
    }

    [Test]
    public void An_altered_backup_is_not_restored()
    {
        Spoil("UPDATE treaty SET subject = 'x' WHERE id = 'untoc'");
        AssertRefused("backup.db' was altered without a recording: the treaty 'untoc'");
    }

    [Test]
    public void A_backup_with_forbidden_characters_is_restored_and_served_without_them()
    {
        Spoil("UPDATE source SET title = 'a' || char(27) || char(65534) || 'b' WHERE id = 'untc-2014-01-27'");
        RegisterChanges.Reseal(At("backup.db"));
        var run = CommandRunner.Run("restore", At("backup.db"), "--database", At("new.db"));
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(Register.LoadExisting(new(At("new.db"))).Sources["untc-2014-01-27"].Title, Is.EqualTo("a\uFFFD\uFFFDb"));
    }

    [Test]
    public void A_backup_that_is_too_large_is_not_read()
    {
        using (var file = File.OpenWrite(At("backup.db")))
            file.SetLength(5L << 30);
        AssertRefused("larger than");
    }

    [Test]
    public void A_pipe_is_not_accepted_as_a_backup()
    {
        Assert.That(CommandRunner.Command("mkfifo", At("pipe.db")).ExitCode, Is.Zero);
        var run = CommandRunner.Run("restore", At("pipe.db"), "--database", At("new.db"));
        Assert.That((run.ExitCode, File.Exists(At("new.db"))), Is.EqualTo((2, false)), run.Error);
    }

    [Test]
    public void Leftovers_of_killed_backups_are_removed_at_the_next_run_and_files_in_progress_stay()
    {
        string[] old = [At($"copy.db.{Guid.NewGuid():N}.part"), At($"copy.db.{Guid.NewGuid():N}.part-journal")];
        string[] kept = [At($"copy.db.{Guid.NewGuid():N}.part"), At($"other.db.{Guid.NewGuid():N}.part"), At("copy.db.my.part")];
        foreach (var file in old.Concat(kept))
            File.WriteAllText(file, "");
        foreach (var file in old.Append(kept[1]).Append(kept[2]))
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddHours(-2));
        Assert.That(CommandRunner.Run("backup", At("copy.db"), "--database", _scratch.DatabaseFile).ExitCode, Is.Zero);
        Assert.That(old.Where(File.Exists), Is.Empty);
        Assert.That(kept.Where(File.Exists), Is.EqualTo(kept));
    }

    [Test]
    public void An_import_that_waits_for_another_one_gives_up_soon_and_says_what_to_do()
    {
        using var writer = _scratch.Database.OpenWrite();
        using var transaction = writer.BeginTransaction(deferred: false);
        var seeds = RegisterChanges.Seeds(_scratch, 27);
        var clock = Stopwatch.StartNew();
        var run = CommandRunner.Run("import", "--seeds", seeds, "--database", _scratch.DatabaseFile);
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("another process").And.Contain("try again").And.Not.Contain("SQLite Error"));
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(30)));
    }

    [Test]
    public void An_export_never_writes_outside_its_directory()
    {
        const string rename = "UPDATE treaty SET id = '../../escaped' WHERE id = 'uncac'; " + Follow;
        RegisterChanges.Sql(_scratch.DatabaseFile, $"PRAGMA foreign_keys = OFF; {WithoutGuards(rename)}");
        RegisterChanges.Reseal(_scratch.DatabaseFile);
        var run = CommandRunner.Run("export", At("a/b"), "--database", _scratch.DatabaseFile);
        Assert.That(run.ExitCode, Is.EqualTo(2), run.Output);
        Assert.That(run.Error, Does.Contain("'../../escaped'").And.Contain("outside"));
        Assert.That(Directory.GetFiles(_scratch.Path, "escaped*", SearchOption.AllDirectories), Is.Empty);
        Assert.That(Directory.Exists(At("a")), Is.False, "nothing was written");
    }

    string At(string name) => Path.Combine(_scratch.Path, name);

    void Spoil(string sql) => RegisterChanges.Sql(At("backup.db"), sql);

    /// <summary>The statements between ones that take all triggers away and ones that put them back.</summary>
    string WithoutGuards(string sql)
    {
        using var connection = _scratch.Database.OpenRead();
        var triggers = Dapper.SqlMapper.Query<(string Name, string Sql)>(
            connection,
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        );
        return string.Join("; ", [.. triggers.Select(t => $"DROP TRIGGER {t.Name}"), sql, .. triggers.Select(t => t.Sql)]);
    }

    void AssertRefused(params string[] said)
    {
        var before = Register.Load(_scratch.Database).Version;
        var run = CommandRunner.Run("restore", At("backup.db"), "--database", _scratch.DatabaseFile);
        Assert.That(run.ExitCode, Is.EqualTo(2), run.Output);
        foreach (var word in said)
            Assert.That(run.Error, Does.Contain(word));
        Assert.That(run.Error, Does.Not.Contain("   at ").And.Not.Contain("SQLite Error"));
        Assert.That(Register.Load(_scratch.Database).Version, Is.EqualTo(before));
        Assert.That(Directory.GetFiles(_scratch.Path, "*.part*"), Is.Empty);
    }
}
