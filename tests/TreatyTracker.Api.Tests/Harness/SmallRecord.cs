namespace TreatyTracker.Api.Tests.Harness;

/// <summary>
/// Thirty treaties of the shipped record on crime, drugs and terrorism, as seeds of their own: large enough for what the tests ask, and a
/// tenth of the whole, which would make every import and check of the tests ten times slower. Made once in a run.
/// </summary>
static class SmallRecord
{
    static readonly Lazy<string> s_path = new(Make);

    /// <summary>The ids of its treaties. Each brings its parent along.</summary>
    public static IReadOnlyList<string> Treaties { get; } =
    [
        "beijing-convention-2010",
        "beijing-protocol-2010",
        "cppnm-1979",
        "cppnm-amendment-2005",
        "hague-hijacking-1970",
        "hostages-1979",
        "illicit-traffic-1988",
        "montreal-airports-1988",
        "montreal-protocol-2014",
        "montreal-sabotage-1971",
        "narcotics-1961",
        "narcotics-1961-amended",
        "narcotics-1961-protocol-1972",
        "nuclear-terrorism-2005",
        "plastic-explosives-1991",
        "protected-persons-1973",
        "psychotropics-1971",
        "rome-statute",
        "sua-1988",
        "sua-platforms-1988",
        "sua-platforms-protocol-2005",
        "sua-protocol-2005",
        "terrorist-bombings-1997",
        "terrorist-financing-1999",
        "tokyo-1963",
        "uncac",
        "untoc",
        "untoc-firearms",
        "untoc-smuggling",
        "untoc-trafficking",
    ];

    /// <summary>The directory of seeds.</summary>
    public static string Path => s_path.Value;

    static string Make()
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
                File.WriteAllLines(copy, File.ReadLines(file).Where((line, at) => at == 0 || NamesOneOfThem(line)));
            else if (
                !path.Contains(System.IO.Path.DirectorySeparatorChar) || Treaties.Contains(System.IO.Path.GetFileNameWithoutExtension(path))
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
    static bool NamesOneOfThem(string line) => line.Split(',').Take(2).Any(Treaties.Contains);

    /// <summary>Removes it at the end of a run.</summary>
    public static void Clear()
    {
        if (s_path.IsValueCreated)
            Directory.Delete(Path, recursive: true);
    }
}
