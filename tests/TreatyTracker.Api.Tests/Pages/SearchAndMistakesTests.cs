using System.Net;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Pages;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Pages;

/// <summary>Search in any language, and pages for addresses that are wrong.</summary>
public sealed class SearchAndMistakesTests
{
    [TestCase("untoc", "/treaties/untoc")]
    [TestCase("XVIII-12-c", "/treaties/untoc-firearms")]
    [TestCase("firearms protocol", "/treaties/untoc-firearms")]
    [TestCase("criminalite transnationale", "/treaties/untoc")]
    [TestCase("коррупции", "/treaties/uncac")]
    [TestCase("反腐败", "/treaties/uncac")]
    [TestCase("الفساد", "/treaties/uncac")]
    [TestCase("corruption convention", "/treaties/uncac")]
    [TestCase("JPN", "/states/JPN")]
    [TestCase("Japan", "/states/JPN")]
    [TestCase("Japón", "/states/JPN")]
    [TestCase("日本", "/states/JPN")]
    [TestCase("اليابان", "/states/JPN")]
    [TestCase("Япония", "/states/JPN")]
    [TestCase("Swaziland", "/states/SWZ")]
    [TestCase("408", "/states/PRK")]
    [TestCase("Korea (Rep. of)", "/states/KOR")]
    public async Task It_finds_by_any_name(string text, string page)
    {
        var found = await PageReader.Read($"/search?q={Uri.EscapeDataString(text)}");
        Assert.That(found.QuerySelectorAll(".found a").Select(a => a.GetAttribute("href")), Does.Contain(page));
        Assert.That(found.QuerySelector("input[name=q]")!.GetAttribute("value"), Is.EqualTo(text));
    }

    [TestCase("untocc", "/treaties/untoc")]
    [TestCase("Germny", "/states/DEU")]
    [TestCase("corruptoin", "/treaties/uncac")]
    [TestCase("korruptoin", "/treaties/uncac")]
    [TestCase("convention on corruptoin", "/treaties/uncac")]
    [TestCase("human trafficing", "/treaties/untoc-trafficking")]
    [TestCase("ядерного тероризма", "/treaties/nuclear-terrorism-2005")]
    [TestCase("Untied Kingdm", "/states/GBR")]
    [TestCase("XVIII-12-z", "/treaties/untoc-firearms")]
    public async Task It_says_what_was_probably_meant(string text, string page)
    {
        var found = await PageReader.Read($"/search?q={text}");
        Assert.That(found.Text("main"), Does.Contain("Did you mean"));
        Assert.That(found.QuerySelectorAll(".found a").Select(a => a.GetAttribute("href")), Does.Contain(page));
    }

    [Test]
    public async Task Of_a_misspelled_word_no_State_is_suggested_that_only_begins_alike()
    {
        var found = await PageReader.Read("/search?q=korruptoin");
        Assert.That(found.QuerySelectorAll(".found a").Select(a => a.GetAttribute("href")), Is.EqualTo(new[] { "/treaties/uncac" }));
    }

    [Test]
    public async Task Principal_treaties_with_many_parties_come_first()
    {
        var found = await PageReader.Read("/search?q=law+of+the+sea", ShippedService.Client);
        var links = found.QuerySelectorAll(".found a").Select(a => a.GetAttribute("href")).ToList();
        Assert.That((links[0], links[^1]), Is.EqualTo(("/treaties/unclos", "/treaties/law-of-the-sea-1958-op-disputes")));
    }

    [Test]
    public async Task What_has_only_some_of_the_words_is_not_suggested_beside_a_State_that_has_all()
    {
        var found = await PageReader.Read("/search?q=Untied+Kingdm");
        var links = found.QuerySelectorAll(".found a").Select(a => a.GetAttribute("href")).ToList();
        Assert.That(links, Has.Count.InRange(1, 3).And.All.StartsWith("/states/"));
        Assert.That(links[0], Is.EqualTo("/states/GBR"));
    }

    // Four amendments to the Montreal Protocol have one title.
    [TestCase("/search?q=kigali", ".found a")]
    [TestCase("/treaties?q=kigali", "table.treaties a")]
    [TestCase("/changes?from=2016-10-15&to=2019-12-31", ".change h2 a")]
    [TestCase("/treaties/montreal-protocol-kigali-2016", "h1")]
    [TestCase("/treaties/montreal-protocol-kigali-2016?lang=ar", "h1")]
    public async Task A_treaty_whose_title_others_have_is_named_by_its_short_title_too(string url, string titles)
    {
        const string Title = "Amendment to the Montreal Protocol on Substances that Deplete the Ozone Layer";
        var page = await PageReader.Read(url, ShippedService.Client);
        Assert.That(
            page.QuerySelectorAll(titles).Select(t => t.Text()).Where(t => t.StartsWith(Title, StringComparison.Ordinal)),
            Has.Some.EqualTo($"{Title} (Kigali Amendment)").And.None.EqualTo(Title)
        );
    }

    [Test]
    public async Task So_it_is_in_sentences_citations_and_pictures_but_not_in_the_title_that_the_api_gives()
    {
        var path = "/v1/treaties/montreal-protocol-kigali-2016";
        foreach (var url in new[] { "/events.atom", "/calendar.ics", "/map.svg?width=2400", "/counts/history.svg?width=2400" })
            Assert.That(
                (await ShippedService.Client.GetStringAsync(path + url)).Replace("\r\n ", ""),
                Does.Contain("(Kigali Amendment)"),
                url
            );
        var counts = await Service.Get(ShippedService.Client, $"{path}/counts");
        Assert.That((string)counts["title"]!, Does.Not.Contain("Kigali"));
        Assert.That((string)counts["cite"]!, Does.Contain("Ozone Layer (Kigali Amendment)"));
        Assert.That((await PageReader.Read("/search?q=untoc")).Text(".found a"), Does.Not.Contain("("), "a title of its own");
    }

