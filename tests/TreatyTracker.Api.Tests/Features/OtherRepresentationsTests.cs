using System.Net;
using System.Text.Json.Nodes;
using TreatyTracker.Api.Tests.Harness;
using TreatyTracker.Api.Tests.OpenApi;

namespace TreatyTracker.Api.Tests.Features;

/// <summary>Answers other than JSON follow the same HTTP rules.</summary>
public sealed class OtherRepresentationsTests
{
    const string Svg = "image/svg+xml",
        Atom = "application/atom+xml",
        Calendar = "text/calendar",
        Text = "text/plain";

    static readonly (string Url, string Type)[] s_all =
    [
        ("/v1/treaties/untoc/badge.svg", Svg),
        ("/v1/treaties/untoc/counts/history.svg", Svg),
        ("/v1/counts/history.svg?treaty=untoc", Svg),
        ("/v1/treaties/untoc/map.svg", Svg),
        ("/v1/states/PRK/timeline.svg", Svg),
        ("/v1/treaties/untoc/counts?format=text", Text),
        ("/v1/events.atom", Atom),
        ("/v1/treaties/untoc/events.atom", Atom),
        ("/v1/states/PRK/events.atom", Atom),
        ("/v1/calendar.ics", Calendar),
        ("/v1/treaties/untoc/calendar.ics", Calendar),
        ("/v1/states/PRK/calendar.ics", Calendar),
    ];

    static IEnumerable<TestCaseData> All => s_all.Select(a => new TestCaseData(a.Url, a.Type));

    [TestCaseSource(nameof(All))]
    public async Task It_has_the_documented_type_and_headers_for_caches(string url, string type)
    {
        using var response = await Service.Client.Ask(url);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response.Content.Headers.ContentType!.ToString(), Is.EqualTo($"{type}; charset=utf-8"));
        await Contract.MustHold(response);
        Assert.That(response.Headers.ETag!.IsWeak, Is.False);
        Assert.That(response.Headers.CacheControl!.Public && response.Headers.CacheControl.MaxAge == TimeSpan.FromSeconds(60));
        Assert.That(response.Content.Headers.LastModified, Is.Not.Null);
        Assert.That(response.Headers.Contains("X-Data-Version"));

        using var held = await Service.Client.Ask(url, ("If-None-Match", response.Headers.ETag.ToString()));
        Assert.That(held.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That(await held.Content.ReadAsByteArrayAsync(), Is.Empty);

        using var again = await Service.Client.Ask(url);
        Assert.That(
            await again.Content.ReadAsByteArrayAsync(),
            Is.EqualTo(await response.Content.ReadAsByteArrayAsync()),
            "the same data, the same bytes"
        );
    }

    [TestCaseSource(nameof(All))]
    public async Task HEAD_returns_the_same_headers(string url, string type)
    {
        using var get = await Service.Client.Ask(url);
        using var head = await Service.Client.Ask(HttpMethod.Head, url);
        Assert.That(
            (head.StatusCode, head.Headers.ETag, head.Content.Headers.ContentType!.MediaType),
            Is.EqualTo((HttpStatusCode.OK, get.Headers.ETag, type))
        );
    }

    [TestCaseSource(nameof(All))]
    public async Task Other_media_types_are_rejected(string url, string type)
    {
        if (type == Text)
            url = "/v1/treaties/untoc/counts";
        using var response = await Service.Client.Ask(url, ("Accept", "application/pdf, application/x-ndjson;q=0.9"));
        await MustBe(HttpStatusCode.NotAcceptable, response, type);
    }

    [TestCaseSource(nameof(All))]
    public async Task An_unknown_treaty_or_State_is_not_found_and_a_bad_parameter_is_named(string url, string _)
    {
        if (url.Contains("/untoc", StringComparison.Ordinal) || url.Contains("/PRK", StringComparison.Ordinal))
        {
            using var unknown = await Service.Client.Ask(
                url.Replace("untoc", "untok", StringComparison.Ordinal).Replace("PRK", "PRX", StringComparison.Ordinal)
            );
            await MustBe(HttpStatusCode.NotFound, unknown, url.Contains("/untoc", StringComparison.Ordinal) ? "Did you mean untoc" : "PRX");
        }
        using var bad = await Service.Client.Ask(url + (url.Contains('?') ? "&" : "?") + "knownAt=yesterday");
        await MustBe(HttpStatusCode.BadRequest, bad, "knownAt");
        using var misspelt = await Service.Client.Ask(url + (url.Contains('?') ? "&" : "?") + "asof=2017-06-30");
        await MustBe(HttpStatusCode.BadRequest, misspelt, "asof");
    }

