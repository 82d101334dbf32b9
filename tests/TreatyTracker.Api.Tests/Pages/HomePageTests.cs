using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Pages;

/// <summary>The home page: search, figures, and the questions that people ask.</summary>
public sealed class HomePageTests
{
    [TestCase("")]
    [TestCase("?lang=fr")]
    public async Task Within_a_subject_treaties_stand_in_the_order_of_their_titles(string query)
    {
        foreach (var table in (await PageReader.Read("/treaties" + query)).QuerySelectorAll("table.treaties"))
        {
            var titles = table.QuerySelectorAll("tbody a").Select(a => SearchText.Fold(a.TextContent)).ToList();
            Assert.That(titles, Is.EqualTo(titles.Order(StringComparer.Ordinal)).And.Not.Empty);
        }
    }

    [Test]
    public async Task It_shows_today_s_figures_with_their_coverage()
    {
        var page = await PageReader.Read("/");
        var card = page.QuerySelectorAll(".cards li").Single(li => li.QuerySelector("a")!.GetAttribute("href") == "/treaties/untoc");
        var counts = await Service.Get("/v1/treaties/untoc/counts");
        Assert.That(card.Text("strong"), Is.EqualTo($"{counts["parties"]}"));
        Assert.That(card.Text("small"), Does.Contain($"complete through {counts["record"]!["completeThrough"]}"));
    }

    [Test]
    public async Task Its_marks_mean_what_they_mean_in_the_list_of_treaties()
    {
        var (home, list) = (await PageReader.Read("/"), await PageReader.Read("/treaties"));
        var listed = list.QuerySelectorAll(".treaties tbody tr")
            .ToDictionary(r => r.QuerySelector("a")!.GetAttribute("href")!, r => r.Children[1].Text());
        var shown = home.QuerySelectorAll(".cards li")
            .ToDictionary(c => c.QuerySelector("a")!.GetAttribute("href")!, c => c.Text("strong"));
        Assert.That(shown, Is.SubsetOf(listed));
        Assert.That(shown.Values, Has.Some.Contain("*").And.Some.Not.Contain("*"));
        foreach (var page in new[] { home, list })
            Assert.That(page.Text(".coverage"), Does.StartWith("* Some acts are unverified").And.Contain("† From an older table"));
    }

    [Test]
    public async Task It_has_a_search_box_that_needs_no_script()
    {
        var page = await PageReader.Read("/");
        var form = page.QuerySelector("main form[role=search]")!;
        Assert.That((form.GetAttribute("action"), form.GetAttribute("method")), Is.EqualTo(("/search", "get")));
        Assert.That(form.QuerySelector("input[name=q]"), Is.Not.Null);
    }

    [Test]
    public async Task It_answers_ten_questions_each_with_a_page()
    {
        var page = await PageReader.Read("/");
        var questions = page.QuerySelectorAll(".questions li");
        Assert.That(questions, Has.Length.EqualTo(10));
        foreach (var question in questions)
        {
            Assert.That(question.Text("span"), Is.Not.Empty);
            await PageReader.Read(question.QuerySelector("a")!.GetAttribute("href")!);
        }
        var answers = questions.ToDictionary(q => q.QuerySelector("a")!.GetAttribute("href")!, q => q.Text("span"));
        Assert.That(answers["/treaties/untoc"], Does.StartWith($"{(await Service.Get("/v1/treaties/untoc/counts"))["parties"]} parties"));
        Assert.That(
            answers["/treaties/rome-statute?standing=former-party#status"].Split(", "),
            Is.EquivalentTo(
                (await Service.Items("/v1/treaties/rome-statute/parties?standing=former-party")).Select(p => (string)p!["name"]!)
            )
        );
        Assert.That(
            answers["/treaties/uncac#missing"].Split(", "),
            Is.EquivalentTo((await Service.Items("/v1/treaties/uncac/non-parties")).Select(p => (string)p!["name"]!))
        );
        Assert.That(answers["/compare?treaty=untoc&state=DEU&state=VNM"], Is.EqualTo("In force since 8 July 2012"));
        Assert.That(
            answers["/states/JPN?sort=consented"],
            Is.EqualTo($"{(await Service.Items("/v1/states/JPN/participations?standing=party")).Count} of 30")
        );
    }

    [Test]
    public async Task It_invents_no_answer_for_a_register_with_other_treaties()
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
        var page = await PageReader.Read("/", client);
        Assert.That(page.QuerySelectorAll(".cards li"), Has.Length.EqualTo(1));
        Assert.That(page.QuerySelectorAll(".questions a").Select(a => a.Text()), Has.None.Contain("Crime Convention:"));
        foreach (var url in new[] { "/treaties", "/treaties/made-up", "/states", "/changes", "/compare" })
            await PageReader.Read(url, client);
    }

    [Test]
    public async Task It_says_how_current_the_record_is()
    {
        var (version, events) = (await Service.Get("/v1/version"), await Service.Get("/v1/events?verification=unverified&limit=1"));
        var treaties = await Service.Items("/v1/treaties");
        var days = treaties
            .Select(t => (string)t!["record"]!["completeThrough"]!)
            .Order(StringComparer.Ordinal)
            .Select(d => DateOnly.Parse(d, CultureInfo.InvariantCulture).ToString("d MMMM yyyy", CultureInfo.InvariantCulture))
            .ToList();
        var facts = Regex.Replace((await PageReader.Read("/")).Text("dl.facts"), @"(?<=\d),(?=\d)", "");
        Assert.That(
            facts,
            Does.Contain($"Treaties{treaties.Count}")
                .And.Contain($"Unverified acts: {events["total"]} of")
                .And.Contain($"{days[0]} – {days[^1]}")
                .And.Contain((string)version["data"]!)
        );
    }

    [Test]
    public async Task A_link_of_the_search_form_keeps_the_language()
    {
        var page = await PageReader.Read("/?lang=zh");
        Assert.That(page.QuerySelector("main form[role=search] input[name=lang]")!.GetAttribute("value"), Is.EqualTo("zh"));
        using var answer = await Service.Unfollowing.GetAsync("/search?q=%E6%97%A5%E6%9C%AC&lang=zh");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }
}
