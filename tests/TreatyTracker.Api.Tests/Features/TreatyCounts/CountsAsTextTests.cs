using System.Net;
using System.Text.Json.Nodes;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features.TreatyCounts;

public sealed class CountsAsTextTests
{
    const string Counts = "/v1/treaties/untoc/counts?asOf=2017-06-30";

    [TestCase("", "187\n")]
    [TestCase("&count=parties", "187\n")]
    [TestCase("&count=signatories", "147\n")]
    [TestCase("&count=signatoriesNotBound", "3\n")]
    [TestCase("&count=countedForEntryIntoForce", "186\n")]
    public async Task A_count_as_text_is_just_the_number(string query, string number) =>
        Assert.That(await Service.Client.GetStringAsync(Counts + "&format=text" + query), Is.EqualTo(number));

    [Test]
    public async Task A_number_comes_with_its_coverage()
    {
        using var text = await Ask(Counts, "text/plain");
        string Header(string name) => text.Headers.GetValues(name).Single();
        Assert.That(
            (Header("X-Complete-Through"), Header("X-Coverage"), Header("X-Unverified-Events"), Header("X-Undated-Events")),
            Is.EqualTo(("2026-09-11", "newer-acts", "0", "0"))
        );
        foreach (var name in new[] { "X-Complete-Through", "X-Coverage", "X-Unverified-Events", "X-Undated-Events", "X-Assumed-Effects" })
            Assert.That(text.Headers.GetValues("Access-Control-Expose-Headers").Single(), Does.Contain(name));
        await OpenApi.Contract.MustHold(text);
        using var json = await Ask(Counts, "application/json");
        Assert.That(json.Headers.Contains("X-Undated-Events"), Is.False, "JSON has them in record");
    }

    /// <summary>What is known by an older table alone is said of the table's day, whatever day was asked about.</summary>
    [TestCase("asOf=2020-01-01", "on 27 January 2015, by the newest table on record; later acts, and departures before that day, may be")]
    [TestCase("asOf=2026-11-28", "on 27 January 2015, by the newest table on record; later acts, and departures before that day, may be")]
    [TestCase("asOf=2010-01-01", "on 1 January 2010")]
    [TestCase("asOf=2020-01-01&lang=fr", "au 2015-01-27, d'après le tableau le plus récent du relevé")]
    public async Task A_figure_of_an_older_table_is_cited_as_of_its_day(string query, string words)
    {
        Assert.That((string?)(await Service.Get($"/v1/treaties/narcotics-1961/counts?{query}"))["cite"], Does.Contain(words));
        var badge = await Service.Client.GetStringAsync($"/v1/treaties/narcotics-1961/badge.svg?{query}");
        Assert.That(System.Net.WebUtility.HtmlDecode(badge), Does.Contain(words.Split(' ')[^1]));
    }

    [Test]
    public async Task Each_count_as_text_equals_the_count_of_that_name_in_JSON()
    {
        var answer = await Service.Get(Counts);
        foreach (var name in TreatyTracker.Law.WireNames.All<TreatyTracker.Law.NamedCount>())
            Assert.That(await Service.Client.GetStringAsync($"{Counts}&format=text&count={name}"), Is.EqualTo($"{answer[name]}\n"), name);
    }

