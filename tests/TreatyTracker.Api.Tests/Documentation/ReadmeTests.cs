using System.Text.RegularExpressions;
using TreatyTracker.Api.Hosting;
using TreatyTracker.Api.Tests.Harness;
using TreatyTracker.Api.Tests.OpenApi;

namespace TreatyTracker.Api.Tests.Documentation;

/// <summary>Documentation is tested: what the README says exists, and its examples are what the service says.</summary>
public sealed partial class ReadmeTests
{
    static readonly string s_readme = File.ReadAllText(Repository.At("README.md"));

    static IEnumerable<string> Addresses => Address().Matches(s_readme).Select(m => m.Groups[1].Value).Distinct();

    [TestCaseSource(nameof(Addresses))]
    public async Task Every_address_of_the_README_answers(string address)
    {
        using var response = await Service.Client.GetAsync(address);
        Assert.That((int)response.StatusCode, Is.EqualTo(200), address);
        await Contract.MustHold(response);
    }

    [Test]
    public async Task Every_operation_is_in_the_README()
    {
        var named = Addresses.Select(a => a.Split('?')[0]).ToList();
        var missing = (await Contract.Operations())
            .Select(o => o.Path)
            .Where(p => p.StartsWith("/v1", StringComparison.Ordinal) && !p.Contains("{rest}", StringComparison.Ordinal))
            .Where(p => !named.Exists(n => n == p || Regex.IsMatch(n, "^" + Regex.Replace(p, @"\{\w+\}", "[^/]+") + "$")))
            // One of a list is found where the list is.
            .Where(p => !named.Contains(p[..p.LastIndexOf('/')]));
        Assert.That(missing, Is.Empty);
    }

    [Test]
    public void Every_setting_is_in_its_table()
    {
        foreach (var setting in Settings.All)
        {
            var row = Regex.Match(s_readme, $@"^\| `{setting.Variable}` \| .+ \| (.+) \|$", RegexOptions.Multiline);
            Assert.That(row.Success, $"{setting.Variable} has a row");
            if (setting.Default != Settings.ShippedSeeds)
                Assert.That(
                    row.Groups[1].Value,
                    Does.StartWith(setting.Default.Length > 0 ? $"`{setting.Default}`" : "none"),
                    setting.Variable
                );
        }
    }

    [Test]
    public void Every_command_of_the_program_is_in_its_table()
    {
        var help = CommandRunner.Run("--help").Output;
        var verbs = Regex
            .Matches(help[help.IndexOf("Commands:", StringComparison.Ordinal)..], @"^  (\w+)", RegexOptions.Multiline)
            .Select(m => m.Groups[1].Value)
            .ToList();
        Assert.That(verbs, Has.Count.AtLeast(4));
        foreach (var verb in verbs)
            Assert.That(s_readme, Does.Contain($"| `{verb}` |"));
    }

    [TestCase("README.md")]
    [TestCase("seeds/README.md")]
    [TestCase("db/README.md")]
    [TestCase("api/deploy/README.md")]
    public void Its_links_lead_somewhere(string page)
    {
        var text = File.ReadAllText(Repository.At(page));
        foreach (Match link in Link().Matches(text))
            Assert.That(
                Path.Exists(Path.Combine(Path.GetDirectoryName(Repository.At(page))!, link.Groups[1].Value)),
                $"{page}: {link.Groups[1].Value}"
            );
    }

    [Test]
    public void It_counts_the_published_figures_rightly()
    {
        var published = TreatyTracker.Api.Seeds.SeedReader.Read(Repository.Seeds).PublishedCounts;
        Assert.That(
            s_readme,
            Does.Contain($" {published.Count} figures from {published.Min(p => p.AsOf.Year)} to {published.Max(p => p.AsOf.Year)}")
        );
    }

    [GeneratedRegex(@"`(/v1/[^`\s]*)`")]
    private static partial Regex Address();

    [GeneratedRegex(@"\]\((?!http)([^)#]+)\)")]
    private static partial Regex Link();
}
