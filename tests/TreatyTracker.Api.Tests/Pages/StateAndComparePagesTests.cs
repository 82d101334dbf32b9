using System.Net;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Pages;

/// <summary>The pages of States, comparisons and changes show what the API answers.</summary>
public sealed class StateAndComparePagesTests
{
    [TestCase("party")]
    [TestCase("signatory")]
    [TestCase("former-party")]
    public async Task A_State_s_page_lists_its_treaties_by_standing(string show)
    {
        var page = await PageReader.Read($"/states/PHL?show={show}&asOf=2020-06-30");
        var rows = await Service.Items($"/v1/states/PHL/participations?standing={show}&asOf=2020-06-30");
        Assert.That(
            page.QuerySelectorAll("table.status tbody a").Select(a => a.GetAttribute("href")!.Split('/')[2]),
            Is.EquivalentTo(rows.Select(r => (string)r!["treaty"]!))
        );
    }

    [Test]
    public async Task A_State_s_page_lists_what_it_never_joined()
    {
        var page = await PageReader.Read("/states/JPN?show=none");
        var acted = (await Service.Items("/v1/states/JPN/participations")).Where(r => (string)r!["status"]!["standing"]! != "none");
        var all = await Service.Items("/v1/treaties");
        Assert.That(
            page.QuerySelectorAll(".names a").Select(a => a.GetAttribute("href")!.Split('/')[2]),
            Is.EquivalentTo(all.Select(t => (string)t!["id"]!).Except(acted.Select(r => (string)r!["treaty"]!)))
        );
    }

