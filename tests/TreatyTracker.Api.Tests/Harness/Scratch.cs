using System.Collections.Concurrent;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;

namespace TreatyTracker.Api.Tests.Harness;

/// <summary>A directory of a test's own, gone afterwards.</summary>
sealed class Scratch : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("treatytracker-").FullName;

    public string DatabaseFile => System.IO.Path.Combine(Path, "treaties.db");

    public Database Database => new(DatabaseFile);

    /// <summary>A copy of the few treaties, or of other seeds, to be spoilt or changed.</summary>
    public string CopyOfSeeds(string? of = null, string name = "seeds")
    {
        var (source, target) = (of ?? Repository.Seeds, System.IO.Path.Combine(Path, name));
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = System.IO.Path.Combine(target, System.IO.Path.GetRelativePath(source, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        return target;
    }

    /// <summary>Replaces a text of a file, which must have it.</summary>
    public static void Edit(string file, string from, string to)
    {
        var text = File.ReadAllText(file);
        Assert.That(text, Does.Contain(from), "the test edits what is there");
        File.WriteAllText(file, text.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>A database with the few treaties in it, or other seeds: a copy of one that is made once in a run.</summary>
    public Database Seeded(string? of = null)
    {
        File.Copy(s_seeded.GetOrAdd(of ?? Repository.Seeds, seeds => new(() => Seed(seeds))).Value, DatabaseFile);
        return Database;
    }

    static readonly Lazy<Scratch> s_ofTheRun = new(() => new());

    static readonly ConcurrentDictionary<string, Lazy<string>> s_seeded = new();

    static string Seed(string seeds)
    {
        // Not disposed of by whoever asked first: the run removes it at its end.
        var database = new Database(System.IO.Path.Combine(s_ofTheRun.Value.Path, $"{System.IO.Path.GetFileName(seeds)}.db"));
        database.Prepare();
        Import.Run(database, seeds == Repository.ShippedSeeds ? ShippedRecord.Facts : SeedReader.Read(seeds), Times.Start);
        // Copies are made of the file alone, so that nothing may stay in its log.
        RegisterChanges.Sql(database.Path, "PRAGMA wal_checkpoint(TRUNCATE)");
        return database.Path;
    }

    /// <summary>Removes what the whole run shared.</summary>
    public static void Clear()
    {
        if (s_ofTheRun.IsValueCreated)
            s_ofTheRun.Value.Dispose();
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
