using System.Text.Json.Nodes;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features.Treaties;

public sealed class ListTreatiesTests
{
    [TestCase(
        "kind=protocol&coverage=proved",
        new[]
        {
            "beijing-protocol-2010",
            "montreal-airports-1988",
            "montreal-protocol-2014",
            "narcotics-1961-protocol-1972",
            "sua-platforms-1988",
            "sua-platforms-protocol-2005",
            "sua-protocol-2005",
            "untoc-firearms",
            "untoc-smuggling",
        }
    )]
    [TestCase("parent=XVIII-12", new[] { "untoc-firearms", "untoc-smuggling", "untoc-trafficking" })]
    [TestCase("subject=corruption", new[] { "uncac" })]
    [TestCase("coverage=older-table", new[] { "narcotics-1961", "plastic-explosives-1991" })]
    [TestCase("q=doc+10034", new[] { "montreal-protocol-2014" })]
    [TestCase("completeThrough=2026-03-05&sort=complete-through", new[] { "sua-protocol-2005", "rome-statute", "untoc" })]
    [TestCase("subject=organized-crime&sort=coverage", new[] { "untoc-firearms", "untoc-smuggling", "untoc", "untoc-trafficking" })]
    [TestCase("q=有组织犯罪", new[] { "untoc", "untoc-firearms", "untoc-smuggling", "untoc-trafficking" })]
    [TestCase("q=COUR+PENALE", new[] { "rome-statute" })]
    [TestCase("q=римскии", new[] { "rome-statute" })]
    [TestCase("q=الفساد", new[] { "uncac" })]
    [TestCase("q=الفَسَاد", new[] { "uncac" })]
    [TestCase("q=otages", new[] { "hostages-1979" })]
    [TestCase("q=toma+de+rehenes", new[] { "hostages-1979" })]
    [TestCase("q=захватом+заложников", new[] { "hostages-1979" })]
    [TestCase("q=劫持人质", new[] { "hostages-1979" })]
    [TestCase("q=الرهائن", new[] { "hostages-1979" })]
    [TestCase("q=agentes+diplomaticos", new[] { "protected-persons-1973" })]
    [TestCase("q=أعمال+الإرهاب+النووي", new[] { "nuclear-terrorism-2005" })]
    [TestCase("q=À+L’EXPLOSIF", new[] { "terrorist-bombings-1997" })]
    [TestCase("q=资助", new[] { "terrorist-financing-1999" })]
    [TestCase("q=психотропных", new[] { "illicit-traffic-1988", "psychotropics-1971" })]
    [TestCase(
        "q=stupefiants",
        new[] { "illicit-traffic-1988", "narcotics-1961", "narcotics-1961-amended", "narcotics-1961-protocol-1972" }
    )]
    [TestCase("q=麻醉品单一公约", new[] { "narcotics-1961", "narcotics-1961-amended", "narcotics-1961-protocol-1972" })]
    [TestCase("q=protection+of+diplomats", new[] { "protected-persons-1973" })]
    [TestCase("party=PRK&subject=organized-crime", new[] { "untoc" })]
    [TestCase("inForce=false&asOf=2004-06-01&subject=organized-crime", new[] { "untoc-firearms" })]
    public async Task Filters_select_treaties(string filter, string[] ids) =>
        Assert.That((await Service.Items($"/v1/treaties?{filter}")).Select(t => (string)t!["id"]!), Is.EqualTo(ids));

    [Test]
    public async Task Conventions_carry_their_protocols_and_protocols_their_parent()
    {
        var convention = await Service.Get("/v1/conventions/untoc");
        Assert.That(
            convention["protocols"]!.AsArray().Select(p => (string)p!["id"]!),
            Is.EqualTo(new[] { "untoc-firearms", "untoc-smuggling", "untoc-trafficking" })
        );

        var protocol = await Service.Get("/v1/protocols/XVIII-12-a");
        Assert.That((string?)protocol["parent"]!["id"], Is.EqualTo("untoc"));

        var principal = (await Service.Items("/v1/conventions")).Select(t => t!["parent"]);
        Assert.That(principal, Has.All.Null);
    }

