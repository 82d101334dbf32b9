using Dapper;
using Microsoft.Data.Sqlite;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Tests.Harness;

/// <summary>
/// Changes of a register in use: seeds that differ from those shipped, imports without end, and what the file must be after all of it.
/// </summary>
static class RegisterChanges
{
    static readonly Facts s_shipped = SeedReader.Read(Repository.Seeds);

    /// <summary>The shipped record with one event changed, and the first table that is read, and the last.</summary>
    public static Facts Changed { get; } =
        s_shipped with
        {
            Sources = [.. s_shipped.Sources.Select(s => s with { Title = $"{s.Title}, changed" })],
            Events = [.. s_shipped.Events.Select(e => e.Treaty == "untoc" && e.Participant == "PRK" ? e with { Note = "changed" } : e)],
            Waivers = [.. s_shipped.Waivers.Select(w => w with { Reason = $"{w.Reason}, changed" })],
        };

    /// <summary>
    /// A copy of the shipped seeds in which the Democratic People's Republic of Korea acceded on another day of June 2016.
    /// </summary>
    public static string Seeds(Scratch scratch, int day)
    {
        var seeds = scratch.CopyOfSeeds(name: $"seeds-{day}");
        Scratch.Edit(Path.Combine(seeds, "events", "untoc.csv"), "PRK,accession,2016-06-17", $"PRK,accession,2016-06-{day}");
        return seeds;
    }

    /// <summary>Imports as the command line does, which must succeed.</summary>
    public static void Import(string seeds, string database)
    {
        var run = CommandRunner.Run("import", "--seeds", seeds, "--database", database);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
    }

    /// <summary>
    /// Takes copies while imports change the record back and forth: each copy is of a data version that there was, and not all are of one.
    /// </summary>
    /// <param name="database">The register; the shipped record is in it.</param>
    /// <param name="copies">How many.</param>
    /// <param name="copy">Takes the copy of this number, and tells its data version.</param>
    public static async Task MustNotMix(Database database, int copies, Func<int, Task<string>> copy)
    {
        using var done = new CancellationTokenSource();
        var imports = Task.Run(() =>
        {
            var versions = new HashSet<string> { Register.Load(database).Version };
            for (var i = 0; !done.IsCancellationRequested; i++)
            {
                TreatyTracker.Api.Data.Import.Run(database, i % 2 == 0 ? Changed : s_shipped, Times.Start.AddHours(i));
                versions.Add(Register.Load(database).Version);
            }
            return versions;
        });
        var held = new HashSet<string>();
        for (var i = 0; i < copies; i++)
            held.Add(await copy(i));
        await done.CancelAsync();
        Assert.That(held, Has.Count.GreaterThan(1), "the data changed meanwhile");
        Assert.That(await imports, Is.SupersetOf(held));
    }

    /// <summary>A copy of a scratch register with the schema of an earlier version, and the values that it could hold.</summary>
    public static string OfVersion(int version, Scratch scratch)
    {
        var file = Path.Combine(scratch.Path, $"version-{version}.db");
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        connection.Execute("PRAGMA foreign_keys = OFF");
        foreach (var migration in Directory.GetFiles(Repository.At("db"), "*_*.sql").Order(StringComparer.Ordinal).Take(version))
            connection.Execute(File.ReadAllText(migration));
        connection.Execute($"PRAGMA application_id = {Database.ApplicationId}; PRAGMA user_version = {version}");
        connection.Execute("ATTACH @file AS newer", new { file = scratch.DatabaseFile });
        foreach (var table in connection.Query<string>("SELECT name FROM main.sqlite_master WHERE type = 'table'").ToList())
        {
            var columns = string.Join(", ", connection.Query<string>("SELECT name FROM pragma_table_info(@table, 'main')", new { table }));
            // Before migration 5 there were no international organizations.
            var known =
                version >= 5 ? ""
                : table == "participant" ? $" WHERE {OfKnownKind}"
                : table is "participant_name" or "other_name"
                    ? $" WHERE participant IN (SELECT code FROM newer.participant WHERE {OfKnownKind})"
                : "";
            var order = table == "treaty_event" ? " ORDER BY recorded_at, corrects IS NOT NULL, id" : "";
            connection.Execute($"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM newer.{table}{known}{order}");
        }
        return file;
    }

    const string OfKnownKind = "kind <> 'international-organization'";

    /// <summary>Changes a file behind everybody's back.</summary>
    public static void Sql(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Execute(sql);
    }

    /// <summary>Writes the recordings of a file anew, so that its seal holds whatever was changed in it.</summary>
    public static void Reseal(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False;Foreign Keys=False");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        var guards = connection
            .Query<(string Name, string Sql)>(
                "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('recording', 'reference_version')"
            )
            .ToList();
        foreach (var (name, _) in guards)
            connection.Execute($"DROP TRIGGER {name}");
        connection.Execute("DELETE FROM recording; DELETE FROM reference_version");
        foreach (var (_, create) in guards)
            connection.Execute(create);
        Recordings.Begin(connection, transaction);
        transaction.Commit();
    }

    /// <summary>The acts that a register holds true, as rows, whenever they were recorded.</summary>
    public static string Acts(Facts facts) =>
        string.Join(
            '\n',
            History
                .KnownAt(facts.Events, DateTimeOffset.MaxValue)
                .Select(a => $"{a.Treaty} {a.Participant} {a.Kind} {a.Date:O} {a.EffectiveOn:O} {a.Verification} {a.Note}")
                .Order(StringComparer.Ordinal)
        );

    /// <summary>SQLite finds nothing wrong with the file.</summary>
    public static void MustBeSound(Database database)
    {
        using var connection = database.OpenRead();
        Assert.That(connection.Query<string>("PRAGMA integrity_check"), Is.EqualTo(new[] { "ok" }));
        Assert.That(connection.Query("PRAGMA foreign_key_check"), Is.Empty);
    }
}
