using System.Text.RegularExpressions;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Documentation;

/// <summary>The map in CONTRIBUTING.md shows the code as it is.</summary>
public sealed partial class MapTests
{
    static readonly IReadOnlyList<string> s_paths =
    [
        .. Row().Matches(Documents.Text("CONTRIBUTING.md")).Select(m => m.Groups[1].Value).Where(p => p != "path"),
    ];

    [Test]
    public void Every_path_of_the_map_exists() => Assert.That(s_paths.Where(p => !Path.Exists(Repository.At(p))), Is.Empty);

    [Test]
    public void Every_folder_of_the_program_is_on_the_map()
    {
        var program = Repository.At("api", "TreatyTracker.Api");
        var folders = Directory
            .EnumerateDirectories(program, "*", SearchOption.AllDirectories)
            .Where(d => Directory.EnumerateFiles(d).Any())
            .Select(d => Path.GetRelativePath(Repository.Root, d).Replace('\\', '/') + "/")
            .Where(d => !d.Contains("/bin/", StringComparison.Ordinal) && !d.Contains("/obj/", StringComparison.Ordinal));
        Assert.That(folders.Where(f => !s_paths.Contains(f)), Is.Empty, "Give each a line in the map of CONTRIBUTING.md.");
    }

    [GeneratedRegex(@"^\| `([^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
