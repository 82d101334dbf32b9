using Dapper;
using Microsoft.Data.Sqlite;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Data;

/// <summary>
/// Whatever is altered in the file without a recording is found and named, and nothing is found in an untouched register.
/// </summary>
public sealed class SealTests
{
    const string First = "recording 1 (";
    const string Second = "recording 2 (2026-12-31T12:00:00Z, by import) ";

    readonly Scratch _scratch = new();
    string _head = "";

    [OneTimeSetUp]
    public void Record()
    {
        _scratch.Seeded();
        foreach (var (facts, days) in new[] { (RegisterChanges.Changed, 30), (ChangedRegister.Facts, 31) })
            Import.Run(_scratch.Database, facts, Times.Start.AddDays(days));
        RegisterChanges.Sql(_scratch.DatabaseFile, "PRAGMA wal_checkpoint(TRUNCATE)");
        _head = Register.Load(_scratch.Database).Head!;
    }

    [OneTimeTearDown]
    public void Remove() => _scratch.Dispose();

    [TestCase("UPDATE treaty_event SET date = '2016-06-18' WHERE id = 'untoc-PRK-accession-2016-06-17'", First, "does not match its hash")]
    [TestCase("UPDATE treaty_event SET note = 'y' WHERE corrects IS NOT NULL", Second, "does not match its hash")]
    [TestCase("UPDATE treaty_event_source SET position = position + 10 WHERE event = 'untoc-PRK-accession-2016-06-17'", null, null)]
    [TestCase("DELETE FROM treaty_event_source WHERE event = 'untoc-PRK-accession-2016-06-17'", First, "does not match its hash")]
    [TestCase("DELETE FROM treaty_event WHERE corrects IS NOT NULL", Second, "has 1 event, and the file has 0")]
    [TestCase(
        "UPDATE treaty_event SET recorded_at = '2026-12-31T12:00:00.000Z' WHERE id = 'untoc-PRK-accession-2016-06-17'",
        First,
        "has "
    )]
    [TestCase(
        "INSERT INTO treaty_event (id, treaty, participant, kind, date, recorded_at, verification) VALUES ('x', 'untoc', 'PRK', "
            + "'declaration', '2020-01-01', '2026-12-20T00:00:00.000Z', 'table')",
        Second,
        "has 1 event, and the file has 2"
    )]
    [TestCase(
        "INSERT INTO treaty_event (id, treaty, participant, kind, date, recorded_at, verification) VALUES ('x', 'untoc', 'PRK', "
            + "'declaration', '2020-01-01', '2027-12-20T00:00:00.000Z', 'table')",
        "the event 'x'",
        "belongs to no recording"
    )]
    [TestCase("UPDATE recording SET note = 'x' WHERE number = 2", Second, "does not match its hash")]
    [TestCase("UPDATE recording SET recorded_by = 'x' WHERE number = 1", First, "does not match its hash")]
    [TestCase("UPDATE recording SET data_version = '0123456789abcdef' WHERE number = 3", "recording 3 (", "does not match its hash")]
    [TestCase("UPDATE recording SET hash = printf('%064d', 0) WHERE number = 1", First, "does not match its hash")]
    [TestCase("UPDATE recording SET instant = '2026-12-30T12:00:00.000Z' WHERE number = 2", "recording 2 (", "")]
    [TestCase("DELETE FROM recording WHERE number = 2; DELETE FROM reference_version WHERE recording = 2", "recording 2", "is missing")]
    [TestCase("DELETE FROM recording; DELETE FROM reference_version", "it has data", "no recording")]
    [TestCase(
        "UPDATE recording SET number = number + 1 WHERE number = 3; INSERT INTO recording SELECT 3, '2026-12-31T18:00:00.000Z', "
            + "'desk', NULL, "
            + "data_version, 0, hash FROM recording WHERE number = 2; UPDATE reference_version SET recording = 4 WHERE recording = 3",
        "recording 3 (2026-12-31T18:00:00Z, by desk) ",
        "does not match its hash"
    )]
    [TestCase("DELETE FROM reference_version WHERE recording = 2 AND kind = 'source'", Second, "does not match its hash")]
    [TestCase("UPDATE reference_version SET value = NULL WHERE recording = 1 AND key = 'untoc'", First, "does not match its hash")]
    [TestCase("UPDATE treaty SET subject = 'x' WHERE id = 'untoc'", "the treaty 'untoc'", "is not what recording 3")]
    [TestCase("UPDATE treaty SET final_clauses = '{}' WHERE id = 'untoc'", null, "")]
    [TestCase("UPDATE treaty_title SET title = 'x' WHERE treaty = 'untoc' AND language = 'fr'", "the treaty 'untoc'", "is not what")]
    [TestCase("UPDATE treaty_list SET weight = '2' WHERE treaty = 'untoc'", "the treaty 'untoc'", "is not what")]
    [TestCase("UPDATE participant SET official_name = 'x' WHERE code = 'PRK'", "the participant 'PRK'", "is not what")]
    [TestCase("UPDATE participant_name SET name = 'x' WHERE participant = 'PRK'", "the participant 'PRK'", "is not what")]
    [TestCase("INSERT INTO other_name VALUES ('PRK', 'en', 'x')", "the participant 'PRK'", "is not what")]
    [TestCase("DELETE FROM membership WHERE organization = 'EUU' AND member = 'DEU'", "the participant 'EUU'", "is not what")]
    [TestCase("INSERT INTO source (id, title) VALUES ('x', 'x')", "the source 'x'", "was never recorded")]
    [TestCase("DELETE FROM published_count", "the published-count '", "is gone")]
    [TestCase("UPDATE published_count SET published = published + 1", "the published-count '", "is not what")]
    [TestCase("UPDATE waiver SET reason = 'x'", "the waiver '", "is not what")]
    public void An_alteration_is_found_and_named(string sql, string? where, string? what)
    {
        var file = Altered(sql);
        if (what is null)
        {
            // The order of sources is what counts, not the numbers that give it.
            Assert.That(Register.Load(new(file)).Head, Is.EqualTo(_head));
            return;
        }
        var found = Assert.Throws<DatabaseException>(() => Register.Load(new(file)))!;
        Assert.That(found.IsAltered);
        if (where is null)
            return;
        Assert.That(found.Message, Does.Contain($"altered without a recording: {where}").And.Contain(what));
        var run = CommandRunner.Run("verify", "--database", file);
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((1, "")));
        Assert.That(run.Output, Does.Contain(where).And.Contain(what));
    }

    [Test]
    public void A_recording_that_is_sealed_again_shows_in_the_next_one()
    {
        var register = Register.Load(_scratch.Database);
        var log = register.Log.All;
        List<ReferenceVersion> versions;
        using (var connection = _scratch.Database.OpenRead())
        using (var transaction = connection.BeginTransaction())
            versions = [.. RecordingLog.ReadVersions(connection, transaction).Where(v => v.Recording == 2)];
        var events = register.Facts.Events.Where(e => e.RecordedAt == log[1].Instant).ToList();
        Assert.That(Seal.Sealed(log[1], log[0].Hash, events, versions), Is.EqualTo(log[1]));
        var forged = Seal.Sealed(log[1] with { Note = "forged" }, log[0].Hash, events, versions);
        var file = Altered($"UPDATE recording SET note = 'forged', hash = '{forged.Hash}' WHERE number = 2");
        Assert.That(
            () => Register.Load(new(file)),
            Throws.InstanceOf<DatabaseException>().With.Message.Contains("recording 3 (2027-01-01T12:00:00Z, by import) does not match")
        );
    }

    [TestCase("DROP TRIGGER treaty_event_is_never_updated", "the trigger treaty_event_is_never_updated is missing")]
    [TestCase("DROP TRIGGER recording_is_never_deleted", "the trigger recording_is_never_deleted is missing")]
    [TestCase("DROP VIEW party", "the view party is missing")]
    [TestCase(
        "DROP TRIGGER treaty_event_is_never_updated; CREATE TRIGGER treaty_event_is_never_updated BEFORE UPDATE ON treaty_event WHEN 0 "
            + "BEGIN SELECT 1; END",
        "the trigger treaty_event_is_never_updated was changed"
    )]
    [TestCase("CREATE TRIGGER sleeper AFTER INSERT ON source BEGIN DELETE FROM waiver; END", "the trigger sleeper was added")]
    public void A_changed_schema_is_found_and_named(string sql, string found)
    {
        var file = Copy();
        RegisterChanges.Sql(file, sql);
        var run = CommandRunner.Run("verify", "--database", file);
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((1, "")));
        Assert.That(run.Output, Does.Contain(found));
    }

    [Test]
    public void What_somebody_adds_for_reading_is_no_alteration()
    {
        var file = Copy();
        RegisterChanges.Sql(file, "CREATE VIEW mine AS SELECT * FROM party; CREATE INDEX mine_too ON treaty (subject); ANALYZE");
        Assert.That(CommandRunner.Run("verify", "--database", file).ExitCode, Is.Zero);
    }

    [Test]
    public void An_untouched_register_is_whole_and_so_are_its_backup_and_its_restored_copy()
    {
        var file = Copy();
        var backup = Path.Combine(_scratch.Path, $"{Guid.NewGuid():N}.backup");
        var restored = Path.Combine(_scratch.Path, $"{Guid.NewGuid():N}.db");
        Assert.That(CommandRunner.Run("backup", "--database", file, backup).ExitCode, Is.Zero);
        Assert.That(CommandRunner.Run("restore", "--database", restored, backup).ExitCode, Is.Zero);
        foreach (var each in new[] { file, backup, restored })
        {
            var run = CommandRunner.Run("verify", "--database", each);
            Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
            Assert.That(run.Output, Does.StartWith("Whole: 3 recordings through 2027-01-01T12:00:00Z, ").And.Contain($"Head: {_head}"));
        }
    }

    [Test]
    public void A_chain_written_anew_is_found_by_a_head_that_was_kept()
    {
        // The same facts, one of them changed, recorded from the beginning.
        var file = Path.Combine(_scratch.Path, $"{Guid.NewGuid():N}.db");
        new Database(file).Prepare();
        Import.Run(new(file), ChangedRegister.Facts, Times.Start);
        var middle = Register.Load(_scratch.Database).Log.All[1].Hash;
        Assert.That(CommandRunner.Run("verify", "--database", file).ExitCode, Is.Zero, "without a head it cannot be found");
        Assert.That(CommandRunner.Run("verify", "--database", file, "--head", middle).ExitCode, Is.EqualTo(1));
        Assert.That(CommandRunner.Run("verify", "--database", file, "--head", middle).Output, Does.Contain(middle));
        var whole = CommandRunner.Run("verify", "--database", _scratch.DatabaseFile, "--head", middle.ToUpperInvariant());
        Assert.That(whole.ExitCode, Is.Zero);
        Assert.That(whole.Output, Does.Contain("The head that you kept is recording 2 (2026-12-31T12:00:00Z)."));
    }

    [TestCase("--head", "123")]
    [TestCase("--database", "/nowhere/treaties.db")]
    public void What_cannot_be_checked_has_another_exit_code(string option, string value)
    {
        var run = CommandRunner.Run([
            "verify",
            .. option == "--database" ? [] : new[] { "--database", _scratch.DatabaseFile },
            option,
            value,
        ]);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Error.Trim(), Is.Not.Empty);
    }

    [Test]
    public void Nothing_is_recorded_in_an_altered_register()
    {
        var file = Altered("UPDATE treaty SET subject = 'x' WHERE id = 'untoc'");
        Assert.That(
            () => Import.Run(new(file), RegisterChanges.Changed, Times.Start.AddYears(1)),
            Throws.InstanceOf<DatabaseException>().With.Property("IsAltered").True
        );
    }

    [Test, Category("Slow")]
    public void A_restore_that_loses_recordings_says_so_in_the_register()
    {
        var file = Copy();
        using var older = new Scratch();
        older.Seeded();
        Backup.Restore(older.DatabaseFile, new(file), _ => { });
        var register = Register.Load(new(file));
        Assert.That(register.Log.All, Has.Count.EqualTo(2));
        Assert.That((register.Log.Newest!.By, register.Log.Newest.Note), Is.EqualTo((Recordings.ByRestore, $"replaces {_head}")));
        Assert.That(register.Version, Is.EqualTo(Register.Load(older.Database).Version));
        Assert.That(register.Continues(Register.Load(_scratch.Database)));
        Assert.That(Register.Load(older.Database).Continues(Register.Load(_scratch.Database)), Is.False);

        Backup.Restore(_scratch.DatabaseFile, new(older.DatabaseFile), _ => { });
        Assert.That(Register.Load(older.Database).Head, Is.EqualTo(_head), "a newer state has all recordings of the older one");
    }

    string Copy()
    {
        var file = Path.Combine(_scratch.Path, $"{Guid.NewGuid():N}.db");
        File.Copy(_scratch.DatabaseFile, file);
        return file;
    }

    /// <summary>A copy that somebody altered who took off the triggers and put them back.</summary>
    string Altered(string sql)
    {
        var file = Copy();
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False;Foreign Keys=False");
        connection.Open();
        var triggers = connection.Query<(string Name, string Sql)>("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").ToList();
        foreach (var (name, _) in triggers)
            connection.Execute($"DROP TRIGGER {name}");
        Assert.That(connection.Execute(sql), Is.Positive, "it alters something");
        foreach (var (_, create) in triggers)
            connection.Execute(create);
        return file;
    }
}