    [TestCase(null, "application/json")]
    [TestCase(" , ", "application/json")]
    [TestCase("*/*", "application/json")]
    [TestCase("text/html,application/xhtml+xml,*/*;q=0.8", "application/json")]
    [TestCase("text/plain", "text/plain")]
    [TestCase("text/*", "text/plain")]
    [TestCase("text/plain, */*;q=0.1", "text/plain")]
    [TestCase("application/json;q=0.5, text/plain", "text/plain")]
    [TestCase("application/json, text/plain;q=0.5", "application/json")]
    [TestCase("application/json, text/plain", "application/json")]
    [TestCase("application/json;q=0, */*", "text/plain")]
    public async Task Accept_selects_the_format_by_quality_value(string? accept, string type)
    {
        using var response = await Ask(Counts, accept);
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo(type));
        Assert.That(response.Headers.Vary, Does.Contain("Accept"));
    }

    [TestCase("image/png")]
    [TestCase("text/csv")]
    [TestCase("text/plain;q=0")]
    public async Task Other_media_types_get_406(string accept)
    {
        using var response = await Ask(Counts, accept);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotAcceptable));
        Assert.That(
            await response.Content.ReadAsStringAsync(),
            Does.Contain("Available: application/json, text/plain, application/x-bibtex, ")
        );
    }

    [Test]
    public async Task The_format_parameter_overrides_Accept()
    {
        using var response = await Ask(Counts + "&format=json", "text/plain");
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/json"));
    }

    [Test]
    public async Task Each_format_has_one_ETag_no_matter_how_it_is_requested()
    {
        async Task<string> Tag(string? accept, string query = "")
        {
            using var response = await Ask(Counts + query, accept);
            return response.Headers.ETag!.ToString();
        }
        Assert.That(await Tag("text/plain"), Is.EqualTo(await Tag("text/*, application/json;q=0.2")).And.Not.EqualTo(await Tag(null)));
        Assert.That(await Tag("application/json"), Is.EqualTo(await Tag("*/*")));
        Assert.That(await Tag("application/json", "&format=text"), Is.EqualTo(await Tag(null, "&format=text")));
    }

    [TestCase("/v1/treaties/XVIII-12/counts?asOf=2017-06-30", "/v1/treaties/untoc/counts?asOf=2017-06-30&knownAt=2026-11-28T00:00:00Z")]
    [TestCase(
        "/v1/treaties/untoc/counts?asOf=2017-06-30&knownAt=2026-11-24T01:00:00%2B02:00",
        "/v1/treaties/untoc/counts?asOf=2017-06-30&knownAt=2026-11-23T23:00:00Z"
    )]
    [TestCase(
        "/v1/treaties/rome-statute/counts?asOf=2017-06-30&lang=fr",
        "/v1/treaties/rome-statute/counts?asOf=2017-06-30&knownAt=2026-11-28T00:00:00Z&lang=fr"
    )]
    [TestCase(
        "/v1/treaties/xviii-12/parties/kp?asOf=2017-06-30",
        "/v1/treaties/untoc/parties/PRK?asOf=2017-06-30&knownAt=2026-11-28T00:00:00Z"
    )]
    public async Task The_permalink_fixes_asOf_and_knownAt_and_gives_the_same_answer(string asked, string permalink)
    {
        var answer = await Service.Get(asked);
        Assert.That((string?)answer["permalink"], Is.EqualTo(permalink));
        Assert.That(JsonNode.DeepEquals(await Service.Get(permalink), answer));
        using var response = await Ask(permalink, null);
        Assert.That(response.Headers.CacheControl!.MaxAge, Is.EqualTo(TimeSpan.FromDays(1)), "it holds");
    }

    [Test]
    public async Task A_permalink_still_gives_the_old_figures_after_a_correction()
    {
        using var register = new CorrectedRegister();
        const string day = "/v1/treaties/untoc/counts?asOf=2016-06-20";
        var before = await Service.Get(register.Client, $"{day}&knownAt=2026-11-24T00:00:00Z");
        var now = await Service.Get(register.Client, day);
        Assert.That(((int)before["parties"]!, (int)now["parties"]!), Is.EqualTo((187, 186)));
        Assert.That((int)(await Service.Get(register.Client, (string)before["permalink"]!))["parties"]!, Is.EqualTo(187));
        Assert.That((int)(await Service.Get(register.Client, (string)now["permalink"]!))["parties"]!, Is.EqualTo(186));
    }

    [TestCase(
        "2017-06-30",
        "en",
        "Rome Statute of the International Criminal Court: 124 parties on 30 June 2017; events whose day is unverified: 5 "
            + "(Treaty Tracker, data version {0}, {1})."
    )]
    [TestCase(
        "2017-06-30",
        "fr",
        "Statut de Rome de la Cour pénale internationale, Parties : 124, au 2017-06-30 ; actes dont le jour "
            + "n'est pas vérifié : 5 (Treaty Tracker, version des données {0}, {1})."
    )]
    [TestCase(
        "2017-06-30",
        "zh",
        "国际刑事法院罗马规约，缔约方：124，截至2017-06-30；日期未核实的行为：5（Treaty Tracker，数据版本{0}，{1} ）。"
    )]
    public async Task The_citation_is_in_the_requested_language(string asOf, string language, string sentence)
    {
        var answer = await Service.Get($"/v1/treaties/rome-statute/counts?asOf={asOf}&lang={language}");
        var version = (string)(await Service.Get("/v1/version"))["data"]!;
        Assert.That(
            (string?)answer["cite"],
            Is.EqualTo(
                string.Format(
                    System.Globalization.CultureInfo.InvariantCulture,
                    sentence,
                    version,
                    "http://localhost" + answer["permalink"]
                )
            )
        );
        Assert.That(
            (string?)(await Service.Items($"/v1/counts?treaty=rome-statute&asOf={asOf}&lang={language}"))[0]!["cite"],
            Is.EqualTo((string?)answer["cite"])
        );
    }

    [TestCase(
        "2099-06-30",
        "on 30 June 2099, projected from the acts known on 28 November 2026; the record is complete through 11 September 2026 "
    )]
    [TestCase(
        "2026-09-12",
        "on 12 September 2026, as far as recorded: the record is complete through 11 September 2026, and later acts may be missing "
    )]
    [TestCase("2026-09-11", "on 11 September 2026 (Treaty Tracker")]
    [TestCase("2000-12-11", "on 11 December 2000 (Treaty Tracker")]
    public async Task A_citation_states_the_limitations_of_the_figure(string asOf, string says) =>
        Assert.That((string?)(await Service.Get($"/v1/treaties/untoc/counts?asOf={asOf}"))["cite"], Does.Contain(says));

    [TestCase("/v1/treaties/untoc/counts?asOf=2017-06-30")]
    [TestCase("/v1/counts?treaty=untoc&asOf=2017-06-30")]
    public async Task A_citation_links_to_the_requested_host_and_the_ETag_differs_by_host(string url)
    {
        async Task<(string Body, string Tag)> At(string host)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.Host = host;
            using var response = await Service.Client.SendAsync(request);
            return (await response.Content.ReadAsStringAsync(), response.Headers.ETag!.ToString());
        }
        var (here, there) = (await At("treaties.example"), await At("register.example"));
        Assert.That(
            here.Body,
            Does.Contain("http://treaties.example/v1/treaties/untoc/counts?asOf=2017-06-30&knownAt=2026-11-28T00:00:00Z).")
        );
        Assert.That(there.Body, Does.Contain("http://register.example/").And.Not.Contain("treaties.example"));
        Assert.That(here.Tag, Is.Not.EqualTo(there.Tag));
    }

    [Test]
    public async Task A_citation_names_the_data_version_known_at_that_instant()
    {
        using var register = new CorrectedRegister();
        async Task<string> Cite(string query) =>
            (string)(await Service.Get(register.Client, "/v1/treaties/untoc/counts?asOf=2016-06-20" + query))["cite"]!;
        var version = (string)(await Service.Get(register.Client, "/v1/version"))["data"]!;
        Assert.That(await Cite(""), Does.Contain($"data version {version}"));
        Assert.That(await Cite("&knownAt=2026-11-24T00:00:00Z"), Does.Contain("187 parties").And.Not.Contain(version));
    }

    static Task<HttpResponseMessage> Ask(string url, string? accept) => Service.Client.Ask(url, ("Accept", accept));
}
