using System.Globalization;
using System.Text.Json.Nodes;
using TreatyTracker.Api.Features.Charts;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features.Charts;

public sealed class GetMapTests
{
    [Test]
    public async Task Every_State_is_on_the_map()
    {
        var states = (await AllOf(Service.Client, "/v1/states?limit=500"))
            .Where(s => (string)s!["kind"]! is "un-member" or "un-observer" or "other-state")
            .Select(s => (string)s!["code"]!);
        var map = await SvgPicture.Of("/v1/treaties/untoc/map.svg?asOf=2017-06-30");
        Assert.That(Standings(map).Keys, Is.EquivalentTo(states));
    }

    [TestCase("untoc", "2017-06-30")]
    [TestCase("uncac", "2014-01-01")]
    [TestCase("tokyo-1963", "1991-01-01")]
    [TestCase("rome-statute", "2020-01-01")]
    public Task Standings_are_those_of_the_parties(string treaty, string asOf) => MustAgree(Service.Client, treaty, asOf);

    [Test]
    public async Task Standings_are_those_of_the_parties_on_random_days()
    {
        var random = TestContext.CurrentContext.Random;
        foreach (var client in new[] { Service.Client, ShippedService.Client })
        {
            var treaties = (await AllOf(client, "/v1/treaties?limit=500")).Select(t => (string)t!["id"]!).ToList();
            for (var times = 0; times < 20; times++)
                await MustAgree(
                    client,
                    treaties[random.Next(treaties.Count)],
                    new DateOnly(1960, 1, 1).AddDays(random.Next(25_000)).ToString("O", CultureInfo.InvariantCulture)
                );
        }
    }

    static async Task MustAgree(HttpClient client, string treaty, string asOf)
    {
        var rows = await AllOf(client, $"/v1/treaties/{treaty}/parties?standing=any&asOf={asOf}&limit=500");
        var expected = rows.Where(r => (string)r!["standing"]! != "none")
            .ToDictionary(r => (string)r!["participant"]!, r => (Standing: (string)r!["standing"]!, Name: (string)r["name"]!));
        var map = await SvgPicture.Of(client, $"/v1/treaties/{treaty}/map.svg?asOf={asOf}");
        var standings = Standings(map);
        foreach (var (code, (standing, name)) in expected)
            if (standings.TryGetValue(code, out var shown))
                Assert.That(shown, Is.EqualTo(standing), $"{treaty} {asOf} {code}");
            else
                Assert.That(
                    map.Text.Contains(name, StringComparison.Ordinal)
                        || map.Tooltips.Any(t => t.Contains($"({name})", StringComparison.Ordinal)),
                    $"{treaty} {asOf}: {name} is neither on the map nor below it"
                );
        var predecessors = WorldMap.Current.Holders;
        foreach (var (code, shown) in standings.Where(s => !expected.ContainsKey(s.Key)))
            Assert.That(
                shown == "none" || predecessors[code].Any(h => expected.TryGetValue(h.Holder, out var held) && held.Standing == shown),
                $"{treaty} {asOf} {code} is {shown}"
            );
    }

    [Test]
    public async Task The_legend_counts_as_the_API_does()
    {
        var counts = await Service.Get("/v1/treaties/rome-statute/counts?asOf=2002-06-30");
        var map = await SvgPicture.Of("/v1/treaties/rome-statute/map.svg?asOf=2002-06-30");
        Assert.That(
            map.Texts,
            Does.Contain($"Contracting party, treaty not in force: {counts["contractingNotInForce"]}")
                .And.Contain($"Signatory: {counts["signatoriesNotBound"]}")
                .And.Contain("Not a party")
        );
        Assert.That(map.Text, Does.Not.Contain("Former party").And.Not.Contain("Party, treaty in force"));
    }

