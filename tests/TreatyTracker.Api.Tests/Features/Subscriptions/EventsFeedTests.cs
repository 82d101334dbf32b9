using System.Globalization;
using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features.Subscriptions;

public sealed class EventsFeedTests
{
    static readonly XNamespace s_atom = "http://www.w3.org/2005/Atom";

    [TestCase("/v1/events.atom")]
    [TestCase("/v1/treaties/untoc/events.atom")]
    [TestCase("/v1/states/PRK/events.atom")]
    [TestCase("/v1/events.atom?knownAt=2020-01-01T00:00:00Z")]
    public async Task It_has_what_RFC_4287_demands(string url)
    {
        var feed = (await Feed(Service.Client, url)).Root!;
        Assert.That(feed.Name, Is.EqualTo(s_atom + "feed"));
        foreach (var element in feed.Elements(s_atom + "entry").Prepend(feed))
        {
            foreach (var once in new[] { "id", "title", "updated" })
                Assert.That(element.Elements(s_atom + once).Count(), Is.EqualTo(1), once);
            Assert.That(Uri.TryCreate(element.Element(s_atom + "id")!.Value, UriKind.Absolute, out var id) && id.Scheme == "urn");
            Assert.That(
                DateTimeOffset.TryParseExact(
                    element.Element(s_atom + "updated")!.Value,
                    "yyyy-MM-ddTHH:mm:ssZ",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out _
                )
            );
            Assert.That(element.Elements(s_atom + "link").Count(l => (string?)l.Attribute("rel") == "alternate"), Is.EqualTo(1));
            foreach (var link in element.Elements(s_atom + "link"))
                Assert.That(Uri.IsWellFormedUriString((string?)link.Attribute("href"), UriKind.Absolute));
        }
        Assert.That(feed.Element(s_atom + "author")!.Element(s_atom + "name")!.Value, Is.EqualTo("Treaty Tracker"), "entries inherit it");
        Assert.That(
            (string?)feed.Elements(s_atom + "link").Single(l => (string?)l.Attribute("rel") == "self").Attribute("href"),
            Is.EqualTo("http://localhost" + url)
        );
        Assert.That(feed.Descendants(s_atom + "id").Select(i => i.Value), Is.Unique);

        using var reader = XmlReader.Create(new StringReader(feed.ToString()));
        Assert.That(SyndicationFeed.Load(reader).Items.Count(), Is.EqualTo(feed.Elements(s_atom + "entry").Count()));
    }

    [Test]
    public async Task It_tells_acts_as_sentences()
    {
        var titles = Titles(await Feed(Service.Client, "/v1/states/PRK/events.atom"));
        Assert.That(
            titles,
            Does.Contain(
                "Democratic People's Republic of Korea acceded to the United Nations Convention against Transnational Organized Crime on "
                    + "17 June 2016"
            )
        );
        Assert.That(
            Titles(await Feed(Service.Client, "/v1/treaties/rome-statute/events.atom?knownAt=2026-11-27T00:00:00Z"))[0],
            Is.EqualTo("Hungary gave notice of withdrawal from the Rome Statute of the International Criminal Court on 2 June 2025")
        );
    }

    [TestCase(
        "fr",
        "Hongrie : Retrait ou dénonciation, Statut de Rome de la Cour pénale internationale, 2025-06-02",
        "Statut de Rome de la Cour pénale internationale : actes"
    )]
    [TestCase(
        "ru",
        "Венгрия: Выход или денонсация, Римский статут Международного уголовного суда, 2025-06-02",
        "Римский статут Международного уголовного суда: акты"
    )]
    public async Task It_is_in_the_requested_language_and_says_so(string language, string title, string name)
    {
        var feed = await Feed(
            Service.Client,
            $"/v1/treaties/rome-statute/events.atom?limit=1&knownAt=2026-11-27T00:00:00Z&lang={language}"
        );
        Assert.That(
            ((string?)feed.Root!.Attribute(XNamespace.Xml + "lang"), feed.Root.Element(s_atom + "title")!.Value),
            Is.EqualTo((language, name))
        );
        Assert.That(Titles(feed), Is.EqualTo(new[] { title }));
    }