    [Test]
    public async Task A_protocol_that_belongs_to_several_treaties_is_a_protocol_without_a_parent()
    {
        var protocol = JsonNode.Parse(await ShippedService.Client.GetStringAsync("/v1/protocols/gc-ap1-1977"))!;
        Assert.That(((string?)protocol["kind"], protocol["parent"]), Is.EqualTo(("protocol", (JsonNode?)null)));
        var protocols = Ids(await ShippedService.Client.GetStringAsync("/v1/protocols?limit=500"));
        var conventions = Ids(await ShippedService.Client.GetStringAsync("/v1/conventions?limit=500"));
        Assert.That(protocols, Does.Contain("gc-ap1-1977").And.Contain("untoc-firearms"));
        Assert.That(conventions.Intersect(protocols), Is.Empty);
        Assert.That(
            conventions.Concat(protocols).Order(StringComparer.Ordinal),
            Is.EqualTo(Ids(await ShippedService.Client.GetStringAsync("/v1/treaties?limit=500")))
        );
        using var convention = await ShippedService.Client.GetAsync("/v1/conventions/gc-ap1-1977");
        Assert.That(
            await convention.Content.ReadAsStringAsync(),
            Does.Contain("'gc-ap1-1977' is a protocol. Use /v1/protocols/gc-ap1-1977.")
        );

        static List<string> Ids(string list) => [.. JsonNode.Parse(list)!["items"]!.AsArray().Select(t => (string)t!["id"]!)];
    }

    [Test]
    public async Task A_treaty_has_titles_in_six_languages()
    {
        var titles = (await Service.Get("/v1/treaties/untoc"))["titles"]!.AsObject();
        Assert.That(titles.Select(t => t.Key), Is.EqualTo(new[] { "ar", "en", "es", "fr", "ru", "zh" }));
        Assert.That((string?)titles["zh"], Is.EqualTo("联合国打击跨国有组织犯罪公约"));
    }

    [Test]
    public async Task The_subject_terrorism_holds_the_nineteen_instruments_across_depositaries()
    {
        var treaties = await Service.Items("/v1/treaties?subject=terrorism");
        Assert.That(treaties, Has.Count.EqualTo(19));
        var shipped = JsonNode.Parse(await ShippedService.Client.GetStringAsync("/v1/treaties?subject=terrorism"))!["items"]!.AsArray();
        Assert.That(shipped.Select(t => (string)t!["id"]!), Is.EqualTo(treaties.Select(t => (string)t!["id"]!)));
        Assert.That(
            treaties.Select(t => (string)t!["depositary"]!).Distinct(),
            Is.EquivalentTo(
                new[]
                {
                    "Secretary-General of the United Nations",
                    "International Civil Aviation Organization",
                    "International Maritime Organization",
                    "International Atomic Energy Agency",
                    "Government of the Russian Federation",
                }
            )
        );
        Assert.That((await Service.Items("/v1/treaties?subject=drugs")).Count, Is.EqualTo(5));
    }

    [Test]
    public async Task Pages_of_a_sorted_list_follow_each_other()
    {
        var days = new List<string>();
        var url = "/v1/treaties?sort=complete-through&limit=7";
        for (JsonNode? page = null; page is null || page["next"] is not null; )
        {
            page = await Service.Get(page is null ? url : $"{url}&cursor={page["next"]}");
            days.AddRange(page["items"]!.AsArray().Select(t => $"{t!["record"]!["completeThrough"]} {t["id"]}"));
        }
        Assert.That(
            days,
            Has.Count.EqualTo((await Service.Items("/v1/treaties")).Count)
                .And.Unique.And.Ordered.Using((IComparer<string>)StringComparer.Ordinal)
        );
    }

    [TestCase("untoc", "XVIII-12", "mtdsg", "XVIII-12", new[] { "Secretary-General of the United Nations" })]
    [TestCase("tokyo-1963", "Doc 8364", "icao", "tokyo-1963", new[] { "International Civil Aviation Organization" })]
    [TestCase("sua-1988", null, null, "sua-1988", new[] { "International Maritime Organization" })]
    [TestCase(
        "hague-hijacking-1970",
        "Doc 8920",
        "icao",
        "hague-hijacking-1970",
        new[] { "Government of the Russian Federation", "Government of the United Kingdom", "Government of the United States of America" }
    )]
    public async Task A_treaty_has_the_number_of_its_own_depositary(
        string id,
        string? number,
        string? numbering,
        string mtdsg,
        string[] depositaries
    )
    {
        var treaty = await Service.Get($"/v1/treaties/{id}");
        Assert.That(
            ((string?)treaty["number"], (string?)treaty["numbering"], (string?)treaty["mtdsg"], (string?)treaty["depositary"]),
            Is.EqualTo((number, numbering, mtdsg, depositaries[0]))
        );
        Assert.That(treaty["depositaries"]!.AsArray().Select(d => (string)d!), Is.EqualTo(depositaries));
    }
}
