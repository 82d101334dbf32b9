using System.Text.RegularExpressions;
using TreatyTracker.Api.Hosting;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Hosting;

/// <summary>
/// A bad setting stops the program before it does anything: one sentence names the setting, its value and what would be right.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class SettingsTests
{
    [TestCase("TREATYTRACKER_DATABASE", "", "the path of a file")]
    [TestCase("TREATYTRACKER_DATABASE", "/tmp", "the path of a file")]
    [TestCase("TREATYTRACKER_SEEDS", "/nowhere/at/all", "must be the path of an existing directory")]
    [TestCase("TREATYTRACKER_LOG_FORMAT", "xml", "text or json")]
    [TestCase("TREATYTRACKER_METRICS", "yes", "true or false")]
    [TestCase("TREATYTRACKER_RATE_LIMIT", "-1", "a whole number from 0 to 1000000")]
    [TestCase("TREATYTRACKER_REQUEST_TIMEOUT", "0", "a whole number of seconds from 1 to 3600")]
    [TestCase("TREATYTRACKER_DRAIN", "1.5", "a whole number of seconds from 0 to 3600")]
    [TestCase("TREATYTRACKER_MAX_REQUEST_LINE", "8k", "from 256 to")]
    [TestCase("TREATYTRACKER_TRUSTED_PROXIES", "10.0.0.5,proxy", "10.0.0.0/8")]
    [TestCase("ASPNETCORE_URLS", "nonsense", "http://localhost:8080")]
    [TestCase("ASPNETCORE_HTTP_PORTS", "eighty", "0 to 65535")]
    [TestCase("Logging__LogLevel__Default", "Loud", "Warning")]
    [TestCase("OTEL_EXPORTER_OTLP_ENDPOINT", "collector", "http://localhost:4317")]
    [TestCase("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true", "List your proxies with --trusted-proxies")]
    public void A_bad_value_stops_the_start(string variable, string value, string right)
    {
        using var scratch = new Scratch();
        var environment = new Dictionary<string, string> { ["TREATYTRACKER_DATABASE"] = scratch.DatabaseFile, [variable] = value };
        var run = CommandRunner.RunIn(scratch.Path, environment, "serve");
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")), run.Error);
        Assert.That(run.Error.TrimEnd().Split('\n'), Has.Length.EqualTo(1));
        Assert.That(run.Error, Does.Contain(variable).And.Contain($"'{value}'").And.Contain(right));
        Assert.That(Directory.GetFileSystemEntries(scratch.Path), Is.Empty);
    }

    [Test]
    public void The_command_line_wins_and_is_named()
    {
        using var scratch = new Scratch();
        var run = CommandRunner.RunIn(
            scratch.Path,
            new Dictionary<string, string> { ["TREATYTRACKER_LOG_FORMAT"] = "json" },
            "--log-format=xml",
            "--database",
            scratch.DatabaseFile
        );
        Assert.That((run.ExitCode, run.Error.TrimEnd()), Is.EqualTo((2, "--log-format is 'xml', but it must be text or json.")));
    }

    [TestCase("serve")]
    [TestCase("import", "--dry-run")]
    [TestCase("check")]
    public void A_misspelt_setting_is_not_ignored(params string[] args)
    {
        using var scratch = new Scratch();
        var run = CommandRunner.RunIn(scratch.Path, new Dictionary<string, string> { ["TREATYTRACKER_DATABSE"] = "x.db" }, args);
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.StartWith("Unknown setting TREATYTRACKER_DATABSE. Did you mean TREATYTRACKER_DATABASE?"));
    }

    [Test]
    public void Variables_that_Kubernetes_sets_for_a_service_of_this_name_are_not_settings()
    {
        using var scratch = new Scratch();
        var links = new[]
        {
            "SERVICE_HOST",
            "SERVICE_PORT",
            "SERVICE_PORT_HTTP",
            "PORT",
            "PORT_8080_TCP",
            "PORT_8080_TCP_ADDR",
        }.ToDictionary(n => $"TREATYTRACKER_{n}", _ => "10.0.0.1");
        Assert.That(CommandRunner.RunIn(scratch.Path, links, "check", "--seeds", Repository.Seeds).ExitCode, Is.Zero);
    }

    [Test]
    public void Serve_tells_every_setting_and_its_default()
    {
        var help = Regex.Replace(CommandRunner.Run("serve", "--help").Output, @"\s+", " ");
        foreach (var setting in Settings.All)
            Assert.That(help, Does.Contain($"{setting.Option} <{setting.Placeholder}>").And.Contain($"[default: {setting.Variable}, or "));
    }
}