    // Montenegro notified its succession on 2006-10-23, with effect from 2006-06-03.
    [TestCase("2006-08-01", true)]
    [TestCase("2006-10-23", false)]
    public async Task It_says_why_more_are_parties_in_force_than_parties(string asOf, bool says)
    {
        var counts = await Service.Get($"/v1/treaties/untoc/counts?asOf={asOf}");
        Assert.That((int)counts["retroactiveSuccessions"]!, Is.EqualTo(says ? 1 : 0));
        var map = await SvgPicture.Of($"/v1/treaties/untoc/map.svg?asOf={asOf}&width=2400");
        const string Note = "In force before the notification of a succession, not yet among the parties: 1";
        Assert.That(map.Texts.Contains(Note), Is.EqualTo(says));
        Assert.That(map.Description.Contains(Note, StringComparison.Ordinal), Is.EqualTo(says));
    }

    // Greenland, French Guiana and others.
    [TestCase("light")]
    [TestCase("dark")]
    public async Task Land_that_is_no_participant_looks_unlike_that_of_one_that_is_no_party(string theme)
    {
        var map = await SvgPicture.Of($"/v1/treaties/untoc/map.svg?theme={theme}");
        var land = (string?)map.All("path").Single(p => (string?)p.Attribute("d") == WorldMap.Current.Others).Attribute("fill");
        var none = (string?)map.All("g").First(g => (string?)g.Attribute("data-standing") == "none").Attribute("fill");
        Assert.That(land, Is.EqualTo($"url(#tt-no-participant-{theme})").And.Not.EqualTo(none));
        Assert.That(map.All("pattern").Select(p => $"url(#{(string?)p.Attribute("id")})"), Does.Contain(land));
        Assert.That(map.All("rect").Select(r => (string?)r.Attribute("fill")), Does.Contain(land).And.Contain(none), "in the legend");
        Assert.That(map.Texts, Does.Contain("Land that is no participant of its own"));
    }

    // Algeria was no State yet, and France a party, whose standing the map does not give to it: it says so.
    [Test]
    public async Task A_former_colony_has_no_standing_of_another_and_the_note_says_so()
    {
        var map = await SvgPicture.Of(ShippedService.Client, "/v1/treaties/genocide-1948/map.svg?asOf=1960-06-01&width=2400");
        Assert.That((Standings(map)["DZA"], Standings(map)["FRA"]), Is.EqualTo(("none", "party-in-force")));
        Assert.That(
            map.Text,
            Does.Contain("the standing of its predecessor where one is recorded")
                .And.Contain("a former colony does not have that of the State")
        );
    }

    [Test]
    public async Task Organizations_are_listed_below_it()
    {
        var map = await SvgPicture.Of("/v1/treaties/untoc/map.svg?asOf=2017-06-30");
        Assert.That(map.Texts, Does.Contain("Not on the map, Party, treaty in force: European Union."));
        Assert.That(map.Description, Does.Contain("European Union"));
    }

    // The record has the acts of Czechoslovakia and Yugoslavia; those of the Soviet Union are the Russian Federation's.
    [TestCase("1990-06-01", "CZE", "Czechia (Czechoslovakia)")]
    [TestCase("1990-06-01", "HRV", "Croatia (Yugoslavia (former))")]
    [TestCase("1990-06-01", "KAZ", "Kazakhstan (Russian Federation)")]
    [TestCase("1995-06-01", "CZE", "Czechia")]
    [TestCase("1995-06-01", "HRV", "Croatia")]
    [TestCase("1995-06-01", "KAZ", "Kazakhstan")]
    public async Task On_an_earlier_day_a_territory_has_the_standing_of_who_held_it(string asOf, string code, string name)
    {
        var map = await SvgPicture.Of(ShippedService.Client, $"/v1/treaties/vcdr/map.svg?asOf={asOf}");
        Assert.That(Standings(map)[code], Is.EqualTo("party-in-force"));
        Assert.That(map.Tooltips, Does.Contain($"{name}: Party, treaty in force"));
    }

    // It colours no land, because today's map has no outline of it; the Federal Republic of Germany has its own standing.
    [Test]
    public async Task A_former_State_without_a_territory_on_the_map_is_listed_below_it()
    {
        var map = await SvgPicture.Of(ShippedService.Client, "/v1/treaties/ccw/map.svg?asOf=1989-06-01");
        Assert.That(map.Text, Does.Contain("German Democratic Republic"));
        Assert.That(map.Tooltips, Does.Contain("Germany: Signatory"));
    }

