using System.Net;
using System.Text.RegularExpressions;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Pages;

/// <summary>Pages for people: accurate, accessible, and complete without requests to other sites.</summary>
public sealed partial class PagesTests
{
    /// <summary>Each page about the record, with and without what it can be asked.</summary>
    static readonly string[] s_record =
    [
        "/",
        "/search",
        "/search?q=crime",
        "/search?q=nothing+at+all",
        "/treaties",
        "/treaties?subject=drugs&inForce=true",
        "/treaties?q=nosuch",
        "/treaties/untoc",
        "/treaties/untoc?asOf=2002-06-30",
        "/treaties/untoc-firearms?memberOf=EUU&sort=consented&descending=true",
        "/treaties/rome-statute?standing=former-party",
        "/treaties/untoc/states/PRK",
        "/treaties/uncac/states/ERI",
        "/states",
        "/states?region=Oceania",
        "/states/JPN",
        "/states/JPN?show=none",
        "/states/EUU",
        "/compare",
        "/compare?treaty=untoc-trafficking&treaty=untoc-smuggling&treaty=untoc-firearms",
        "/compare?state=DEU&state=VNM",
        "/compare?state=DEU&state=VNM&state=JPN&all=true",
        "/compare?treaty=untoc&state=DEU&state=VNM",
        "/changes",
        "/changes?from=2016-01-01&to=2017-12-31&state=PRK",
    ];

    static IEnumerable<string> Record => s_record;

    static IEnumerable<string> All => [.. s_record, "/docs/counts", "/problems", .. ProblemType.All.Select(p => $"/problems/{p.Slug}")];

    static IEnumerable<string> WithSwagger =>
        [.. All, "/pages.css", "/swagger/index.html", "/swagger/index.js", "/swagger/index.css", "/swagger/swagger-ui.css"];

