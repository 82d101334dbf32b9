using System.Text.RegularExpressions;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests;

/// <summary>
/// Dependencies point one way: Law ← Data, Seeds ← Consistency, StatusTables ← Features ← Pages ← Hosting ← Commands ← Program.
/// Http and OpenApi serve Features and what stands above it.
/// </summary>
public sealed class ArchitectureTests
{
    static readonly Dictionary<string, string[]> s_mayUse = new()
    {
        ["Data"] = [],
        ["Seeds"] = ["Data"],
        ["Consistency"] = ["Data", "Seeds"],
        ["StatusTables"] = ["Data", "Seeds"],
        ["Http"] = ["Data"],
        ["OpenApi"] = ["Http", "Features"],
        ["Features"] = ["Data", "Seeds", "Consistency", "Http", "OpenApi"],
        ["Pages"] = ["Data", "Http", "OpenApi", "Features"],
        ["Hosting"] = ["Data", "StatusTables", "Http", "OpenApi", "Features", "Pages"],
        ["Commands"] = ["Data", "Seeds", "Consistency", "StatusTables", "Http", "OpenApi", "Features", "Pages", "Hosting"],
    };

    static string Source => Repository.At("api", "TreatyTracker.Api");

    [Test]
    public void Dependencies_point_one_way()
    {
        var offenders =
            from file in Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
            let place = Path.GetRelativePath(Source, file).Split(Path.DirectorySeparatorChar)[0]
            where s_mayUse.ContainsKey(place)
            from other in s_mayUse.Keys
            where other != place && !s_mayUse[place].Contains(other)
            where Uses(File.ReadAllText(file), other)
            select $"{Path.GetRelativePath(Source, file)} uses {other}";
        Assert.That(offenders, Is.Empty);
    }

    static bool Uses(string code, string place) =>
        Regex.IsMatch(code, $@"(?<![\w.])((TreatyTracker\.)?Api\.)?{place}\.[A-Z]|using (static |\w+ = )?(TreatyTracker\.)?Api\.{place}\b");

    [TestCase("using TreatyTracker.Api.Features;")]
    [TestCase("using TreatyTracker.Api.Features.States;")]
    [TestCase("using L = TreatyTracker.Api.Features.Labels;")]
    [TestCase("using static TreatyTracker.Api.Features.Labels;")]
    [TestCase("var x = TreatyTracker.Api.Features.Labels.Of(1);")]
    [TestCase("var x = Api.Features.Labels.Of(1);")]
    [TestCase("var x = new Features.Labels();")]
    [TestCase("http.Features.Get<RequestSnapshot>();", false)]
    public void A_dependency_is_seen_however_it_is_written(string code, bool seen = true) =>
        Assert.That(Uses(code, "Features"), Is.EqualTo(seen));

    [Test]
    public void No_line_of_code_is_longer_than_140_characters()
    {
        var offenders =
            from directory in new[] { "api", "tests" }
            from file in Directory.EnumerateFiles(Repository.At(directory), "*.cs", SearchOption.AllDirectories)
            where !file.Split(Path.DirectorySeparatorChar).Any(d => d is "bin" or "obj")
            from line in File.ReadLines(file).Index()
            // The heading of a CSV file has no place to break.
            where line.Item.Length > 140 && line.Item.Trim().Contains(' ')
            select $"{Path.GetRelativePath(Repository.Root, file)}:{line.Index + 1}";
        Assert.That(offenders, Is.Empty);
    }

    [Test]
    public void Every_folder_of_the_service_has_its_layer() =>
        Assert.That(
            Directory.GetDirectories(Source).Select(Path.GetFileName).Where(d => d is not ("bin" or "obj")),
            Is.EquivalentTo(s_mayUse.Keys)
        );

    [Test]
    public void The_law_refers_to_nothing_but_the_runtime() =>
        Assert.That(typeof(TreatyTracker.Law.Treaty).Assembly.GetReferencedAssemblies().Select(a => a.Name), Has.All.StartsWith("System."));

    [Test]
    public void Only_the_listed_files_stand_at_the_top_level()
    {
        string[] belongs =
        [
            "api",
            "tests",
            "db",
            "seeds",
            "Dockerfile",
            "TreatyTracker.sln",
            "openapi.yaml",
            "README.md",
            "LICENSE",
            "CHANGELOG.md",
            "CONTRIBUTING.md",
            "SECURITY.md",
            "global.json",
        ];
        // What runs leave behind is ignored by git.
        string[] leftBehind = ["artifacts", "data", "TestResults"];
        var strays = Directory
            .GetFileSystemEntries(Repository.Root)
            .Select(Path.GetFileName)
            .Where(n =>
                !n!.StartsWith('.')
                && !belongs.Contains(n)
                && !leftBehind.Contains(n)
                && !(n.StartsWith("Directory.", StringComparison.Ordinal) && n.EndsWith(".props", StringComparison.Ordinal))
            );
        Assert.That(strays, Is.Empty);
    }

    [TestCase("Dto")]
    [TestCase("Model")]
    [TestCase("Entity")]
    [TestCase("Manager")]
    [TestCase("Helper")]
    [TestCase("Service")]
    [TestCase("Util")]
    [TestCase("Base")]
    [TestCase("Impl")]
    [TestCase("Info")]
    public void A_type_s_name_says_what_it_is(string word)
    {
        var types = new[] { typeof(Program).Assembly, typeof(TreatyTracker.Law.Treaty).Assembly }
            .SelectMany(a => a.GetTypes())
            .Where(t => t.Namespace?.StartsWith("TreatyTracker", StringComparison.Ordinal) is true);
        Assert.That(
            types.Select(t => t.Name).Where(n => Regex.IsMatch(n, $"{word}($|[A-Z])")).Except(["ServiceVersion", "EntityTags"]),
            Is.Empty
        );
    }
}
