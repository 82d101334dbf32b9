using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TreatyTracker.Api.Tests.OpenApi;

namespace TreatyTracker.Api.Tests;

/// <summary>Documentation is tested: what the README says exists, and its examples are what the service says.</summary>
public sealed partial class ReadmeTests
{
    static readonly string s_readme = File.ReadAllText(Repository.At("README.md"));

    static IEnumerable<string> Addresses => Address().Matches(s_readme).Select(m => m.Groups[1].Value).Distinct();

    [TestCaseSource(nameof(Addresses))]
    public async Task Every_address_of_the_README_answers(string address) => await Service.Get(address);

    [Test]
    public async Task Its_example_is_what_the_service_says()
    {
        var url = CurlExample().Match(s_readme).Groups[1].Value;
        var example = JsonNode.Parse(JsonExample().Match(s_readme).Groups[1].Value);
        var answer = await Service.Get(url);
        Assert.That(JsonNode.DeepEquals(example, answer), Is.True, answer.ToJsonString());
    }

    [Test]
    public async Task Every_operation_is_in_the_README()
    {
        var named = Addresses.Select(a => a.Split('?')[0]).ToList();
        var missing = (await Contract.Operations()).Select(o => o.Path)
            .Where(p => p.StartsWith("/v1", StringComparison.Ordinal) && !p.Contains("{rest}", StringComparison.Ordinal))
            .Where(p => !named.Exists(n => n == p || Regex.IsMatch(n, "^" + Regex.Replace(p, @"\{\w+\}", "[^/]+") + "$")))
            // One of a list is found where the list is.
            .Where(p => !named.Contains(p[..p.LastIndexOf('/')]));
        Assert.That(missing, Is.Empty);
    }

    [Test]
    public void Every_setting_is_in_its_table()
    {
        foreach (var setting in typeof(Settings).GetConstructors().Single().GetParameters())
            Assert.That(s_readme, Does.Contain($"| `{Settings.Prefix}{setting.Name!.ToUpperInvariant()}` |"));
    }

    [Test]
    public void Every_command_of_the_program_is_in_its_table()
    {
        var help = Process.Run("--help").Output;
        var verbs = Regex.Matches(help[help.IndexOf("Commands:", StringComparison.Ordinal)..], @"^  (\w+)", RegexOptions.Multiline).Select(m => m.Groups[1].Value).ToList();
        Assert.That(verbs, Has.Count.AtLeast(4));
        foreach (var verb in verbs) Assert.That(s_readme, Does.Contain($"| `{verb}` |"));
    }

    [Test]
    public void Its_two_commands_name_what_is_there()
    {
        Assert.That(s_readme, Does.Contain("\ndotnet run --project api/TreatyTracker.Api\ndotnet test TreatyTracker.sln\n"));
        Assert.That(Directory.Exists(Repository.At("api", "TreatyTracker.Api")) && File.Exists(Repository.At("TreatyTracker.sln")));
    }

    [TestCase("README.md")]
    [TestCase("seeds/README.md")]
    [TestCase("db/README.md")]
    [TestCase("api/deploy/README.md")]
    public void Its_links_lead_somewhere(string page)
    {
        var text = File.ReadAllText(Repository.At(page));
        foreach (Match link in Link().Matches(text))
            Assert.That(Path.Exists(Path.Combine(Path.GetDirectoryName(Repository.At(page))!, link.Groups[1].Value)), $"{page}: {link.Groups[1].Value}");
    }

    [Test]
    public void It_counts_the_published_figures_rightly()
    {
        var published = TreatyTracker.Api.Seeds.SeedReader.Read(Repository.Seeds).PublishedCounts;
        Assert.That(s_readme, Does.Contain($" {published.Count} figures from {published.Min(p => p.AsOf.Year)} to {published.Max(p => p.AsOf.Year)}"));
    }

    [GeneratedRegex(@"`(/v1/[^`\s]*)`")]
    private static partial Regex Address();

    [GeneratedRegex(@"curl 'http://localhost:8080([^']+)'")]
    private static partial Regex CurlExample();

    [GeneratedRegex(@"```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonExample();

    [GeneratedRegex(@"\]\((?!http)([^)#]+)\)")]
    private static partial Regex Link();
}
