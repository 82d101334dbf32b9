using Dapper;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Tests.Faults;

/// <summary>Seeds that differ from those shipped, and what a register says of itself.</summary>
static class Changes
{
    /// <summary>A copy of the shipped seeds in which the Democratic People's Republic of Korea acceded on another day of June 2016.</summary>
    public static string Seeds(Scratch scratch, int day)
    {
        var seeds = Path.Combine(scratch.Path, $"seeds-{day}");
        Directory.Move(scratch.CopyOfSeeds(), seeds);
        var file = Path.Combine(seeds, "events", "untoc.csv");
        File.WriteAllText(file, File.ReadAllText(file).Replace("PRK,accession,2016-06-17", $"PRK,accession,2016-06-{day}", StringComparison.Ordinal));
        return seeds;
    }

    /// <summary>Imports as the command line does, which must succeed.</summary>
    public static void Import(string seeds, string database)
    {
        var run = Process.Run("import", "--seeds", seeds, "--database", database);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
    }

    /// <summary>The acts that a register holds true, as rows, whenever they were recorded.</summary>
    public static string Acts(Facts facts) => string.Join('\n', History.KnownAt(facts.Events, DateTimeOffset.MaxValue)
        .Select(a => $"{a.Treaty} {a.Participant} {a.Kind} {a.Date:O} {a.EffectiveOn:O} {a.Verification} {a.Note}").Order(StringComparer.Ordinal));

    /// <summary>SQLite finds nothing wrong with the file.</summary>
    public static void MustBeSound(Database database)
    {
        using var connection = database.OpenRead();
        Assert.That(connection.Query<string>("PRAGMA integrity_check"), Is.EqualTo(new[] { "ok" }));
        Assert.That(connection.Query("PRAGMA foreign_key_check"), Is.Empty);
    }
}