    [Test]
    public async Task What_begins_a_word_comes_before_what_lies_within_one()
    {
        var found = await PageReader.Read("/search?q=ger");
        var links = found.QuerySelectorAll(".found a").Select(a => a.GetAttribute("href")).ToList();
        Assert.That(links.IndexOf("/states/DEU"), Is.LessThan(links.IndexOf("/states/DZA")).And.GreaterThan(-1));
    }

    [TestCase("<script>alert(1)</script>")]
    [TestCase("\"><img src=x onerror=alert(1)>")]
    [TestCase("' onfocus='alert(1)")]
    [TestCase("{q} {0} \u202e\u0000")]
    [TestCase("& &amp; &lt;b&gt;")]
    public async Task Hostile_text_is_only_text(string text)
    {
        foreach (var url in new[] { "/search?q=", "/treaties?q=", "/states?q=" })
        {
            var page = await PageReader.Read(url + Uri.EscapeDataString(text));
            Assert.That(page.QuerySelectorAll("script, main img, [onerror], [onfocus], b"), Is.Empty);
            Assert.That(
                page.QuerySelectorAll("input[name=q]").Select(i => i.GetAttribute("value")),
                Does.Contain(text.Replace('\0', '\ufffd'))
            );
        }
        var missing = await PageReader.Read(
            "/treaties/" + Uri.EscapeDataString(text.Replace("\0", "", StringComparison.Ordinal)),
            HttpStatusCode.NotFound
        );
        Assert.That(missing.QuerySelectorAll("script, main img, [onerror], [onfocus], b"), Is.Empty);
    }

    [TestCase("/treaties/untocc", "/treaties/untoc")]
    [TestCase("/states/Germany", "/states/DEU")]
    [TestCase("/treaties/untoc/states/Japn", "/states/JPN")]
    public async Task A_mistaken_address_gives_a_page_with_suggestions(string url, string suggestion)
    {
        var page = await PageReader.Read(url, HttpStatusCode.NotFound);
        Assert.That(page.QuerySelectorAll(".found a").Select(a => a.GetAttribute("href")), Does.Contain(suggestion));
        Assert.That(page.QuerySelector("form[role=search]"), Is.Not.Null);
        using var answer = await Service.Client.GetAsync(url);
        Assert.That(answer.Headers.CacheControl!.NoStore);
    }

    [TestCase("/nosuch", HttpStatusCode.NotFound)]
    [TestCase("/treaties?asof=2017-06-30", HttpStatusCode.BadRequest)]
    [TestCase("/treaties/untoc?asOf=yesterday", HttpStatusCode.BadRequest)]
    [TestCase("/treaties/untoc?memberOf=EUX", HttpStatusCode.BadRequest)]
    [TestCase("/treaties?subject=drug", HttpStatusCode.BadRequest)]
    [TestCase("/problems/nosuch", HttpStatusCode.NotFound)]
    [TestCase("/changes?from=2017-06-30&from=2017-06-30", HttpStatusCode.BadRequest)]
    [TestCase("/treaties/untoc?knownAt=1999-01-01T00:00:00Z", HttpStatusCode.NotFound)]
    public async Task Any_other_mistake_gives_a_page_that_says_what_to_do(string url, HttpStatusCode status)
    {
        var page = await PageReader.Read(url, status);
        Assert.That(page.QuerySelector("form[role=search]"), Is.Not.Null);
        Assert.That(page.QuerySelector("main [lang=en]") ?? page.QuerySelector("main div"), Is.Not.Null);
        Assert.That(page.Text("main"), Does.Contain("HTTP " + (int)status));
    }

    [TestCase("/nosuch", null)]
    [TestCase("/nosuch", "application/json")]
    [TestCase("/v1/treaties/untocc", "text/html,*/*;q=0.8")]
    [TestCase("/v1/nosuch", "text/html,*/*;q=0.8")]
    public async Task Programs_and_the_api_get_a_problem_as_JSON(string url, string? accept)
    {
        using var answer = await Service.Client.Ask(url, ("Accept", accept));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/problem+json"));
    }

    [Test]
    public async Task Empty_fields_of_a_form_are_left_out_of_the_address()
    {
        using var answer = await Service.Unfollowing.GetAsync("/treaties?q=&subject=drugs&kind=&lang=fr");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(answer.Headers.Location!.OriginalString, Is.EqualTo("/treaties?subject=drugs&lang=fr"));
        using var api = await Service.Unfollowing.GetAsync("/v1/treaties?q=");
        Assert.That(api.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public void Every_text_exists_in_six_languages_with_the_same_placeholders()
    {
        foreach (var ((key, language), text) in PageTexts.All)
        {
            Assert.That(text, Is.Not.Empty, $"{key}, {language}");
            Assert.That(Placeholders(text), Is.EquivalentTo(Placeholders(PageTexts.Of(key, Languages.English))), $"{key}, {language}");
        }

        static IEnumerable<string> Placeholders(string text) =>
            System.Text.RegularExpressions.Regex.Matches(text, @"\{\w+\}").Select(m => m.Value);
    }

    [Test]
    public async Task Every_subject_of_the_record_has_a_text()
    {
        var subjects = Directory
            .EnumerateFiles(Path.Combine(Repository.ShippedSeeds, "treaties"), "*.json")
            .Select(f => (string)System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(f))!["subject"]!)
            .Distinct();
        Assert.That(subjects.Where(s => !PageTexts.All.ContainsKey(($"subject.{s}", "en"))), Is.Empty);
        Assert.That((await PageReader.Read("/treaties?lang=es")).Text("main"), Does.Contain("Delincuencia organizada"));
    }
}
