using System.Text.RegularExpressions;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Documentation;

/// <summary>The Markdown files of the repository.</summary>
static partial class Documents
{
    /// <summary>Directories that builds and runs leave behind.</summary>
    static readonly HashSet<string> s_leftBehind = [".git", "artifacts", "bin", "data", "node_modules", "obj", "TestResults"];

    /// <summary>Paths of all files, relative to the root and with slashes.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Below(Repository.Root).Order(StringComparer.Ordinal)];

    /// <summary>The text of one.</summary>
    public static string Text(string path) => File.ReadAllText(Repository.At(path));

    /// <summary>The anchors of a page's headings, as GitHub makes them.</summary>
    public static IEnumerable<string> Anchors(string path) =>
        Heading()
            .Matches(CodeBlock().Replace(Text(path), ""))
            .Select(m => NotInAnchors().Replace(m.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    static IEnumerable<string> Below(string directory) =>
        Directory
            .EnumerateFiles(directory, "*.md")
            .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
            .Concat(Directory.EnumerateDirectories(directory).Where(d => !s_leftBehind.Contains(Path.GetFileName(d))).SelectMany(Below));

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();
}