    [TestCase("/v1/events.atom?limit=0", "limit: 0 is not between 1 and 100. Use a whole number")]
    [TestCase("/v1/treaties/untoc/events.atom?limit=101", "limit: 101 is not between 1 and 100. Use a whole number")]
    [TestCase("/v1/states/PRK/events.atom?limit=101", "limit: 101 is not between 1 and 100. Use a whole number")]
    [TestCase("/v1/calendar.ics?from=2017-01-02&to=2017-01-01", "to: 2017-01-01 is before 2017-01-02, the first day of the period.")]
    [TestCase(
        "/v1/treaties/untoc/calendar.ics?from=2017-01-02&to=2017-01-01",
        "to: 2017-01-01 is before 2017-01-02, the first day of the period."
    )]
    [TestCase(
        "/v1/states/PRK/calendar.ics?from=2017-01-02&to=2017-01-01",
        "to: 2017-01-01 is before 2017-01-02, the first day of the period."
    )]
    [TestCase("/v1/treaties/untoc/badge.svg?count=party", "Did you mean parties")]
    [TestCase("/v1/treaties/untoc/counts?count=parties-in-force", "Did you mean partiesInForce")]
    public async Task An_invalid_value_is_rejected_with_the_allowed_ones(string url, string says)
    {
        using var response = await Service.Client.Ask(url);
        await MustBe(HttpStatusCode.BadRequest, response, says);
    }

    [TestCase("/v1/treaties/xviii-12/badge.svg", "/v1/treaties/untoc/badge.svg")]
    [TestCase("/v1/treaties/XVIII-12/counts/history.svg", "/v1/treaties/untoc/counts/history.svg")]
    [TestCase("/v1/treaties/XVIII-12/map.svg", "/v1/treaties/untoc/map.svg")]
    [TestCase("/v1/states/kp/timeline.svg", "/v1/states/PRK/timeline.svg")]
    [TestCase("/v1/treaties/XVIII-12/events.atom", "/v1/treaties/untoc/events.atom")]
    [TestCase("/v1/treaties/XVIII-12/calendar.ics", "/v1/treaties/untoc/calendar.ics")]
    [TestCase("/v1/states/kp/events.atom", "/v1/states/PRK/events.atom")]
    [TestCase("/v1/states/408/calendar.ics", "/v1/states/PRK/calendar.ics")]
    [TestCase("/v1/conventions/untoc/badge.svg", null)]
    public async Task Another_address_gives_the_same_answer_and_names_the_canonical_one(string asked, string? canonical)
    {
        using var response = await Service.Client.Ask(asked);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        if (canonical is null)
            return;
        Assert.That(response.Headers.GetValues("Link"), Does.Contain($"<{canonical}>; rel=\"canonical\""));
        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo(await Service.Client.GetStringAsync(canonical)));
    }

    [TestCase("/v1/events.atom", true)]
    [TestCase("/v1/states/PRK/calendar.ics", true)]
    [TestCase("/v1/treaties/untoc/badge.svg", false)]
    public async Task Links_and_ETag_use_the_requested_host(string url, bool named)
    {
        using var here = await Service.Client.Ask(url);
        using var there = await Service.Client.Ask(url, ("Host", "treaties.example"));
        Assert.That(
            (await there.Content.ReadAsStringAsync()).Contains("http://treaties.example/v1/", StringComparison.Ordinal),
            Is.EqualTo(named)
        );
        Assert.That(there.Headers.ETag!.Equals(here.Headers.ETag), Is.EqualTo(!named));
    }

    static async Task MustBe(HttpStatusCode status, HttpResponseMessage response, string says)
    {
        var body = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(status), body);
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/problem+json"));
        await Contract.MustHold(response);
        Assert.That((string?)JsonNode.Parse(body)!["detail"], Does.Contain(says));
        Assert.That(response.Headers.CacheControl!.NoStore);
    }
}
