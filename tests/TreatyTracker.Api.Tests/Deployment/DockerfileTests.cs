using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Deployment;

/// <summary>
/// The Dockerfile, as far as a machine without an engine can check it. That stages and base images fit together stays unverified here.
/// </summary>
[UnsupportedOSPlatform("windows"), Platform(Exclude = "Win")]
public sealed class DockerfileTests
{
    /// <summary>The user of the base image: <c>APP_UID</c>.</summary>
    const string User = "1654";

    static readonly Dockerfile s_dockerfile = new();

    [Test]
    public void Every_source_that_is_copied_exists_and_is_in_the_build_context() =>
        Assert.That(CopiedFromContext().Where(source => s_dockerfile.Sources(source).Count == 0), Is.Empty);

    [Test]
    public void The_build_context_holds_nothing_that_is_not_copied()
    {
        var copied = CopiedFromContext().SelectMany(s_dockerfile.Sources).Distinct().Order(StringComparer.Ordinal);
        var all = Directory
            .GetFileSystemEntries(Repository.Root)
            .Select(e => Path.GetFileName(e))
            .Where(name => name is not (".git" or "artifacts"));
        Assert.That(all.SelectMany(s_dockerfile.Sources), Is.EquivalentTo(copied));
        Assert.That(copied.Where(f => Regex.IsMatch(f, @"(^|/)(bin|obj|artifacts)/|\.db(-shm|-wal)?$")), Is.Empty);
    }

    [Test]
    public void Packages_are_restored_as_locked()
    {
        // Without the file, a locked restore makes one and says nothing.
        var before = s_dockerfile
            .Build.TakeWhile(i => i.Keyword != "RUN")
            .Where(i => i.Keyword == "COPY")
            .SelectMany(i => i.Words[..^1])
            .ToList();
        var projects = before.Where(source => source.EndsWith(".csproj", StringComparison.Ordinal)).ToList();
        Assert.That(projects, Is.Not.Empty);
        Assert.That(projects.Select(p => $"{Path.GetDirectoryName(p)}/packages.lock.json"), Is.SubsetOf(before));
        Assert.That(s_dockerfile.Build.First(i => i.Keyword == "RUN").Arguments, Does.Contain("--locked-mode"));
    }

    [Test]
    public void The_base_images_are_those_of_the_target_framework()
    {
        var images = s_dockerfile.Instructions.Where(i => i.Keyword == "FROM").Select(i => i.Words[0]);
        var version = Property("TargetFramework")["net".Length..];
        Assert.That(images, Is.EqualTo(new[] { $"mcr.microsoft.com/dotnet/sdk:{version}", $"mcr.microsoft.com/dotnet/aspnet:{version}" }));
    }

    [Test]
    public void The_image_does_not_run_as_root()
    {
        Assert.That(s_dockerfile.Of("USER").Arguments, Is.EqualTo("$APP_UID"));
        Assert.That(
            s_dockerfile
                .Image.TakeWhile(i => i.Keyword != "USER")
                .Any(i => i.Keyword == "RUN" && i.Arguments.Contains("--owner=$APP_UID") && i.Words[^1] == Volume),
            "its user owns the volume"
        );
    }

    [Test]
    public void The_port_exposed_is_the_port_served() =>
        Assert.That(s_dockerfile.Of("EXPOSE").Arguments, Is.EqualTo(s_dockerfile.Environment["ASPNETCORE_HTTP_PORTS"]).And.EqualTo("8080"));

    [Test]
    public void The_database_lies_in_a_volume() =>
        Assert.That(Path.GetDirectoryName(s_dockerfile.Environment["TREATYTRACKER_DATABASE"]), Is.EqualTo(Volume));

    [Test]
    public void The_label_names_the_version_of_the_service() =>
        Assert.That(
            s_dockerfile.Of("LABEL").Pairs.ToDictionary(p => p.Key, p => p.Value)["org.opencontainers.image.version"],
            Is.EqualTo(Property("Version"))
        );

