using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Data;

public sealed class DatabaseTests
{
    [TestCase("UPDATE treaty_event SET date = '2016-06-18' WHERE id = 'untoc-PRK-accession-2016-06-17'")]
    [TestCase("DELETE FROM treaty_event WHERE id = 'untoc-PRK-accession-2016-06-17'")]
    [TestCase("INSERT OR REPLACE INTO treaty_event SELECT * FROM treaty_event WHERE id = 'untoc-SLB-accession-2026-08-27'")]
    [TestCase("REPLACE INTO treaty_event_source SELECT * FROM treaty_event_source LIMIT 1")]
    [TestCase("UPDATE treaty_event_source SET source = 'general-knowledge'")]
    [TestCase("DELETE FROM treaty_event_source")]
    public void Events_are_append_only_for_whoever_opens_the_file(string sql)
    {
        using var scratch = new Scratch();
        scratch.Seeded();
        Assert.That(
            () => RegisterChanges.Sql(scratch.DatabaseFile, sql),
            Throws.InstanceOf<SqliteException>().With.Message.Contains("append-only")
        );
    }

    [TestCase("date", "'2017-02-30'")]
    [TestCase("date", "'2017-6-1'")]
    [TestCase("effective_on", "'tomorrow'")]
    [TestCase("kind", "'ratified'")]
    [TestCase("verification", "'sure'")]
    [TestCase("participant", "'XXX'")]
    [TestCase("participant", "NULL")]
    [TestCase("treaty", "'nothing'")]
    [TestCase("recorded_at", "'yesterday'")]
    [TestCase("corrects", "'untoc-ALB-signature-2000-12-12'")]
    [TestCase("earliest", "'2019'")]
    [TestCase("earliest", "'2020-01-01'")]
    [TestCase("earliest", "'2019-01-01'")]
    [TestCase("effect_only", "1")]
    [TestCase("effect_only", "2")]
    [TestCase("depositary", "'Government of Arvania'")]
    [TestCase("counterpart", "'XXX'")]
    [TestCase("counterpart", "'PRK'")]
    [TestCase("opposes_entry_into_force", "1")]
    public void The_database_refuses_an_event_that_cannot_be(string column, string value)
    {
        using var scratch = new Scratch();
        using var connection = scratch.Seeded().OpenWrite();
        var columns = new Dictionary<string, string>
        {
            ["id"] = "'untoc-PRK-declaration-2020-01-01'",
            ["treaty"] = "'untoc'",
            ["participant"] = "'PRK'",
            ["kind"] = "'declaration'",
            ["date"] = "'2020-01-01'",
            ["effective_on"] = "NULL",
            ["recorded_at"] = "'2026-12-01T00:00:00.000Z'",
            ["verification"] = "'table'",
            ["corrects"] = "NULL",
            ["earliest"] = "NULL",
            ["effect_only"] = "0",
            ["depositary"] = "NULL",
            ["counterpart"] = "NULL",
            ["opposes_entry_into_force"] = "0",
        };
        string Insert() => $"INSERT INTO treaty_event ({string.Join(", ", columns.Keys)}) VALUES ({string.Join(", ", columns.Values)})";
        using (var trial = connection.BeginTransaction())
            Assert.That(() => connection.Execute(Insert(), transaction: trial), Throws.Nothing);
        columns[column] = value;
        Assert.That(() => connection.Execute(Insert()), Throws.InstanceOf<SqliteException>());
    }