    [TestCase("/v1/events.atom", 100)]
    [TestCase("/v1/events.atom?limit=7", 7)]
    [TestCase("/v1/treaties/untoc/events.atom", 100)]
    public async Task It_is_short(string url, int entries) =>
        Assert.That(Titles(await Feed(Service.Client, url)), Has.Count.EqualTo(entries));

    [Test]
    public async Task A_State_s_feed_has_all_its_events_and_no_other_s()
    {
        var events = await Service.Items("/v1/events?state=PRK");
        var feed = await Feed(Service.Client, "/v1/states/PRK/events.atom");
        var links = feed.Root!.Elements(s_atom + "entry")
            .Select(e => ((string)e.Element(s_atom + "link")!.Attribute("href")!).Split('/')[^1]);
        Assert.That(links, Is.EquivalentTo(events.Select(e => (string)e!["id"]!)));
    }

    [Test]
    public async Task The_newest_recording_comes_first_and_corrections_are_marked()
    {
        using var register = new CorrectedRegister();
        var feed = await Feed(register.Client, "/v1/treaties/untoc/events.atom");
        Assert.That(
            Titles(feed).Take(2),
            Is.EquivalentTo(
                new[]
                {
                    "Correction: Democratic People's Republic of Korea acceded to the United Nations Convention against Transnational "
                        + "Organized Crime on 27 June 2016 "
                        + "(previously recorded: Democratic People's Republic of Korea acceded to the United Nations Convention against "
                        + "Transnational Organized Crime on 17 June 2016)",
                    "Retracted: Somalia acceded to the United Nations Convention against Transnational Organized Crime on 25 March 2025",
                }
            )
        );
        var updated = feed.Root!.Elements(s_atom + "entry").Select(e => e.Element(s_atom + "updated")!.Value).ToList();
        Assert.That(updated, Is.Ordered.Descending);
        Assert.That(updated[0], Is.EqualTo("2026-11-29T10:30:00Z").And.EqualTo(feed.Root.Element(s_atom + "updated")!.Value));
        Assert.That(Titles(await Feed(register.Client, "/v1/states/SOM/events.atom"))[0], Does.StartWith("Retracted: Somalia"));
        Assert.That(
            Titles(await Feed(register.Client, "/v1/treaties/untoc/events.atom?knownAt=2026-11-29T10:29:59Z")),
            Has.None.StartWith("Correction").And.None.StartWith("Retracted")
        );
    }

    [Test]
    public async Task Ids_are_the_same_on_every_host_and_in_every_feed()
    {
        async Task<string> Id(HttpClient client, string url, string code) =>
            (await Feed(client, url))
                .Root!.Elements(s_atom + "entry")
                .Single(e =>
                    ((string)e.Element(s_atom + "link")!.Attribute("href")!).EndsWith(
                        $"/rome-statute-{code}-withdrawal-2025-06-02",
                        StringComparison.Ordinal
                    )
                )
                .Element(s_atom + "id")!
                .Value;
        using var register = new CorrectedRegister();
        var ids = new[]
        {
            await Id(Service.Client, "/v1/treaties/rome-statute/events.atom", "HUN"),
            await Id(Service.Client, "/v1/states/HUN/events.atom", "HUN"),
            await Id(register.Client, "/v1/treaties/rome-statute/events.atom", "HUN"),
        };
        Assert.That(ids.Distinct().Count(), Is.EqualTo(1));
    }

    static List<string> Titles(XDocument feed) =>
        [.. feed.Root!.Elements(s_atom + "entry").Select(e => e.Element(s_atom + "title")!.Value)];

    static async Task<XDocument> Feed(HttpClient client, string url) => XDocument.Parse(await client.GetStringAsync(url));
}
