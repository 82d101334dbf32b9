using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Pages;

/// <summary>A treaty's page shows what the API answers.</summary>
public sealed class TreatyPageTests
{
    [TestCase("/treaties/untoc?asOf=2017-06-30", "/v1/treaties/untoc/counts?asOf=2017-06-30")]
    [TestCase("/treaties/untoc", "/v1/treaties/untoc/counts")]
    [TestCase("/treaties/rome-statute?asOf=2001-01-01", "/v1/treaties/rome-statute/counts?asOf=2001-01-01")]
    [TestCase("/treaties/psychotropics-1971?lang=fr", "/v1/treaties/psychotropics-1971/counts?lang=fr")]
    public async Task Its_figures_are_those_of_the_api(string url, string api)
    {
        var (page, counts) = (await PageReader.Read(url), await Service.Get(api));
        Assert.That(page.Text("h1"), Is.EqualTo((string)counts["title"]!));
        Assert.That(page.Text(".figure strong"), Is.EqualTo($"{counts["parties"]}"));
        var shown = page.QuerySelector("#counts")!
            .ParentElement!.QuerySelectorAll("tbody tr")
            .ToDictionary(r => r.QuerySelector("a")!.GetAttribute("href")!.Split('#')[1], r => r.Text("td"));
        Assert.That(shown, Has.Count.EqualTo(9));
        foreach (var (name, figure) in shown)
            Assert.That(figure, Is.EqualTo($"{counts[name]}"), name);
        var parts = page.QuerySelector("#breakdown")!.ParentElement!.QuerySelectorAll("tbody");
        foreach (var part in parts)
            Assert.That(
                part.QuerySelectorAll("td").Sum(d => int.Parse(d.TextContent, System.Globalization.CultureInfo.InvariantCulture)),
                Is.EqualTo((int)counts["parties"]!)
            );
    }

    // Montenegro notified its succession on 2006-10-23, with effect from 2006-06-03.
    [TestCase("/treaties/untoc?asOf=2006-08-01", "In force before the notification of a succession, not yet among the parties")]
    [TestCase("/treaties/untoc?asOf=2006-08-01&lang=es", "En vigor antes de la notificación de una sucesión, aún no entre las partes")]
    [TestCase("/treaties/untoc?asOf=2006-10-23", null)]
    public async Task It_says_why_more_are_parties_in_force_than_parties(string url, string? label)
    {
        var rows = (await PageReader.Read(url))
            .QuerySelector("#counts")!
            .ParentElement!.QuerySelectorAll("tbody tr")
            .Where(r => r.QuerySelector("a") is null)
            .Select(r => $"{r.Text("th")}|{r.Text("td")}");
        Assert.That(rows, Is.EqualTo(label is null ? [] : new[] { $"{label}|1" }));
    }

    [TestCase("en", "Not in force 44 instruments among 'States of Annex 2': 35 of 44, 9 missing")]
    [TestCase("zh", "“附件二所列国家”中的44份文书：已有35，需要44，尚缺9")]
    public async Task Of_a_treaty_that_is_not_in_force_the_figure_says_what_it_needs_and_the_list_has_a_name(string language, string text)
    {
        var page = await PageReader.Read($"/treaties/ctbt?asOf=2025-01-01&lang={language}", ShippedService.Client);
        Assert.That(page.Text(".figure p"), Does.Contain(text));
        var list = page.QuerySelector("dl.facts a[href*='/lists/']")!;
        Assert.That(list.GetAttribute("href"), Does.StartWith("/v1/treaties/ctbt/lists/annex-2?"));
        await Service.Get(ShippedService.Client, list.GetAttribute("href")!);
        Assert.That(page.Text("main"), Does.Not.Contain("'annex-2'"));
        Assert.That((await PageReader.Read("/treaties/untoc")).QuerySelector(".figure p a"), Is.Null, "it is in force");
    }

    [Test]
    public async Task Its_coverage_stands_beside_the_figure()
    {
        var figure = (await PageReader.Read("/treaties/rome-statute?asOf=2026-10-01")).QuerySelector(".figure")!;
        var record = (await Service.Get("/v1/treaties/rome-statute/counts?asOf=2026-10-01"))["record"]!;
        Assert.That((bool)record["asOfIsBeyond"]!);
        Assert.That(
            figure.Text(".doubt"),
            Does.Contain("complete through 22 May 2026 only")
                .And.Contain($"Unverified acts: {record["unverifiedEvents"]} of ")
                .And.Contain((string)record["recordNote"]!)
        );
    }

