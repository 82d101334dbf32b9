using System.Net;
using System.Text.RegularExpressions;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Pages;

/// <summary>Pages for people: accurate, accessible, and complete without requests to other sites.</summary>
public sealed partial class PagesTests
{
    static IEnumerable<string> All => ["/", "/docs/counts", "/problems", .. ProblemType.All.Select(p => $"/problems/{p.Slug}")];

    static IEnumerable<string> WithSwagger =>
        [.. All, "/swagger/index.html", "/swagger/index.js", "/swagger/index.css", "/swagger/swagger-ui.css"];

    [TestCaseSource(nameof(WithSwagger))]
    public async Task No_page_fetches_anything_from_another_host(string url)
    {
        // XML namespace names are not addresses, and comments in Swagger UI's script fetch nothing.
        var text = Regex.Replace(
            await Service.Client.GetStringAsync(url),
            @"http://www\.w3\.org/\d+/\w+|/\*[\s\S]*?\*/|^\s*//.*$",
            "",
            RegexOptions.Multiline
        );
        Assert.That(
            Elsewhere().Matches(text).Select(m => m.Value).Where(a => !a.StartsWith("http://localhost:8080/", StringComparison.Ordinal)),
            Is.Empty
        );
        Assert.That(text, Does.Not.Contain("@import"));
    }

