using System.Globalization;
using System.Xml.Linq;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features.Charts;

public sealed class GetBadgeTests
{
    static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    [TestCase("?asOf=2017-06-30", "Organized Crime Convention", "187 parties, 30 June 2017")]
    [TestCase("?asOf=2016-06-16", "Organized Crime Convention", "186 parties, 16 June 2016")]
    [TestCase("?asOf=2001-10-01", "Organized Crime Convention", "3 parties, 1 October 2001")]
    [TestCase("?asOf=2017-06-30&count=signatories", "Organized Crime Convention", "147 signatories, 30 June 2017")]
    [TestCase("?asOf=2017-06-30&count=signatoriesNotBound", "Organized Crime Convention", "3 signatories not bound, 30 June 2017")]
    [TestCase(
        "?asOf=2017-06-30&count=countedForEntryIntoForce",
        "Organized Crime Convention",
        "186 counted for entry into force, 30 June 2017"
    )]
    [TestCase("?asOf=2017-06-30&lang=zh", "有组织犯罪公约", "缔约方：187，2017-06-30")]
    public async Task It_shows_the_short_title_the_figure_and_the_day(string query, string label, string figure)
    {
        var badge = await Badge(Service.Client, "/v1/treaties/untoc/badge.svg" + query);
        Assert.That(badge.Descendants(s_svg + "text").Select(t => t.Value), Is.EqualTo(new[] { label, figure }));
    }

    [TestCase("2026-09-11", false)]
    [TestCase("2026-09-12", true)]
    public async Task A_figure_for_a_day_beyond_the_record_is_marked_and_the_description_says_why(string asOf, bool marked)
    {
        var root = (await Badge(Service.Client, $"/v1/treaties/untoc/badge.svg?asOf={asOf}")).Root!;
        Assert.That(root.Descendants(s_svg + "text").Last().Value.EndsWith(" *", StringComparison.Ordinal), Is.EqualTo(marked));
        Assert.That(
            root.Element(s_svg + "title")!.Value.Contains("the record is complete through 11 September 2026", StringComparison.Ordinal),
            Is.EqualTo(marked)
        );
    }

    [Test]
    public async Task One_party_is_singular()
    {
        var day = (await Service.Items("/v1/treaties/untoc/counts/history?interval=change")).First(r =>
            (int)r!["counts"]!["parties"]! == 1
        )!["asOf"];
        Assert.That((await Badge(Service.Client, $"/v1/treaties/untoc/badge.svg?asOf={day}")).Root!.Value, Does.Contain(" 1 party, "));
    }

    [Test]
    public async Task Screen_readers_get_the_full_text()
    {
        var root = (await Badge(Service.Client, "/v1/treaties/rome-statute/badge.svg?asOf=2014-01-01&lang=fr")).Root!;
        var parties = (int)(await Service.Get("/v1/treaties/rome-statute/counts?asOf=2014-01-01"))["parties"]!;
        Assert.That((string?)root.Attribute("role"), Is.EqualTo("img"));
        Assert.That(root.Elements().First().Name, Is.EqualTo(s_svg + "title"));
        Assert.That(
            root.Element(s_svg + "title")!.Value,
            Is.EqualTo($"Statut de Rome de la Cour pénale internationale : Parties : {parties}, 2014-01-01")
                .And.EqualTo((string?)root.Attribute("aria-label"))
        );
    }

    [TestCase("/v1/treaties/untoc/badge.svg", 6, 8)]
    [TestCase("/v1/treaties/untoc/badge.svg?lang=zh", 11, 11)]
    [TestCase("/v1/treaties/illicit-traffic-1988/badge.svg", 5, 8)]
    public async Task Each_half_is_as_wide_as_its_text(string url, int least, int most)
    {
        var badge = await Badge(Service.Client, url);
        var (grounds, texts) = (badge.Descendants(s_svg + "rect").ToList(), badge.Descendants(s_svg + "text").ToList());
        Assert.That(grounds.Sum(g => Number(g, "width")), Is.EqualTo(Number(badge.Root!, "width")));
        foreach (var (ground, text) in grounds.Zip(texts))
            Assert.That(Number(text, "textLength"), Is.LessThan(Number(ground, "width")));
        var label = texts[0];
        Assert.That(Number(label, "textLength") / label.Value.Length, Is.InRange(least, most));
    }

    [Test]
    public async Task Special_characters_in_a_title_are_escaped()
    {
        using var register = new CorrectedRegister();
        var badge = await Badge(register.Client, "/v1/treaties/untoc/badge.svg?asOf=2017-06-30");
        Assert.That(badge.Descendants(s_svg + "text").First().Value, Is.EqualTo(CorrectedRegister.ShortTitle));
    }

    static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    static async Task<XDocument> Badge(HttpClient client, string url) => XDocument.Parse(await client.GetStringAsync(url));
}
