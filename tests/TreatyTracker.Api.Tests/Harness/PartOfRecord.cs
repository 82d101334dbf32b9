namespace TreatyTracker.Api.Tests.Harness;

/// <summary>Some treaties of the shipped record, as seeds of their own; the directory is made when it is first asked for.</summary>
/// <param name="treaties">The ids of the treaties, with those of their parents.</param>
sealed class PartOfRecord(IReadOnlyCollection<string> treaties)
{
    readonly Lazy<string> _path = new(() => Make(treaties));

    /// <summary>The directory of seeds.</summary>
    public string Path => _path.Value;

    static string Make(IReadOnlyCollection<string> treaties)
    {
        var target = Directory.CreateTempSubdirectory("treatytracker-seeds-").FullName;
        foreach (var file in Directory.EnumerateFiles(Repository.ShippedSeeds, "*", SearchOption.AllDirectories))
        {
            var path = System.IO.Path.GetRelativePath(Repository.ShippedSeeds, file);
            var copy = System.IO.Path.Combine(target, path);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            if (path is "sources.csv")
                continue;
            if (path is "published-counts.csv" or "waivers.csv")
                File.WriteAllLines(copy, File.ReadLines(file).Where((line, at) => at == 0 || NamesOneOf(treaties, line)));
            else if (
                !path.Contains(System.IO.Path.DirectorySeparatorChar) || treaties.Contains(System.IO.Path.GetFileNameWithoutExtension(path))
            )
                File.Copy(file, copy);
        }
        // Of the sources those that something cites.
        var cited = Directory
            .EnumerateFiles(target, "*.csv", SearchOption.AllDirectories)
            .SelectMany(File.ReadLines)
            .SelectMany(line => line.Split(',', '|'))
            .ToHashSet(StringComparer.Ordinal);
        var sources = File.ReadLines(System.IO.Path.Combine(Repository.ShippedSeeds, "sources.csv"));
        File.WriteAllLines(
            System.IO.Path.Combine(target, "sources.csv"),
            sources.Where((line, at) => at == 0 || cited.Contains(line.Split(',')[0]))
        );
        return target;
    }

    // The treaty is the first field of a published count, and the second of a waiver.
    static bool NamesOneOf(IReadOnlyCollection<string> treaties, string line) => line.Split(',').Take(2).Any(treaties.Contains);

    /// <summary>Removes the directory at the end of a run.</summary>
    public void Clear()
    {
        if (_path.IsValueCreated)
            Directory.Delete(Path, recursive: true);
    }
}