    [Test]
    public async Task A_State_s_page_can_be_read_in_the_order_in_which_it_joined()
    {
        var days = (await PageReader.Read("/states/JPN?sort=consented"))
            .QuerySelectorAll("table.status tbody tr")
            .Select(r => r.Children[3].Text().Split(' ')[0])
            .Where(d => d.Length > 0);
        Assert.That(days, Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal).And.Not.Empty);
    }

    [Test]
    public async Task Treaties_stand_side_by_side()
    {
        string[] treaties = ["untoc-trafficking", "untoc-smuggling", "untoc-firearms"];
        var page = await PageReader.Read($"/compare?asOf=2017-06-30&{string.Join('&', treaties.Select(t => $"treaty={t}"))}");
        var parties = page.QuerySelectorAll("table.numbers tbody tr")[0].QuerySelectorAll("td").Select(d => d.Text());
        Assert.That(
            parties,
            Is.EqualTo(treaties.Select(t => (string)Service.Get($"/v1/treaties/{t}/counts?asOf=2017-06-30").Result["parties"]!.ToString()))
        );
        var matrix = await Service.Items($"/v1/matrix?asOf=2017-06-30&limit=500&{string.Join('&', treaties.Select(t => $"treaty={t}"))}");
        Assert.That(
            page.QuerySelectorAll("table.status tbody th").Select(h => h.Text()),
            Is.EquivalentTo(
                matrix
                    .Where(r => r!["standings"]!.AsObject().Select(s => (string)s.Value!).Distinct().Count() > 1)
                    .Select(r => (string)r!["name"]!)
            )
        );
    }

    [Test]
    public async Task A_treaty_is_in_force_between_two_States_from_the_later_of_both_days()
    {
        var page = await PageReader.Read("/compare?treaty=untoc&state=DEU&state=VNM");
        var days = new[] { "DEU", "VNM" }.Select(s =>
            (string)
                Service.Get($"/v1/states/{s}/participations").Result["items"]!.AsArray().Single(r => (string)r!["treaty"]! == "untoc")![
                    "status"
                ]!["inForceOn"]!
        );
        Assert.That(days.Max(), Is.EqualTo("2012-07-08"));
        Assert.That(page.Text(".figure"), Does.Contain("Yes In force between the two since 8 July 2012."));
        var before = await PageReader.Read("/compare?treaty=untoc&state=DEU&state=VNM&asOf=2010-01-01");
        Assert.That(
            before.Text(".figure"),
            Does.Contain("No Not in force between the two on 1 January 2010.").And.Contain("not in force for Viet Nam")
        );
    }

    [Test]
    public async Task Of_a_treaty_no_longer_in_force_between_two_States_the_period_and_the_withdrawal_are_shown()
    {
        var left = await PageReader.Read("/compare?treaty=rome-statute&state=DEU&state=PHL&asOf=2025-01-01");
        Assert.That(
            left.Text(".figure"),
            Does.Contain("It was in force between the two from 1 November 2011 until 17 March 2019.")
                .And.Contain("notice of withdrawal received on 2018-03-17, with effect from 2019-03-17. (art. 127(1))")
        );
        var bound = await PageReader.Read("/compare?treaty=rome-statute&state=DEU&state=PHL&asOf=2015-01-01");
        Assert.That(bound.Text(".figure"), Does.Not.Contain("was in force"));
        var nobody = await PageReader.Read("/compare?treaty=rome-statute&state=DEU&state=FRA&asOf=2001-06-01");
        Assert.That(nobody.Text(".figure"), Does.Contain("The treaty itself enters into force only on 2002-07-01. (art. 126(1))"));
    }

    [Test]
    public async Task Names_that_people_type_become_codes()
    {
        using var answer = await Service.Unfollowing.GetAsync("/compare?state=Allemagne&state=Viet+Nam&asOf=2017-06-30");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(answer.Headers.Location!.OriginalString, Is.EqualTo("/compare?asOf=2017-06-30&state=DEU&state=VNM"));
        using var treaties = await Service.Unfollowing.GetAsync("/compare?treaty=Firearms+Protocol&treaty=XVIII-12-a");
        Assert.That(treaties.Headers.Location!.OriginalString, Is.EqualTo("/compare?treaty=untoc-firearms&treaty=untoc-trafficking"));
        var wrong = await PageReader.Read("/compare?state=Germny&state=VNM", HttpStatusCode.BadRequest);
        Assert.That(wrong.QuerySelectorAll("main li a").Select(a => a.GetAttribute("href")), Does.Contain("/compare?state=DEU&state=VNM"));
        // What was typed can be corrected where it is.
        Assert.That(
            wrong.QuerySelectorAll("main form input[name=state]").Select(i => i.GetAttribute("value")),
            Is.EqualTo(new[] { "Germny", "VNM" })
        );
        var neither = await PageReader.Read("/compare?treaty=untocc&treaty=uncac", HttpStatusCode.BadRequest);
        Assert.That(
            neither.QuerySelectorAll("main li a").Select(a => a.GetAttribute("href")),
            Does.Contain("/compare?treaty=untoc&treaty=uncac")
        );
        string[] seven = ["DEU", "FRA", "ITA", "JPN", "VNM", "PRK", "USA"];
        await PageReader.Read($"/compare?{string.Join('&', seven.Select(s => $"state={s}"))}", HttpStatusCode.BadRequest);
    }

    [Test]
    public async Task Another_day_keeps_what_is_compared()
    {
        var form = (await PageReader.Read("/compare?state=DEU&state=VNM&all=true&asOf=2017-06-30&lang=fr")).QuerySelector("form.day")!;
        Assert.That(
            form.QuerySelectorAll("input[type=hidden]").Select(i => $"{i.GetAttribute("name")}={i.GetAttribute("value")}"),
            Is.EqualTo(new[] { "state=DEU", "state=VNM", "all=true", "lang=fr" })
        );
    }

    [TestCase("state=DEU&state=VNM&state=JPN&state=FRA&state=ITA&state=USA", "ru")]
    [TestCase("treaty=untoc&treaty=uncac&treaty=untoc-firearms&treaty=untoc-smuggling&treaty=untoc-trafficking&treaty=rome-statute", "ar")]
    public async Task A_long_comparison_has_several_small_pages(string query, string language)
    {
        var address = $"/compare?{query}&all=true&asOf=2024-06-30";
        var english = await PageReader.Read(address);
        var all = int.Parse(english.Text("#matrix").Split('(', ')')[1], System.Globalization.CultureInfo.InvariantCulture);
        var pages = english.QuerySelectorAll("main nav a").Select(a => a.GetAttribute("href")!).DefaultIfEmpty(address).ToList();
        var rows = new List<string>();
        foreach (var page in pages)
            rows.AddRange((await PageReader.Read(page)).QuerySelectorAll("table.status tbody th a").Select(a => a.GetAttribute("href")!));
        Assert.That(rows, Has.Count.EqualTo(all).And.Unique);
        Assert.That(pages, Has.Count.EqualTo((all + 149) / 150));
        Assert.That(await Service.Client.GetByteArrayAsync($"{address}&lang={language}"), Has.Length.LessThan(100_000));
    }

    [Test]
    public async Task Changes_are_those_of_the_api()
    {
        var page = await PageReader.Read("/changes?from=2016-01-01&to=2016-12-31");
        var changes = await Service.Items("/v1/changes?from=2016-01-01&to=2016-12-31");
        Assert.That(
            page.QuerySelectorAll(".change h2").Select(h => h.Text()),
            Is.EquivalentTo(changes.Select(c => (string)c!["treaty"]!["title"]!))
        );
        Assert.That(
            page.QuerySelectorAll("table.numbers td").Take(3).Select(d => d.Text()),
            Is.EqualTo(
                new[]
                {
                    $"{changes.Count}",
                    $"{changes.Sum(c => c!["consented"]!.AsArray().Count)}",
                    $"{changes.Sum(c => c!["signed"]!.AsArray().Count)}",
                }
            )
        );
        await PageReader.Read("/changes?from=2016-01-01&to=2015-01-01", HttpStatusCode.BadRequest);
    }

    [Test]
    public async Task Changes_of_a_long_period_are_cut_and_say_so()
    {
        var page = await PageReader.Read("/changes?from=1900-01-01&to=2026-11-01");
        Assert.That(page.Text("main"), Does.Match(@"Shown: \d+ of 30 treaties"));
        Assert.That(page.DocumentElement.OuterHtml, Has.Length.LessThan(100_000));
        // A treaty with too many changes does not hide those after it: none would have had room.
        string[] kinds = ["consented", "signed", "cameIntoForce", "left"];
        var lines = (await Service.Items("/v1/changes?from=1900-01-01&to=2026-11-01")).ToDictionary(
            c => $"/treaties/{c!["treaty"]!["id"]}",
            c => 1 + kinds.Sum(k => c![k]!.AsArray().Count)
        );
        var shown = page.QuerySelectorAll(".change h2 a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.That(shown, Is.Not.Empty);
        Assert.That(lines.Where(l => !shown.Contains(l.Key)).Min(l => l.Value), Is.GreaterThan(500 - shown.Sum(s => lines[s])));
    }

    [Test]
    public async Task The_list_of_States_counts_their_treaties()
    {
        var page = await PageReader.Read("/states?region=Oceania&asOf=2017-06-30");
        var rows = page.QuerySelectorAll("main tbody tr").ToDictionary(r => r.Text("th"), r => r.Text("td"));
        Assert.That(rows.Keys, Is.EquivalentTo((await Service.Items("/v1/states?region=Oceania")).Select(s => (string)s!["name"]!)));
        Assert.That(
            rows["Australia"],
            Is.EqualTo($"{(await Service.Items("/v1/states/AUS/participations?standing=party&asOf=2017-06-30")).Count}")
        );
    }

    [TestCase("subject=drugs")]
    [TestCase("inForce=false")]
    [TestCase("coverage=proved")]
    [TestCase("q=trafic")]
    public async Task The_list_of_treaties_has_the_filters_of_the_api(string query)
    {
        var page = await PageReader.Read($"/treaties?asOf=2017-06-30&{query}");
        var treaties = await Service.Items($"/v1/treaties?asOf=2017-06-30&{query}");
        Assert.That(
            page.QuerySelectorAll("table.treaties tbody tr")
                .Select(r => $"{r.QuerySelector("a")!.GetAttribute("href")} {r.Children[1].Text().TrimEnd('*', '†')}"),
            Is.EquivalentTo(treaties.Select(t => $"/treaties/{t!["id"]}?asOf=2017-06-30 {t["counts"]!["parties"]}"))
        );
    }
}