    [Test]
    public void A_correction_of_a_correction_is_refused_since_a_new_one_of_the_act_says_the_same()
    {
        using var scratch = new Scratch();
        using var connection = scratch.Seeded().OpenWrite();
        string Correction(string id, string target) =>
            "INSERT INTO treaty_event (id, treaty, participant, kind, date, recorded_at, verification, corrects) "
            + $"VALUES ('{id}', 'untoc', 'PRK', 'correction', '2016-06-17', '2026-12-01T00:00:00.000Z', 'table', '{target}')";
        connection.Execute(Correction("c1", "untoc-PRK-accession-2016-06-17"));
        connection.Execute(Correction("c2", "untoc-PRK-accession-2016-06-17"));
        Assert.That(
            () => connection.Execute(Correction("c3", "c2")),
            Throws.InstanceOf<SqliteException>().With.Message.Contains("correct the act again")
        );
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    public void A_register_of_an_earlier_version_moves_on_with_all_its_acts(int version)
    {
        using var scratch = new Scratch();
        var acts = RegisterChanges.Acts(Register.Load(scratch.Seeded()).Facts);
        var old = new Database(RegisterChanges.OfVersion(version, scratch));
        old.Prepare();
        Assert.That(RegisterChanges.Acts(Register.LoadExisting(old).Facts), Is.EqualTo(acts));
        RegisterChanges.MustBeSound(old);
        using var connection = old.OpenWrite();
        Assert.That(connection.ExecuteScalar<int>("PRAGMA foreign_keys"), Is.EqualTo(1));
        Assert.That(
            connection.Query<string>("SELECT name FROM sqlite_master ORDER BY name"),
            Is.EqualTo(scratch.Database.OpenRead().Query<string>("SELECT name FROM sqlite_master ORDER BY name"))
        );
    }

    [Test]
    public void The_schema_on_file_is_what_a_fresh_run_yields()
    {
        using var scratch = new Scratch();
        scratch.Database.Prepare();
        using var connection = scratch.Database.OpenRead();
        var statements = connection.Query<string>(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type = 'trigger', type = 'view', rowid"
        );
        var schema = new StringBuilder(
            "-- What a fresh run yields: generated from the migrations, compared by a test. ACCEPT=1 dotnet test rewrites it.\n"
        )
            .Append("-- application_id ")
            .Append(connection.ExecuteScalar<int>("PRAGMA application_id"))
            .Append(", user_version ")
            .Append(connection.ExecuteScalar<int>("PRAGMA user_version"))
            .Append('\n');
        foreach (var sql in statements)
            schema.Append('\n').Append(sql).Append(";\n");
        Repository.MustHold(schema.ToString(), "db", "schema.sql");
    }

    [Test]
    public void Migrations_are_numbered_without_gap()
    {
        var names = Directory
            .GetFiles(Repository.At("db"), "*_*.sql")
            .Select(f => Path.GetFileName(f)!)
            .Order(StringComparer.Ordinal)
            .ToArray();
        Assert.That(
            names.Select(n => int.Parse(n[..4], System.Globalization.CultureInfo.InvariantCulture)),
            Is.EqualTo(Enumerable.Range(1, names.Length))
        );
        Assert.That(Database.SchemaVersion, Is.EqualTo(names.Length));
    }

    [Test]
    public void Journal_is_write_ahead_and_keys_are_enforced()
    {
        using var scratch = new Scratch();
        scratch.Database.Prepare();
        using var connection = scratch.Database.OpenWrite();
        Assert.That(connection.ExecuteScalar<string>("PRAGMA journal_mode"), Is.EqualTo("wal"));
        Assert.That(connection.ExecuteScalar<int>("PRAGMA foreign_keys"), Is.EqualTo(1));
    }

    [Test]
    public void A_file_that_is_no_database_is_refused_and_left_as_it_is()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch.DatabaseFile, "Dear diary, today I signed a treaty.");
        RefusedUntouched(scratch, "not a SQLite database");
    }

    [Test]
    public void Another_program_s_database_is_refused_and_left_as_it_is()
    {
        using var scratch = new Scratch();
        RegisterChanges.Sql(scratch.DatabaseFile, "CREATE TABLE recipe (name TEXT)");
        RefusedUntouched(scratch, "another program");
    }

    [Test]
    public void A_database_of_a_newer_version_is_refused_and_left_as_it_is()
    {
        using var scratch = new Scratch();
        using (var connection = scratch.Seeded().OpenWrite())
            connection.Execute(
                $"PRAGMA user_version = {Database.SchemaVersion + 1}; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE"
            );
        RefusedUntouched(scratch, "newer version");
    }

    [Test]
    public void Many_starters_on_one_file_make_one_register()
    {
        using var scratch = new Scratch();
        var facts = SeedReader.Read(Repository.Seeds);
        Parallel.For(
            0,
            4,
            _ =>
            {
                var database = new Database(scratch.DatabaseFile);
                database.Prepare();
                Import.Run(database, facts, Times.Start);
            }
        );
        Assert.That(Register.Load(scratch.Database).Facts.Events, Has.Count.EqualTo(facts.Events.Count));
    }

    [Test]
    public void The_same_seeds_have_the_same_data_version_wherever_and_whenever_they_are_loaded()
    {
        using var here = new Scratch();
        using var there = new Scratch();
        there.Database.Prepare();
        Import.Run(there.Database, SeedReader.Read(Repository.Seeds), Times.Start.AddYears(3));
        Assert.That(Register.Load(here.Seeded()).Version, Is.EqualTo(Register.Load(there.Database).Version));
    }

    static void RefusedUntouched(Scratch scratch, string reason)
    {
        var before = File.ReadAllBytes(scratch.DatabaseFile);
        Assert.That(() => scratch.Database.Prepare(), Throws.InstanceOf<DatabaseException>().With.Message.Contains(reason));
        Assert.That(File.ReadAllBytes(scratch.DatabaseFile), Is.EqualTo(before));
    }
}
