using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;

namespace TreatyTracker.Api.Tests.Harness;

/// <summary>A directory of a test's own, gone afterwards.</summary>
sealed class Scratch : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("treatytracker-").FullName;

    public string DatabaseFile => System.IO.Path.Combine(Path, "treaties.db");

    public Database Database => new(DatabaseFile);

    /// <summary>A copy of the shipped seeds, to be spoilt or changed.</summary>
    public string CopyOfSeeds()
    {
        var target = System.IO.Path.Combine(Path, "seeds");
        foreach (var file in Directory.EnumerateFiles(Repository.Seeds, "*", SearchOption.AllDirectories))
        {
            var copy = System.IO.Path.Combine(target, System.IO.Path.GetRelativePath(Repository.Seeds, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        return target;
    }

    /// <summary>A database with the shipped seeds in it.</summary>
    public Database Seeded()
    {
        Database.Prepare();
        Import.Run(Database, SeedReader.Read(Repository.Seeds), Times.Start);
        return Database;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
