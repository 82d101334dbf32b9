using System.Text.RegularExpressions;
using TreatyTracker.Api.Hosting;
using TreatyTracker.Api.Tests.Harness;
using TreatyTracker.Api.Tests.OpenApi;

namespace TreatyTracker.Api.Tests.Documentation;

/// <summary>What README.md and api/README.md say exists, exists, and nothing is missing from their tables.</summary>
public sealed partial class ReadmeTests
{
    static readonly string s_readme = Documents.Text("README.md");
    static readonly string s_guide = Documents.Text("api/README.md");

    static IEnumerable<string> Addresses =>
        Address().Matches(s_readme + s_guide).Select(m => m.Groups[1].Value).Where(a => !a.Contains('{')).Distinct();

    [TestCaseSource(nameof(Addresses))]
    public async Task Every_address_answers(string address)
    {
        using var response = await ShippedService.Client.GetAsync(address);
        Assert.That((int)response.StatusCode, Is.EqualTo(200), address);
        await Contract.MustHold(response);
    }

    [Test]
    public async Task Every_operation_is_in_the_guide()
    {
        var named = Address().Matches(s_guide).Concat(Written().Matches(s_guide)).Select(a => a.Groups[1].Value.Split('?')[0]).ToList();
        var missing = (await Contract.Operations())
            .Select(o => o.Path)
            .Where(p => p.StartsWith("/v1", StringComparison.Ordinal) && !p.Contains("{rest}", StringComparison.Ordinal))
            .Where(p => !named.Exists(n => n == p || Regex.IsMatch(n, "^" + Regex.Replace(p, @"\{\w+\}", "[^/]+") + "$")))
            // One item of a list is found where the list is.
            .Where(p => !named.Contains(p[..p.LastIndexOf('/')]));
        Assert.That(missing, Is.Empty, "Give each a line in api/README.md, section \"What you can ask\".");
    }

    [Test]
    public void Every_setting_is_in_the_table_with_its_default()
    {
        foreach (var setting in Settings.All)
        {
            var row = Regex.Match(s_guide, $@"^\| `{setting.Variable}` \| .+ \| (.+) \|$", RegexOptions.Multiline);
            Assert.That(row.Success, $"{setting.Variable} has a row in api/README.md");
            if (setting.Default != Settings.ShippedSeeds)
                Assert.That(
                    row.Groups[1].Value,
                    Does.StartWith(setting.Default.Length > 0 ? $"`{setting.Default}`" : "none"),
                    setting.Variable
                );
        }
    }

    [Test]
    public void Every_command_is_in_the_table()
    {
        var help = CommandRunner.Run("--help").Output;
        var commands = Regex
            .Matches(help[help.IndexOf("Commands:", StringComparison.Ordinal)..], @"^  (\w+)", RegexOptions.Multiline)
            .Select(m => m.Groups[1].Value)
            .ToList();
        Assert.That(commands, Has.Count.AtLeast(4));
        foreach (var command in commands)
            Assert.That(s_guide, Does.Contain($"| `{command}` |"));
    }

    [Test]
    public void The_published_figures_are_counted_correctly()
    {
        var published = ShippedRecord.Facts.PublishedCounts;
        Assert.That(
            s_readme,
            Does.Contain($" {published.Count} figures from {published.Min(p => p.AsOf.Year)} to {published.Max(p => p.AsOf.Year)}")
        );
    }

    [Test]
    public void The_README_stays_under_1500_words() =>
        Assert.That(s_readme.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), Has.Length.LessThan(1500));

    [GeneratedRegex(@"`(/v1/[^`\s…]*)`")]
    private static partial Regex Address();

    [GeneratedRegex(@"`POST (/v1/[^`\s…]*)`")]
    private static partial Regex Written();
}
