using System.Text.Json.Nodes;
using TreatyTracker.Api.Tests.Harness;
using TreatyTracker.Api.Tests.OpenApi;

namespace TreatyTracker.Api.Tests.Features;

public sealed class CitationFormatTests
{
    [Test]
    public async Task A_figure_is_cited_in_BibTeX_with_day_permalink_and_coverage()
    {
        var counts = await Service.Get("/v1/treaties/untoc/counts?asOf=2017-06-30");
        using var response = await Service.Client.GetAsync("/v1/treaties/XVIII-12/counts?asOf=2017-06-30&format=bibtex");
        await Contract.MustHold(response);
        var lines = (await response.Content.ReadAsStringAsync()).Split('\n');
        Assert.That(lines[0], Is.EqualTo("@misc{untoc-parties-2017-06-30,"));
        Assert.That(
            lines[2],
            Is.EqualTo("  title = {{United Nations Convention against Transnational Organized Crime: 187 parties, 30 June 2017}},")
        );
        Assert.That(lines[5], Does.EndWith($"{counts["permalink"]}}},"));
        Assert.That(
            lines[7],
            Does.Contain("As of 2017-06-30")
                .And.Contain($"complete through {counts["record"]!["completeThrough"]}")
                .And.Contain($"unverified day: {counts["record"]!["unverifiedEvents"]}")
        );
        Assert.That((string?)counts["permalink"], Does.Contain("knownAt="));
        using var permalink = await Service.Client.GetAsync(lines[5].Split('{', '}')[1]);
        Assert.That((int)JsonNode.Parse(await permalink.Content.ReadAsStringAsync())!["parties"]!, Is.EqualTo(187));
    }

    [Test]
    public async Task Any_count_is_cited_as_CSL_JSON()
    {
        using var response = await Service.Client.GetAsync("/v1/treaties/untoc/counts?asOf=2017-06-30&format=csl&count=signatories");
        await Contract.MustHold(response);
        var item = JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsArray().Single()!;
        Assert.That(
            ((string?)item["id"], (string?)item["type"], (string?)item["title"]),
            Is.EqualTo(
                (
                    "untoc-signatories-2017-06-30",
                    "dataset",
                    "United Nations Convention against Transnational Organized Crime: 147 signatories, 30 June 2017"
                )
            )
        );
        Assert.That(item["issued"]!["date-parts"]!.ToJsonString(), Is.EqualTo("[[2026,11,28]]"));
    }

    [Test]
    public async Task A_day_beyond_the_record_is_cited_as_such()
    {
        var note = (await Service.Client.GetStringAsync("/v1/treaties/untoc/counts?asOf=2999-01-01&format=bibtex"));
        Assert.That(note, Does.Contain("before that day: later acts may be missing"));
    }

    [TestCase("application/x-bibtex", "@misc{untoc,")]
    [TestCase("application/vnd.citationstyles.csl+json", "[{\"id\":\"untoc\",\"type\":\"treaty\"")]
    public async Task A_treaty_is_cited_by_Accept(string type, string start)
    {
        using var response = await Service.Client.Ask("/v1/treaties/untoc?asOf=2017-06-30", ("Accept", type));
        await Contract.MustHold(response);
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo(type));
        var text = await response.Content.ReadAsStringAsync();
        Assert.That(text, Does.StartWith(start).And.Contain("187 parties, 30 June 2017"));
        using var elsewhere = await Service.Client.Ask(
            "/v1/treaties/untoc?asOf=2017-06-30",
            ("Accept", type),
            ("Host", "elsewhere.example")
        );
        Assert.That(elsewhere.Headers.ETag, Is.Not.EqualTo(response.Headers.ETag), "which names the host");
    }

    [Test]
    public void What_TeX_would_run_is_escaped()
    {
        var item = new TreatyTracker.Api.Features.CitationItem(
            "a",
            "treaty",
            "50% & {x}_y\\z",
            new(2017, 6, 30),
            "#1",
            "https://x.example/a?b=c&d",
            "v"
        );
        var result = (Microsoft.AspNetCore.Http.HttpResults.ContentHttpResult)item.Bibtex();
        Assert.That(
            result.ResponseContent,
            Does.Contain(@"title = {{50\% \& \textbraceleft{}x\textbraceright{}\_y\textbackslash{}z}}")
                .And.Contain(@"note = {\#1}")
                .And.Contain("url = {https://x.example/a?b=c&d}")
        );
    }
}