    [Test]
    public async Task What_the_build_stage_publishes_serves_as_the_image_says()
    {
        using var place = new Scratch();
        Open(place.Path);
        var fileSystem = Directory.CreateDirectory(Path.Combine(place.Path, "build")).FullName;
        s_dockerfile.RunBuild(fileSystem);
        var copy = s_dockerfile.Image.Single(i => i.Keyword == "COPY");
        Assert.That(s_dockerfile.Build.First().Words[^1], Is.EqualTo(copy.Option("from")));
        var published = Dockerfile.Inside(fileSystem, fileSystem, copy.Words[0]);

        var home = s_dockerfile.Of("WORKDIR").Arguments;
        Assert.That(s_dockerfile.Environment["PATH"].Split(':')[0], Is.EqualTo(home), "the program is on the PATH");
        var entry = s_dockerfile.Of("ENTRYPOINT").Words;
        var program = Path.Combine(published, entry[0]);
        Assert.That(program, Does.Exist);

        var data = Writable(Path.Combine(place.Path, "data"));
        var cwd = Writable(Path.Combine(place.Path, "cwd"));
        var port = CommandRunner.FreePort();
        var environment = s_dockerfile.Environment.ToDictionary(e => e.Key, e => e.Value.Replace(Volume, data).Replace("8080", $"{port}"));
        environment["PATH"] = $"{published}:/usr/bin:/bin";
        var check = Regex.Match(s_dockerfile.Of("HEALTHCHECK").Arguments, @"CMD (\[.*\])$").Groups[1].Value;
        var asks = new Instruction("CMD", check).Words;
        Assert.That(asks[0], Is.EqualTo(entry[0]));

        Assert.That(ExitOf(Start(program, asks[1..], environment, cwd)), Is.EqualTo(1), "nothing serves yet");
        using var service = Start(program, entry[1..], environment, cwd);
        try
        {
            await CommandRunner.Until(
                () =>
                {
                    Assert.That(service.HasExited, Is.False, "the service ended");
                    return Task.FromResult(ExitOf(Start(program, asks[1..], environment, cwd)) == 0);
                },
                "the health check passes"
            );
        }
        finally
        {
            service.Kill(entireProcessTree: true);
            service.WaitForExit();
        }
        Assert.That(Path.Combine(data, Path.GetFileName(s_dockerfile.Environment["TREATYTRACKER_DATABASE"])), Does.Exist);
        Assert.That(Directory.EnumerateFileSystemEntries(cwd), Is.Empty, "nothing is written outside the volume");
    }

    static IEnumerable<string> CopiedFromContext() =>
        s_dockerfile.Instructions.Where(i => i.Keyword == "COPY" && i.Option("from") is null).SelectMany(i => i.Words[..^1]);

    static string Volume => s_dockerfile.Of("VOLUME").Arguments;

    static string Property(string name) => XDocument.Load(Repository.At("Directory.Build.props")).Descendants(name).Single().Value;

    static int ExitOf(System.Diagnostics.Process process)
    {
        using (process)
        {
            process.WaitForExit();
            return process.ExitCode;
        }
    }

    /// <summary>Starts the program with this environment alone; as the image's user where the tests run as root.</summary>
    static System.Diagnostics.Process Start(
        string program,
        IEnumerable<string> arguments,
        Dictionary<string, string> environment,
        string cwd
    )
    {
        string[] command = [program, .. arguments];
        if (Environment.IsPrivilegedProcess)
            command = ["setpriv", $"--reuid={User}", $"--regid={User}", "--clear-groups", .. command];
        var start = new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = cwd };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        return System.Diagnostics.Process.Start(start)!;
    }

    /// <summary>A directory that the image's user can write to.</summary>
    static string Writable(string path)
    {
        Open(Directory.CreateDirectory(path).FullName, UnixFileMode.GroupWrite | UnixFileMode.OtherWrite);
        return path;
    }

    static void Open(string path, UnixFileMode more = UnixFileMode.None) =>
        File.SetUnixFileMode(
            path,
            File.GetUnixFileMode(path)
                | UnixFileMode.GroupRead
                | UnixFileMode.GroupExecute
                | UnixFileMode.OtherRead
                | UnixFileMode.OtherExecute
                | more
        );
}
