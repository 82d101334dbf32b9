using System.Net;
using System.Text.Json.Nodes;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Pages;

/// <summary>Each problem type has a page with a real example.</summary>
public sealed class ProblemPagesTests
{
    static readonly string[] s_place = ["api", "TreatyTracker.Api", "Pages", "problems.json"];

    /// <summary>Problems that no single request reproduces, or that only one with a key does.</summary>
    static readonly string[] s_withoutExample = ["forbidden", "contradiction", "too-many-requests", "internal-error", "unavailable"];

    static JsonObject Recorded => JsonNode.Parse(File.ReadAllText(Repository.At(s_place)))!.AsObject();

    static IEnumerable<string> Slugs => ProblemType.All.Select(p => p.Slug);

    [Test]
    [Category("Slow")]
    public async Task Each_example_is_the_real_answer_of_the_service()
    {
        using var shell = await Shell.Open();
        var recorded = new JsonObject();
        foreach (var (slug, example) in Recorded)
        {
            var request = (string)example!["request"]!;
            var run = shell.Run(request.Replace("curl ", "curl -sS ", StringComparison.Ordinal));
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            var answer = JsonNode.Parse(run.Output)!.AsObject();
            answer["traceId"] = Problem.ExampleTraceId;
            Assert.That((string?)answer["type"], Is.EqualTo($"/problems/{slug}"));
            recorded[slug] = new JsonObject { ["request"] = request, ["answer"] = answer };
        }
        Repository.MustHold(recorded.ToJsonString(Json.Indented) + "\n", s_place);
    }

    [Test]
    public void Every_problem_that_a_request_can_reproduce_has_an_example() =>
        Assert.That(Recorded.Select(e => e.Key).Concat(s_withoutExample), Is.EquivalentTo(Slugs));

    [TestCaseSource(nameof(Slugs))]
    public async Task Each_page_explains_the_problem_shows_an_example_and_says_what_to_do(string slug)
    {
        var type = ProblemType.All.Single(p => p.Slug == slug);
        var page = await PageReader.Read($"/problems/{slug}");
        Assert.That(page.Text("h1"), Is.EqualTo($"{type.Status} {type.Title}"));
        Assert.That(page.QuerySelectorAll("p").Select(p => p.TextContent), Does.Contain(type.Meaning).And.Contain(type.Remedy));

        var shown = page.QuerySelectorAll("pre code").Select(c => c.TextContent).ToList();
        var problem = JsonNode.Parse(shown[^1])!.AsObject();
        Assert.That(
            ((string?)problem["type"], (string?)problem["title"], (int)problem["status"]!),
            Is.EqualTo(($"/problems/{slug}", type.Title, type.Status))
        );
        Assert.That(
            problem.Select(m => m.Key).Except(["errors"]),
            Is.EqualTo(new[] { "type", "title", "status", "detail", "instance", "traceId" })
        );
        Assert.That(shown.Count == 2 ? shown[0] : null, Is.EqualTo((string?)Recorded[slug]?["request"]));
    }

    [TestCaseSource(nameof(Slugs))]
    public void Each_remedy_says_what_to_do_in_complete_sentences(string slug)
    {
        var type = ProblemType.All.Single(p => p.Slug == slug);
        Assert.That(type.Remedy, Does.EndWith(".").And.Not.Match(@"^Read the detail\.?$").And.Not.Match("at once\\.$"));
        Assert.That(type.Remedy.Split(' '), Has.Length.GreaterThan(6));
    }

    [TestCase("conflict")]
    [TestCase("uri-too-long")]
    [TestCase("unprocessable")]
    public async Task Statuses_that_the_service_never_answers_with_have_no_page(string slug)
    {
        using var response = await Service.Client.GetAsync($"/problems/{slug}");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task The_list_links_to_every_problem()
    {
        var page = await Service.Client.GetStringAsync("/problems");
        foreach (var slug in Slugs)
            Assert.That(page, Does.Contain($"href=\"/problems/{slug}\""));
    }
}