    [Test]
    public async Task Each_standing_has_a_pattern_of_its_own()
    {
        var map = await SvgPicture.Of("/v1/treaties/rome-statute/map.svg?asOf=2020-01-01");
        var patterns = map.All("pattern").ToList();
        Assert.That(patterns, Has.Count.EqualTo(5));
        Assert.That(patterns.Select(p => string.Concat(p.Element.Elements().Skip(1))), Is.Unique);
        foreach (
            var fill in map.All("g")
                .Select(g => (string?)g.Attribute("fill"))
                .OfType<string>()
                .Where(f => f.StartsWith("url(", StringComparison.Ordinal))
        )
            Assert.That(patterns.Select(p => $"url(#{(string?)p.Attribute("id")})"), Does.Contain(fill));
    }

    [Test]
    public async Task Dots_do_not_hide_each_other_and_stay_within_the_picture()
    {
        var map = await SvgPicture.Of("/v1/treaties/untoc/map.svg");
        var circles = map.All("circle").Where(c => c.Attribute("data-state") is not null).ToList();
        Assert.That(circles, Has.Count.GreaterThan(35));
        foreach (var (a, b) in circles.SelectMany((a, at) => circles.Skip(at + 1).Select(b => (a, b))))
            Assert.That(
                Math.Sqrt(Math.Pow(a.Number("cx") - b.Number("cx"), 2) + Math.Pow(a.Number("cy") - b.Number("cy"), 2)),
                Is.GreaterThan(2 * a.Number("r") - 1),
                $"{(string?)a.Attribute("data-state")} {(string?)b.Attribute("data-state")}"
            );
        foreach (var circle in circles)
        {
            Assert.That(circle.Number("cx"), Is.InRange(circle.Number("r"), WorldMap.Width - circle.Number("r")));
            Assert.That(circle.Number("cy"), Is.InRange(circle.Number("r"), WorldMap.Height - circle.Number("r")));
            Assert.That(circle.Number("r") * (960 - 32) / WorldMap.Width, Is.GreaterThan(3));
        }
    }

    [Test]
    public async Task A_picture_of_default_width_is_smaller_than_100_kB_in_every_language(
        [Values("ar", "en", "es", "fr", "ru", "zh")] string lang
    )
    {
        var bytes = await Service.Client.GetByteArrayAsync($"/v1/treaties/uncac/map.svg?lang={lang}");
        Assert.That(bytes, Has.Length.LessThan(100_000));
    }

    [Test]
    public void The_days_of_holders_are_those_of_the_record()
    {
        var participants = SeedReader.Read(Repository.Seeds).Participants.ToDictionary(p => p.Code, p => p.Participant);
        foreach (var territory in WorldMap.Current.Holders)
        {
            Assert.That(participants.ContainsKey(territory.Key), territory.Key);
            foreach (var (holder, days) in territory)
                Assert.That(participants.ContainsKey(holder) && days.Until is not null, $"{territory.Key} {holder}");
            // Yugoslavia stayed in the lists of the Secretary-General until the admission of what is Serbia today, and the State of
            // Tanganyika became that of Tanzania.
            if (participants[territory.Key].StatehoodSince is { } since && territory.Key is not ("SRB" or "TZA"))
                Assert.That(territory.Select(h => h.Days.Until), Does.Contain(since), territory.Key);
        }
    }

    static Dictionary<string, string> Standings(SvgPicture map) =>
        map.All("g")
            .Where(g => g.Attribute("data-standing") is not null)
            .SelectMany(g =>
                g.Element.Elements()
                    .Where(e => e.Attribute("data-state") is not null)
                    .Select(e => (Code: (string)e.Attribute("data-state")!, Standing: (string)g.Attribute("data-standing")!))
            )
            .ToDictionary(s => s.Code, s => s.Standing);

    static async Task<JsonArray> AllOf(HttpClient client, string url)
    {
        var page = await Service.Get(client, url);
        Assert.That(page["next"], Is.Null);
        return page["items"]!.AsArray();
    }
}