    [TestCaseSource(nameof(All))]
    public async Task Every_page_has_a_language_a_title_landmarks_and_headings_in_order(string url)
    {
        var page = await Service.Client.GetStringAsync(url);
        Assert.That(
            page,
            Does.Contain("<html lang=\"en\">")
                .And.Contain("<main>")
                .And.Contain("<header><nav aria-label=")
                .And.Contain("name=\"viewport\"")
        );
        Assert.That(Regex.Match(page, "<title>(.+)</title>").Groups[1].Value, Is.Not.Empty);
        var headings = Regex
            .Matches(page, @"<h(\d)")
            .Select(m => int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))
            .ToList();
        Assert.That(headings[0], Is.EqualTo(1));
        Assert.That(headings.Skip(1), Has.All.EqualTo(2));
        Assert.That(page, Does.Not.Contain("<script").And.Not.Contain("<img").And.Not.Contain("TODO"));
    }

    [TestCaseSource(nameof(All))]
    public async Task Every_link_works(string url)
    {
        foreach (Match link in Regex.Matches(await Service.Client.GetStringAsync(url), "href=\"(/[^\"]*)\""))
        {
            using var response = await Service.Client.GetAsync(WebUtility.HtmlDecode(link.Groups[1].Value));
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), link.Groups[1].Value);
        }
    }

    [Test]
    public async Task The_home_page_asks_ten_questions()
    {
        var questions = Regex.Match(await Service.Client.GetStringAsync("/"), "<ol>(.*?)</ol>", RegexOptions.Singleline).Groups[1].Value;
        Assert.That(Regex.Count(questions, "<li><a href=\"/v1/"), Is.EqualTo(10));
    }

    [Test]
    public async Task The_home_page_shows_the_figure_with_its_day_and_answers_each_question()
    {
        var page = await Service.Client.GetStringAsync("/");
        Assert.That(
            page,
            Does.Contain(
                "The United Nations Convention against Transnational Organized Crime had <strong>187</strong> parties "
                    + "on <time datetime=\"2017-06-30\">30 June 2017</time>."
            )
        );
        var answers = Regex
            .Matches(page, "</a> <span>([^<]+)</span> <a class=\"try\"")
            .Select(m => WebUtility.HtmlDecode(m.Groups[1].Value))
            .ToList();
        Assert.That(answers, Has.Count.EqualTo(10).And.Contains("187 parties."));

        Assert.That(
            answers[1],
            Is.EqualTo(
                "Member State of the United Nations: 182, Non-member State with observer status at the United Nations: 2, Other State: 2, "
                    + "Regional organization: 1."
            )
        );
        Assert.That(
            answers[2],
            Does.StartWith(
                $"{(await Service.Get("/v1/treaties/untoc/parties?limit=1"))["total"]} parties, as far as recorded: the record is complete "
                    + "through 11 September 2026"
            )
        );
        Assert.That(
            answers[3],
            Is.EqualTo(
                string.Join("; ", (await Service.Items("/v1/treaties/untoc/parties?standing=signatory")).Select(p => (string)p!["name"]!))
                    + "."
            )
        );
        Assert.That(
            answers[4],
            Is.EqualTo(
                "Party, treaty in force: Democratic People's Republic of Korea acceded to the United Nations Convention against "
                    + "Transnational Organized Crime on 17 June 2016."
            )
        );
        Assert.That(answers[5], Does.EndWith(": in force since 25 December 2003."));
        Assert.That(answers[6], Does.StartWith($"{(await Service.Items("/v1/states/MNE/participations?standing=party")).Count} of the "));
        foreach (
            var kind in (await Service.Items("/v1/treaties/uncac/events?from=2016-01-01&to=2017-12-31")).CountBy(e =>
                (string)e!["kindLabel"]!
            )
        )
            Assert.That(answers[7], Does.Contain($"{kind.Key}: {kind.Value}"));
        var parties = (await Service.Items("/v1/counts")).Select(c => (int)c!["parties"]!).ToList();
        Assert.That(answers[8], Is.EqualTo($"From {parties.Min()} to {parties.Max()} parties, as far as recorded."));
        Assert.That(answers[9], Does.StartWith($"{(await Service.Get("/v1/sources?limit=1"))["total"]} sources"));
    }

    [Test]
    public async Task Each_question_leads_to_the_operation_that_answers_it()
    {
        var page = await Service.Client.GetStringAsync("/");
        var document = await Service.Client.GetStringAsync("/openapi.json");
        var operations = System.Text.Json.Nodes.JsonNode.Parse(document)!["paths"]!
            .AsObject()
            .SelectMany(p => p.Value!.AsObject(), (p, o) => (Path: p.Key, Operation: o.Value!))
            .ToList();
        foreach (Match item in Regex.Matches(page, "<li><a href=\"(/v1/[^\"?]+)[^\"]*\">.*?href=\"/swagger/index.html#/([^/\"]+)/(\\w+)\""))
        {
            var (path, operation) = operations.Single(o => (string?)o.Operation["operationId"] == item.Groups[3].Value);
            Assert.That((string?)operation["tags"]![0], Is.EqualTo(Uri.UnescapeDataString(item.Groups[2].Value)));
            Assert.That(item.Groups[1].Value, Does.Match("^" + Regex.Replace(path, @"\{\w+\}", "[^/]+") + "$"));
        }
    }

    [TestCase("/v1/export/treatytracker.sqlite")]
    [TestCase("/v1/export/treatytracker.zip")]
    [TestCase("/v1/events.atom")]
    [TestCase("/v1/calendar.ics")]
    [TestCase("/v1/treaties/untoc/badge.svg?asOf=2017-06-30")]
    [TestCase("/v1/counts?format=excel")]
    public async Task The_home_page_links_to_downloads_and_subscriptions(string url) =>
        Assert.That(await Service.Client.GetStringAsync("/"), Does.Contain($"href=\"{url}\""));

    [Test]
    public async Task The_home_page_of_a_register_with_other_treaties_asks_the_same_and_invents_no_answer()
    {
        using var scratch = new Scratch();
        var seeds = Cases.MadeUpSeeds.Write(
            scratch,
            "",
            (
                "made-up",
                Cases.MadeUpSeeds.Treaty(
                    "made-up",
                    "MADE-1",
                    "2000-01-01",
                    """{ "article": "art. 10", "instruments": 2, "delay": { "days": 90 } }"""
                ),
                ""
            )
        );
        using var host = new TestHost(scratch.DatabaseFile, seeds);
        using var client = host.CreateClient();
        var page = await client.GetStringAsync("/");
        Assert.That(Regex.Count(page, "<li><a href=\"/v1/[^>]+>[^<]+[?]</a>"), Is.EqualTo(10));
        Assert.That(
            page,
            Does.Not.Contain("class=\"figure\"")
                .And.Contain("<span>0 of the 1 treaties in the register.</span>")
                .And.Contain("<span>From 0 to 0 parties, as far as recorded.</span>")
        );
    }

    [Test]
    public async Task The_home_page_says_how_current_the_data_is()
    {
        var (version, events) = (await Service.Get("/v1/version"), await Service.Get("/v1/events?verification=unverified&limit=1"));
        var treaties = await Service.Items("/v1/treaties");
        var days = treaties.Select(t => (string)t!["record"]!["completeThrough"]!).Order(StringComparer.Ordinal).ToList();

        var text = Regex.Replace(await Service.Client.GetStringAsync("/"), @"<time datetime=""([^""]+)"">[^<]*</time>", "$1");
        text = Regex.Replace(Regex.Replace(text, "<[^>]+>", ""), @"(?<=\d),(?=\d)", "");
        Assert.That(
            text,
            Does.Contain($"Treaties{treaties.Count}\n")
                .And.Contain($"{version["rows"]!["events"]} recorded, of which {events["total"]} unverified")
                .And.Contain($"Complete through{days[0]} to {days[^1]}")
                .And.Contain($"Last recorded{version["recordedThrough"]}")
                .And.Contain($"Data version{version["data"]}")
        );
    }

    [Test]
    public async Task The_home_page_changes_with_the_data()
    {
        using var scratch = new Scratch();
        var seeds = scratch.CopyOfSeeds();
        var untoc = Path.Combine(seeds, "treaties", "untoc.json");
        await File.WriteAllTextAsync(
            untoc,
            (await File.ReadAllTextAsync(untoc)).Replace(
                "\"completeThrough\": \"2026-09-11\"",
                "\"completeThrough\": \"2026-10-31\"",
                StringComparison.Ordinal
            )
        );
        using var host = new TestHost(scratch.DatabaseFile, seeds);
        using var client = host.CreateClient();
        Assert.That(await client.GetStringAsync("/"), Does.Contain("31 October 2026"));
    }

    [TestCase("/")]
    [TestCase("/docs/counts")]
    [TestCase("/problems/not-found")]
    [TestCase("/openapi.yaml")]
    [TestCase("/openapi.json")]
    [TestCase("/favicon.svg")]
    public async Task A_cached_page_is_revalidated_by_its_tag(string url)
    {
        using var first = await Service.Client.GetAsync(url);
        Assert.That(first.Headers.CacheControl!.ToString(), Is.EqualTo("public, max-age=60"));
        using var again = new HttpRequestMessage(HttpMethod.Get, url);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await Service.Client.SendAsync(again);
        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
    }

    [TestCase("/favicon.svg")]
    [TestCase("/favicon.ico")]
    public async Task The_icon_is_an_image_that_the_policy_of_pages_allows(string url)
    {
        using var icon = await Service.Client.GetAsync(url);
        Assert.That((icon.StatusCode, icon.Content.Headers.ContentType!.ToString()), Is.EqualTo((HttpStatusCode.OK, "image/svg+xml")));
        Assert.That(System.Xml.Linq.XElement.Parse(await icon.Content.ReadAsStringAsync()).Name.LocalName, Is.EqualTo("svg"));

        using var page = await Service.Client.GetAsync("/");
        Assert.That(page.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("img-src 'self'"));
        Assert.That(
            await page.Content.ReadAsStringAsync(),
            Does.Contain("<link rel=\"icon\" type=\"image/svg+xml\" href=\"/favicon.svg\">")
        );
    }

    [GeneratedRegex(@"(?:https?:)?//[a-z0-9.-]+[.:][a-z0-9]+[^\s""'<)]*", RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere();
}