    [Test]
    public async Task A_figure_of_an_older_table_is_that_of_the_table_s_day()
    {
        var page = await PageReader.Read("/treaties/narcotics-1961?asOf=2026-10-01");
        var counts = await Service.Get("/v1/treaties/narcotics-1961/counts?asOf=2026-10-01");
        Assert.That((string)counts["record"]!["coverage"]!, Is.EqualTo("older-table"));
        var day = DateOnly.Parse((string)counts["record"]!["completeThrough"]!, System.Globalization.CultureInfo.InvariantCulture);
        var written = day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);
        Assert.That((string)counts["cite"]!, Does.Contain(written).And.Not.Contain("2026,"));
        Assert.That(page.Text(".figure h2"), Is.EqualTo($"On {written}"));
        Assert.That(page.Text("#missing + p"), Does.StartWith($"On {written}"));
        Assert.That(page.QuerySelector("#map + p img")!.GetAttribute("alt"), Does.Contain(written));
        Assert.That(page.Text("#counts + table thead"), Does.EndWith("2026-10-01†"));
        Assert.That(page.Text("main"), Does.Contain("† From an older table"));
        var before = await PageReader.Read("/treaties/narcotics-1961?asOf=2000-01-01");
        Assert.That(before.Text(".figure h2"), Is.EqualTo("On 1 January 2000"));
        Assert.That(before.Text("#counts + table thead"), Does.EndWith("2000-01-01"));
    }

    [Test]
    public async Task Before_its_adoption_it_says_so()
    {
        var page = await PageReader.Read("/treaties/untoc?asOf=1999-01-01");
        Assert.That(page.Text(".figure > p"), Is.EqualTo("0 Parties Not yet adopted; adopted on 15 November 2000"));
    }

    [Test]
    public async Task An_article_or_note_in_English_is_readable_among_Arabic_words()
    {
        var page = await PageReader.Read("/treaties/rome-statute/states/PHL?lang=ar");
        Assert.That(page.QuerySelectorAll("main table bdi").Select(b => b.Text()), Has.Some.StartsWith("art."));
        Assert.That(page.QuerySelectorAll("main li bdi[lang=en]").Select(b => b.Text()), Is.Not.Empty.And.All.Not.EndWith(";"));
    }

    [TestCase("", "standing=any")]
    [TestCase("standing=party", "standing=party")]
    [TestCase("standing=signatory", "standing=signatory")]
    [TestCase("region=Oceania", "standing=any&region=Oceania")]
    [TestCase("standing=party&consent=accession", "standing=party&consent=accession")]
    public async Task Its_status_table_is_that_of_the_api(string query, string api)
    {
        var page = await PageReader.Read($"/treaties/untoc?asOf=2017-06-30&{query}");
        var rows = await Service.Items($"/v1/treaties/untoc/parties?asOf=2017-06-30&limit=500&{api}");
        Assert.That(
            page.QuerySelectorAll("table.status tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.Text()))),
            Is.EquivalentTo(
                rows.Select(r =>
                    $"{r!["name"]}|{r["standingLabel"]}|{r["signedOn"]}|{$"{r["consentOn"]} {r["consentLabel"]}".Trim()}"
                    + $"{((string?)r["verification"] == "unverified" ? " ?" : "")}|{r["inForceOn"]}"
                )
            )
        );
    }

    [Test]
    public async Task Its_status_table_can_be_limited_to_the_members_of_an_organization()
    {
        var page = await PageReader.Read("/treaties/untoc-firearms?memberOf=EUU&standing=party&asOf=2017-06-30");
        var members = (await Service.Get("/v1/states/EUU"))["members"]!
            .AsArray()
            .Where(m =>
                string.CompareOrdinal((string)m!["from"]!, "2017-06-30") <= 0
                && !(string.CompareOrdinal((string?)m["until"] ?? "9", "2017-06-30") < 0)
            )
            .Select(m => (string)m!["member"]!);
        var parties = (await Service.Items("/v1/treaties/untoc-firearms/parties?limit=500&asOf=2017-06-30")).Where(p =>
            members.Contains((string)p!["participant"]!)
        );
        Assert.That(parties.Count(), Is.InRange(10, 28));
        Assert.That(
            page.QuerySelectorAll("table.status tbody th").Select(h => h.Text()),
            Is.EquivalentTo(parties.Select(p => (string)p!["name"]!))
        );
    }

    [TestCase("signed", 2)]
    [TestCase("consented", 3)]
    [TestCase("in-force", 4)]
    public async Task Its_status_table_is_sorted_by_links(string sort, int column)
    {
        var page = await PageReader.Read($"/treaties/untoc?asOf=2017-06-30&sort={sort}");
        var heading = page.QuerySelectorAll("table.status thead th")[column];
        Assert.That(heading.GetAttribute("aria-sort"), Is.EqualTo("ascending"));
        var days = Days(page).ToList();
        Assert.That(days, Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
        var reverse = await PageReader.Read(heading.QuerySelector("a")!.GetAttribute("href")!);
        Assert.That(Days(reverse), Is.Ordered.Descending.Using((IComparer<string>)StringComparer.Ordinal));
        Assert.That(Days(reverse), Is.EquivalentTo(days));

        IEnumerable<string> Days(AngleSharp.Dom.IDocument of) =>
            of.QuerySelectorAll("table.status tbody tr").Select(r => r.Children[column].Text().Split(' ')[0]).Where(d => d.Length > 0);
    }

    [Test]
    public async Task It_says_who_is_missing_what_is_pending_and_what_belongs_together()
    {
        var page = await PageReader.Read("/treaties/uncac?asOf=2017-06-30");
        Assert.That(
            page.QuerySelectorAll("#missing ~ .names a").Select(a => a.Text()),
            Is.EquivalentTo((await Service.Items("/v1/treaties/uncac/non-parties?asOf=2017-06-30")).Select(p => (string)p!["name"]!))
        );
        var leaving = await PageReader.Read("/treaties/rome-statute?asOf=2018-06-30");
        var pending = (await Service.Items("/v1/treaties/rome-statute/parties?asOf=2018-06-30")).Single(p =>
            p!["pendingSince"] is not null
        );
        Assert.That(leaving.Text("#pending + ul"), Does.StartWith($"{pending!["name"]}: notice of leaving on"));
        var family = await PageReader.Read("/treaties/untoc-firearms");
        Assert.That(
            family.QuerySelectorAll("#family + div tbody a").Select(a => a.GetAttribute("href")),
            Is.EquivalentTo(
                new[] { "/treaties/untoc", "/treaties/untoc-firearms", "/treaties/untoc-smuggling", "/treaties/untoc-trafficking" }
            )
        );
    }

    [Test]
    public async Task The_lines_of_its_box_work_as_they_are()
    {
        var page = await PageReader.Read("/treaties/untoc?asOf=2017-06-30");
        var lines = page.QuerySelectorAll(".use pre").Select(p => p.TextContent).ToList();
        string Address(string start) =>
            new Uri(lines.Single(l => l.StartsWith(start, StringComparison.Ordinal)).Split('"')[1]).PathAndQuery;
        Assert.That(await Service.Client.GetStringAsync(Address("=IMPORTDATA")), Is.EqualTo("187\n"));
        Assert.That(await Service.Client.GetStringAsync(Address("=VALUE(CLEAN(WEBSERVICE")), Is.EqualTo("187\n"));
        Assert.That(
            (await Service.Client.GetStringAsync(Address("import pandas"))).Split("\r\n", StringSplitOptions.RemoveEmptyEntries),
            Has.Length.EqualTo(188)
        );
        Assert.That(await Service.Client.GetStringAsync(Address("parties <-")), Does.StartWith("participant,name,"));
        Assert.That(page.Text(".use"), Does.Contain((string)(await Service.Get("/v1/treaties/untoc/counts?asOf=2017-06-30"))["cite"]!));
    }

    [Test]
    public async Task It_is_found_by_number_and_says_which_address_is_canonical()
    {
        using var answer = await Service.Client.GetAsync("/treaties/XVIII-12?asOf=2017-06-30");
        Assert.That(answer.Headers.GetValues("Link").Single(), Is.EqualTo("</treaties/untoc?asOf=2017-06-30>; rel=\"canonical\""));
        Assert.That(
            await answer.Content.ReadAsStringAsync(),
            Does.Contain("<link rel=\"canonical\" href=\"http://localhost/treaties/untoc\"")
        );
    }

    [Test]
    public async Task A_State_s_page_under_it_gives_the_reasons_of_the_api()
    {
        var page = await PageReader.Read("/treaties/untoc/states/PRK?asOf=2017-06-30");
        var history = await Service.Get("/v1/treaties/untoc/parties/PRK?asOf=2017-06-30");
        Assert.That(page.Text(".figure strong"), Is.EqualTo((string)history["standingLabel"]!));
        Assert.That(
            page.QuerySelectorAll("main table tbody tr").Select(r => r.Children[2].Text()),
            // Counts with the same reason share a row.
            Is.EqualTo(
                history["reasons"]!
                    .AsArray()
                    .Select(r => (Counted: (bool)r!["counted"]!, Text: $"{r["reason"]} {(r["article"] is { } a ? $"({a})" : "")}".Trim()))
                    .Distinct()
                    .Select(r => r.Text)
            )
        );
        Assert.That(
            page.QuerySelectorAll("main table tbody tr th div").Select(d => d.Text()).ToList(),
            Has.Count.EqualTo(history["reasons"]!.AsArray().Count).And.Unique
        );
        var never = await PageReader.Read("/treaties/uncac/states/ERI");
        Assert.That(never.Text("main"), Does.Contain("No consent to be bound is recorded.").And.Contain("No act is recorded."));
    }

    [TestCase("/v1/treaties/untoc/counts", "</treaties/untoc>; rel=\"alternate\"; type=\"text/html\"")]
    [TestCase("/v1/treaties/XVIII-12/parties", "</treaties/untoc>; rel=\"alternate\"; type=\"text/html\"")]
    [TestCase("/v1/states/KP/participations", "</states/PRK>; rel=\"alternate\"; type=\"text/html\"")]
    public async Task An_answer_of_the_api_names_the_page(string url, string link)
    {
        using var answer = await Service.Client.Ask(url, ("Accept", "text/html,application/json;q=0.9"));
        Assert.That(answer.Headers.GetValues("Link"), Does.Contain(link));
        Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/json"));
    }
}
