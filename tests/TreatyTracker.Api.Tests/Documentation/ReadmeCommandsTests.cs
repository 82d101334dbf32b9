using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Documentation;

/// <summary>
/// Runs every <c>sh</c> block of README.md and api/README.md, line by line, in a directory with a copy of the seeds and next to a running
/// service. The block of <c>json</c> or <c>text</c> after it must be its output. A last line <c>…</c> stands for the rest.
/// </summary>
[Category("Slow")]
public sealed partial class ReadmeCommandsTests
{
    /// <summary>Commands that a test cannot run, each with the reason.</summary>
    static readonly Dictionary<string, string> s_notRun = new()
    {
        ["git clone https://github.com/OWNER/treaty-tracker"] = "OWNER stands for whoever hosts the repository",
        ["cd treaty-tracker"] = "goes with the clone",
        ["dotnet run --project api/TreatyTracker.Api"] = "serves until it is stopped; it is the service that the other commands ask",
        ["dotnet test TreatyTracker.sln"] = "would run this test again",
        ["docker build -t treatytracker ."] = "needs a container engine; DockerfileTests replace it",
        ["docker run -p 8080:8080 -v treaties:/data treatytracker"] = "needs a container engine; DockerfileTests replace it",
    };

    // What it does to a register is run by ReadmeRecordingTests.
    static readonly string s_readme =
        Documents.Text("README.md").Replace(ReadmeRecordingTests.Section, "", StringComparison.Ordinal) + Documents.Text("api/README.md");

    Shell _shell = null!;

    /// <summary>The commands of one block, and the output that the page shows.</summary>
    public sealed record Script(string Commands, string? Language, string? Output)
    {
        public override string ToString() => Commands;
    }

    static IEnumerable<string> Commands => Block().Matches(s_readme).SelectMany(b => CommandsOf(b.Groups["commands"].Value));

    static IEnumerable<Script> Scripts =>
        from block in Block().Matches(s_readme)
        let commands = CommandsOf(block.Groups["commands"].Value).Where(c => !s_notRun.ContainsKey(c)).ToList()
        where commands.Count > 0
        let output = block.Groups["output"]
        select new Script(
            string.Join('\n', commands),
            output.Success ? block.Groups["language"].Value : null,
            output.Success ? output.Value : null
        );

    [OneTimeSetUp]
    public async Task Start() => _shell = await Shell.Open();

    [OneTimeTearDown]
    public void Stop() => _shell?.Dispose();

    [TestCaseSource(nameof(Scripts))]
    public void Every_command_runs_and_prints_the_output_shown(Script script)
    {
        var run = _shell.Run(script.Commands);
        Assert.That(run.ExitCode, Is.Zero, run.Error + run.Output);
        switch (script)
        {
            case { Language: "json" }:
                Assert.That(
                    JsonNode.DeepEquals(JsonNode.Parse(WithoutVersion(script.Output!)), JsonNode.Parse(WithoutVersion(run.Output))),
                    Is.True,
                    run.Output
                );
                break;
            case { Output: { } shown } when Lines(shown) is [.. var first, "…"]:
                Assert.That(Lines(run.Output).Take(first.Length), Is.EqualTo(first));
                break;
            case { Output: { } shown }:
                Assert.That(Lines(run.Output), Is.EqualTo(Lines(shown)));
                break;
        }
    }

    /// <summary>Every change of a seed changes the version of the data, so the page may show an older one.</summary>
    static string WithoutVersion(string text) => DataVersion().Replace(text, "data version X");

    [Test]
    public void Only_the_listed_commands_are_not_run()
    {
        Assert.That(s_notRun.Keys, Is.SubsetOf(Commands));
        Assert.That(
            Commands.Except(s_notRun.Keys),
            Is.EquivalentTo(Scripts.SelectMany(s => CommandsOf(s.Commands)).Distinct()).And.Not.Empty
        );
    }

    [Test]
    public async Task Every_address_in_other_languages_answers()
    {
        var addresses = Address().Matches(Block().Replace(s_readme, "")).Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.That(addresses, Has.Some.Contains("format=csv"));
        foreach (var address in addresses)
        {
            using var response = await ShippedService.Client.GetAsync(address);
            Assert.That(response.IsSuccessStatusCode, Is.True, address);
        }
    }

    /// <summary>The commands of a block: one per line, or several lines joined by a backslash. Comments are left out.</summary>
    static IEnumerable<string> CommandsOf(string block) =>
        block
            .Replace("\\\n", "", StringComparison.Ordinal)
            .Split('\n')
            .Select(l => l.Trim())
            .Where(l => l.Length > 0 && !l.StartsWith('#'));

    static string[] Lines(string text) => [.. text.TrimEnd().Split('\n').Select(l => l.TrimEnd())];

    [GeneratedRegex("data version [0-9a-f]{16}")]
    private static partial Regex DataVersion();

    [GeneratedRegex(
        @"^```sh\n(?<commands>.*?)^```\n(?:\n```(?<language>json|text)\n(?<output>.*?)^```)?",
        RegexOptions.Multiline | RegexOptions.Singleline
    )]
    private static partial Regex Block();

    [GeneratedRegex(@"http://localhost:8080(/[^\s""'`]*[^\s""'`.,:;)])")]
    private static partial Regex Address();
}
