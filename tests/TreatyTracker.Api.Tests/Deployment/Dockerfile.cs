using System.Diagnostics;
using System.Text.RegularExpressions;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Deployment;

/// <summary>
/// The Dockerfile and the build context as <c>.dockerignore</c> leaves it, read as far as a machine without an engine can.
/// </summary>
sealed class Dockerfile
{
    readonly (Regex Pattern, bool Included)[] _ignore;

    public Dockerfile()
    {
        var text = Regex.Replace(File.ReadAllText(Repository.At("Dockerfile")), @"(?m)^\s*#.*\n", "").Replace("\\\n", " ");
        Instructions =
        [
            .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(line => line.Split(' ', 2))
                .Select(p => new Instruction(p[0], p.Length > 1 ? p[1].Trim() : "")),
        ];
        _ignore =
        [
            .. File.ReadLines(Repository.At(".dockerignore"))
                .Select(l => l.Trim())
                .Where(l => l.Length > 0 && !l.StartsWith('#'))
                .Select(Rule),
        ];
    }

    public IReadOnlyList<Instruction> Instructions { get; }

    /// <summary>The instructions of the stage <c>build</c>.</summary>
    public IEnumerable<Instruction> Build => Instructions.Take(Instructions.ToList().FindLastIndex(i => i.Keyword == "FROM"));

    /// <summary>The instructions of the image itself.</summary>
    public IEnumerable<Instruction> Image => Instructions.Skip(Build.Count());

    /// <summary>The last instruction of its kind in the image, which is the one that counts.</summary>
    public Instruction Of(string keyword) => Image.Last(i => i.Keyword == keyword);

    /// <summary>The image's environment.</summary>
    public IReadOnlyDictionary<string, string> Environment =>
        Image.Where(i => i.Keyword == "ENV").SelectMany(i => i.Pairs).ToDictionary(p => p.Key, p => p.Value);

    /// <summary>What COPY takes from the context for one source: files, by path relative to the root.</summary>
    public IReadOnlyList<string> Sources(string source)
    {
        var path = Repository.At(source);
        var files =
            Directory.Exists(path) ? Directory.GetFiles(path, "*", SearchOption.AllDirectories)
            : File.Exists(path) ? [path]
            : Array.Empty<string>();
        return
        [
            .. files
                .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
                .Where(InContext)
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Carries out the stage <c>build</c> in a directory that stands for the root of its file system.</summary>
    public void RunBuild(string fileSystem)
    {
        var at = fileSystem;
        foreach (var step in Build)
            switch (step.Keyword)
            {
                case "WORKDIR":
                    at = Directory.CreateDirectory(Inside(fileSystem, at, step.Arguments)).FullName;
                    break;
                case "COPY":
                    Copy(step.Words[..^1], Inside(fileSystem, at, step.Words[^1]));
                    break;
                case "RUN":
                    Run("sh", ["-c", step.Arguments], at);
                    break;
            }
    }

    /// <summary>Where a path of the image lies in the directory that stands for its file system.</summary>
    public static string Inside(string fileSystem, string workDirectory, string path) =>
        Path.TrimEndingDirectorySeparator(
            path.StartsWith('/') ? Path.Join(fileSystem, path) : Path.GetFullPath(Path.Combine(workDirectory, path))
        );

    void Copy(string[] sources, string target)
    {
        foreach (var source in sources)
        foreach (var file in Sources(source))
        {
            var to = Path.Combine(
                target,
                Directory.Exists(Repository.At(source)) ? Path.GetRelativePath(source, file) : Path.GetFileName(file)
            );
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(Repository.At(file), to, overwrite: true);
        }
    }

    static void Run(string program, string[] arguments, string directory)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = directory, RedirectStandardOutput = true };
        // The test run's own MSBuild settings must not reach the build, and no server may outlive it and hold the pipe.
        foreach (var name in start.Environment.Keys.Where(n => n.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        using var process = System.Diagnostics.Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, $"{string.Join(' ', arguments)}\n{output}");
    }

    /// <summary>As an engine reads it: the last rule that matches the file, or a directory above it, decides.</summary>
    bool InContext(string file) =>
        _ignore.LastOrDefault(rule => Upwards(file).Any(rule.Pattern.IsMatch)) is not { Pattern: not null, Included: false };

    static IEnumerable<string> Upwards(string? path)
    {
        for (; !string.IsNullOrEmpty(path); path = Path.GetDirectoryName(path))
            yield return path;
    }

    static (Regex, bool) Rule(string line)
    {
        var pattern = Regex
            .Escape(line.TrimStart('!').Trim('/'))
            .Replace(@"\*\*/", "(.*/)?")
            .Replace(@"\*\*", ".*")
            .Replace(@"\*", "[^/]*")
            .Replace(@"\?", "[^/]");
        return (new($"^{pattern}$"), line.StartsWith('!'));
    }
}