    [TestCaseSource(nameof(WithSwagger))]
    public async Task No_page_fetches_anything_from_another_host(string url)
    {
        // XML namespace names are not addresses; comments in Swagger UI's script and links that a reader may follow fetch nothing.
        var text = Regex.Replace(
            await Service.Client.GetStringAsync(url),
            @"http://www\.w3\.org/\d+/\w+|<a href=""[^""]*""|/\*[\s\S]*?\*/|^\s*//.*$",
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
        var page = await PageReader.Read(url);
        Assert.That(page.DocumentElement.GetAttribute("lang"), Is.EqualTo("en"));
        Assert.That(page.Title, Is.Not.Empty.And.Not.StartWith("·"));
        Assert.That(page.QuerySelectorAll("main, header, footer, meta[name=viewport]"), Has.Length.EqualTo(4));
        Assert.That(page.QuerySelector("header nav")!.GetAttribute("aria-label"), Is.Not.Empty);
        var headings = page.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(h => h.LocalName).ToList();
        Assert.That(headings[0], Is.EqualTo("h1"));
        Assert.That(headings.Skip(1), Has.All.EqualTo("h2"));
        Assert.That(page.QuerySelectorAll("[id]").Select(e => e.Id), Is.Unique);
        // A picture that is a link is named by its alternative text.
        Assert.That(
            page.QuerySelectorAll("a, button, th[scope], h1, h2").Where(e => e.Text().Length == 0 && e.QuerySelector("img") is null),
            Is.Empty
        );
        Assert.That(page.QuerySelectorAll("img:not([alt]), img[alt=''], th:not([scope])"), Is.Empty);
        foreach (var field in page.QuerySelectorAll("input:not([type=hidden]), select"))
            Assert.That(
                field.Closest("label") is not null || page.QuerySelector($"label[for='{field.Id}']") is not null,
                $"{field.OuterHtml} has a label"
            );
    }

    [TestCaseSource(nameof(All))]
    public async Task Every_page_is_strict_about_what_it_loads(string url)
    {
        using var answer = await Service.Client.GetAsync(url);
        Assert.That(
            answer.Headers.GetValues("Content-Security-Policy").Single(),
            Is.EqualTo("default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
        );
        var page = await PageReader.Read(url);
        Assert.That(page.QuerySelectorAll("script, style, iframe, [style], [onclick], [onload]"), Is.Empty);
        Assert.That(
            page.QuerySelectorAll("link[rel=stylesheet], img").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")),
            Has.All.StartsWith("/")
        );
    }

    [TestCaseSource(nameof(All))]
    public async Task Every_page_is_small(string url)
    {
        var page = await Service.Client.GetByteArrayAsync(url);
        Assert.That(page, Has.Length.LessThan(100_000));
    }

    [Test, Category("Slow")]
    public async Task Every_link_works()
    {
        var links = new HashSet<string>();
        foreach (var url in All)
            links.UnionWith((await PageReader.Read(url)).Links());
        var broken = new List<string>();
        foreach (var link in links)
        {
            using var response = await Service.Client.GetAsync(link);
            if (response.StatusCode is not HttpStatusCode.OK)
                broken.Add($"{link}: {response.StatusCode}");
        }
        Assert.That(links, Has.Count.GreaterThan(500));
        Assert.That(broken, Is.Empty);
    }

    [TestCaseSource(nameof(Record))]
    public async Task Every_page_about_the_record_has_an_address_that_always_gives_the_same(string url)
    {
        var page = await PageReader.Read(url);
        var permalink = page.Links().First(l => l.Contains("knownAt=", StringComparison.Ordinal));
        Assert.That(permalink, Does.Contain("asOf=").Or.StartWith("/changes").Or.StartWith("/?knownAt"));
        var again = await PageReader.Read(permalink);
        Assert.That(again.Text("h1"), Is.EqualTo(page.Text("h1")));
    }

    [TestCaseSource(nameof(Record))]
    public async Task Every_page_about_the_record_exists_in_six_languages(string url)
    {
        var english = await PageReader.Read(url);
        foreach (var (language, direction) in new[] { ("ar", "rtl"), ("es", "ltr"), ("fr", "ltr"), ("ru", "ltr"), ("zh", "ltr") })
        {
            var page = await PageReader.Read($"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}");
            Assert.That(page.DocumentElement.GetAttribute("lang"), Is.EqualTo(language));
            Assert.That(page.DocumentElement.GetAttribute("dir"), Is.EqualTo(direction));
            Assert.That(page.Text("header nav"), Is.Not.EqualTo(english.Text("header nav")));
            // The language is kept from page to page.
            Assert.That(
                page.QuerySelectorAll("header nav:not(.languages) ul a").SkipLast(1).Select(a => a.GetAttribute("href")),
                Has.All.Contain($"lang={language}")
            );
            Assert.That(page.Text("body"), Does.Not.Match(@"\{\w+\}"), "a placeholder is left");
        }
    }

    [TestCase("/treaties", HttpStatusCode.OK)]
    [TestCase("/treaties/untoc?asOf=2017-06-30&standing=party", HttpStatusCode.OK)]
    [TestCase("/treaties/untocc", HttpStatusCode.NotFound)]
    [TestCase("/nothing", HttpStatusCode.NotFound)]
    public async Task Every_page_offers_its_other_languages_at_its_beginning(string url, HttpStatusCode status)
    {
        var page = await PageReader.Read(url, status);
        var links = page.QuerySelectorAll("header .languages a");
        Assert.That(links.Select(a => a.GetAttribute("lang")), Is.EqualTo(new[] { "ar", "en", "es", "fr", "ru", "zh" }));
        Assert.That(
            links.Select(a => a.GetAttribute("href")),
            Is.EqualTo(links.Select(a => $"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={a.GetAttribute("lang")}"))
        );
    }

    [TestCase("en", "On 1 July 2017")]
    [TestCase("es", "Al 1 de julio de 2017")]
    [TestCase("fr", "Au 1er juillet 2017")]
    [TestCase("ru", "На 1 июля 2017 года")]
    [TestCase("zh", "2017年7月1日")]
    [TestCase("ar", "في 1 تموز/يوليه 2017")]
    public async Task Days_in_headlines_are_written_out_in_the_language_of_the_page(string language, string headline)
    {
        var page = await PageReader.Read($"/treaties/untoc?asOf=2017-07-01&lang={language}");
        Assert.That(page.Text(".figure h2").Trim('\u2068', '\u2069').Replace("\u2068", "", StringComparison.Ordinal), Is.EqualTo(headline));
    }

    [Test]
    public async Task Days_in_sentences_can_be_kept_in_one_line_and_read_among_Arabic_words()
    {
        var days = (await PageReader.Read("/treaties/untoc?lang=ar")).QuerySelectorAll("#events + ul time");
        Assert.That(days.Select(d => d.Text()), Is.Not.Empty.And.All.Match(@"^\d{4}-\d\d-\d\d$"));
        Assert.That(days.Select(d => d.GetAttribute("dir")), Has.All.EqualTo("ltr"));
    }

    [TestCase("/compare?state=DEU&state=VNM&all=true", "table.status td.party-in-force")]
    [TestCase("/compare?treaty=untoc&treaty=uncac&all=true", "table.status td.party-in-force")]
    [TestCase("/treaties/untoc", "#family + div thead th:nth-child(2)")]
    public async Task Days_after_Arabic_words_are_not_reversed(string url, string cells)
    {
        var page = await PageReader.Read($"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang=ar");
        Assert.That(page.QuerySelectorAll(cells).Select(c => c.QuerySelector("time[dir=ltr]")), Is.Not.Empty.And.All.Not.Null);
    }

    [TestCase("/treaties/untoc", 2)]
    [TestCase("/states/JPN", 1)]
    [TestCase("/compare?treaty=untoc&treaty=uncac", 1)]
    public async Task The_place_of_a_picture_is_kept_free_until_it_arrives(string url, int pictures)
    {
        var page = await PageReader.Read(url);
        Assert.That(page.QuerySelectorAll("picture img"), Has.Length.EqualTo(pictures));
        foreach (var part in page.QuerySelectorAll("picture > *"))
        {
            // The picture for the wide window is the one that is drawn at the default width.
            var source = (part.GetAttribute("srcset") ?? part.GetAttribute("src"))!;
            var svg = System.Xml.Linq.XElement.Parse(await Service.Client.GetStringAsync(source));
            Assert.That(part.GetAttribute("width"), Is.EqualTo(svg.Attribute("width")!.Value), source);
            var height = double.Parse(part.GetAttribute("height")!, System.Globalization.CultureInfo.InvariantCulture);
            Assert.That(height, Is.EqualTo((double)svg.Attribute("height")!).Within(15).Percent, source);
        }
    }

    [Test]
    public async Task The_language_of_a_page_is_that_of_the_browser()
    {
        using var answer = await Service.Client.Ask("/treaties/untoc", ("Accept-Language", "de, fr;q=0.8, en;q=0.5"));
        Assert.That(answer.Content.Headers.ContentLanguage.Single(), Is.EqualTo("fr"));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("<html lang=\"fr\" dir=\"ltr\">"));
        Assert.That(answer.Headers.Vary, Does.Contain("Accept-Language"));
    }

    [Test]
    public async Task A_title_that_is_missing_in_the_language_is_marked_as_English()
    {
        var page = await PageReader.Read("/treaties/montreal-airports-1988?lang=ru");
        Assert.That(page.QuerySelector("h1")!.GetAttribute("lang"), Is.EqualTo("en"));
        var own = await PageReader.Read("/treaties/untoc?lang=ru");
        Assert.That(own.QuerySelector("h1")!.HasAttribute("lang"), Is.False);
    }

    [TestCase("/v1/export/treatytracker.sqlite")]
    [TestCase("/v1/export/treatytracker.zip")]
    [TestCase("/v1/events.atom")]
    [TestCase("/v1/calendar.ics")]
    [TestCase("/v1/counts?format=xlsx")]
    public async Task The_home_page_links_to_downloads_and_subscriptions(string url) =>
        Assert.That(await Service.Client.GetStringAsync("/"), Does.Contain($"href=\"{WebUtility.HtmlEncode(url)}\""));

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
    [TestCase("/pages.css")]
    [TestCase("/treaties/untoc?asOf=2017-06-30")]
    [TestCase("/search?q=japan")]
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
            Does.Contain("<link rel=\"icon\" type=\"image/svg&#x2B;xml\" href=\"/favicon.svg\"")
        );
    }

    [GeneratedRegex(@"(?:https?:)?//[a-z0-9.-]+[.:][a-z0-9]+[^\s""'<)]*", RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere();
}
