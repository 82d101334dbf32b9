using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Deployment;

/// <summary>
/// The Dockerfile, as far as a machine without a container engine can check it: its publish command is run on this machine, and what comes
/// out is started as the image starts it. Whether stages and base images fit together stays untested.
/// </summary>
public sealed class DockerfileTests
{
    [Test]
    public void The_port_exposed_is_the_port_served() =>
        Assert.That(Image.Word("EXPOSE"), Is.EqualTo(Image.Variable("ASPNETCORE_HTTP_PORTS")).And.EqualTo("8080"));

    [Test]
    public void The_database_lies_in_the_volume_and_the_program_does_not_run_as_root()
    {
        Assert.That(Path.GetDirectoryName(Image.Variable("TREATYTRACKER_DATABASE")), Is.EqualTo(Image.Word("VOLUME")));
        Assert.That(Image.Word("USER"), Is.EqualTo("$APP_UID"));
    }

    [Test]
    public void The_label_and_the_base_images_name_the_versions_of_the_build()
    {
        Assert.That(Image.Version, Is.EqualTo(Property("Version")));
        Assert.That(
            Regex.Matches(Image.Text, @"(?m)^FROM mcr\.microsoft\.com/dotnet/\w+:(\S+)").Select(m => "net" + m.Groups[1].Value),
            Has.Exactly(2).EqualTo(Property("TargetFramework"))
        );
    }

    [Test]
    public void Everything_that_is_copied_from_the_repository_exists()
    {
        var sources = Regex.Matches(Image.Text, @"(?m)^COPY (?!--)(.+) \S+$").SelectMany(m => m.Groups[1].Value.Split(' ')).ToList();
        Assert.That(sources, Is.Not.Empty);
        Assert.That(sources.Where(s => !Path.Exists(Repository.At(s))), Is.Empty);
    }

    [Test, Category("Slow")]
    public async Task The_published_program_starts_becomes_healthy_and_keeps_its_data_in_the_volume()
    {
        using var scratch = new Scratch();
        var published = Path.Combine(scratch.Path, "published");
        var commands = Regex.Matches(Image.Text, "(?m)^RUN dotnet (.+)$").Select(m => m.Groups[1].Value).ToList();
        Assert.That(commands[^1], Does.StartWith("publish ").And.EndsWith(" --output published"), "the directory that the image copies");
        foreach (var command in commands)
        {
            // The same commands, with all that they make in another place.
            var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w == "published" ? published : w);
            var run = CommandRunner.ToEnd(
                Outside(
                    new("dotnet", [.. words, "--artifacts-path", Path.Combine(scratch.Path, "artifacts")])
                    {
                        WorkingDirectory = Repository.Root,
                    }
                ),
                TimeSpan.FromMinutes(8)
            );
            Assert.That(run.ExitCode, Is.Zero, run.Output);
        }
        var program = Path.Combine(published, Image.Word("ENTRYPOINT"));
        Assert.That(program, Does.Exist);
        Assert.That(program + ".dll", Does.Exist);

        var data = Directory.CreateDirectory(Path.Combine(scratch.Path, "data")).FullName;
        var home = Directory.CreateDirectory(Path.Combine(scratch.Path, "home")).FullName;
        var health = Regex.Match(Image.Text, @"HEALTHCHECK .*CMD \[""(\w+)"", ""(\w+)""\]");
        Assert.That(health.Groups[1].Value, Is.EqualTo(Image.Word("ENTRYPOINT")));
        var port = $"{CommandRunner.FreePort()}";
        ProcessStartInfo Start(params string[] words)
        {
            var start = new ProcessStartInfo(program, words) { WorkingDirectory = home };
            start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
            start.Environment["ASPNETCORE_HTTP_PORTS"] = port;
            start.Environment["TREATYTRACKER_DATABASE"] = Path.Combine(data, Path.GetFileName(Image.Variable("TREATYTRACKER_DATABASE")));
            return start;
        }
        int Ask() => CommandRunner.ToEnd(Start(health.Groups[2].Value)).ExitCode;
        Assert.That(Ask(), Is.EqualTo(1), "nothing serves yet");
        using var service = Process.Start(Start())!;
        try
        {
            await CommandRunner.Until(
                () =>
                {
                    Assert.That(service.HasExited, Is.False, "the service ended");
                    return Task.FromResult(Ask() == 0);
                },
                "the health check passes"
            );
        }
        finally
        {
            service.Kill(entireProcessTree: true);
            service.WaitForExit();
        }
        Assert.That(Directory.GetFiles(data), Is.Not.Empty);
        Assert.That(Directory.EnumerateFileSystemEntries(home), Is.Empty, "nothing is written outside the volume");
    }

    static string Property(string name) => XDocument.Load(Repository.At("Directory.Build.props")).Descendants(name).Single().Value;

    /// <summary>A build that takes nothing over from the build that runs this test, and leaves no server behind.</summary>
    static ProcessStartInfo Outside(ProcessStartInfo start)
    {
        foreach (var name in start.Environment.Keys.Where(n => n.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment.Remove("RestoreLockedMode");
        return start;
    }
}
