using System.Net;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Http;

public sealed class CachingTests
{
    const string Counts = "/v1/treaties/untoc/counts";

    [Test]
    public async Task A_matching_tag_gets_304_without_a_body()
    {
        using var first = await Service.Client.Ask(Counts);
        using var second = await Service.Client.Ask(Counts, ("If-None-Match", first.Headers.ETag!.ToString()));
        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That(await second.Content.ReadAsStringAsync(), Is.Empty);
        Assert.That(second.Headers.ETag, Is.EqualTo(first.Headers.ETag));
        Assert.That(second.Headers.CacheControl!.ToString(), Is.EqualTo(first.Headers.CacheControl!.ToString()));
        Assert.That(first.Headers.ETag.IsWeak, Is.False);
    }

    [Test]
    public async Task Another_tag_gets_the_answer()
    {
        using var response = await Service.Client.Ask(Counts, ("If-None-Match", "\"something-else\""));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("/v1/treaties/untok", 404)]
    [TestCase("/v1/conventions/untoc/counts", 308)]
    [TestCase(Counts + "?asOf=yesterday", 400)]
    [TestCase(Counts, 200)]
    public async Task If_None_Match_with_an_asterisk_is_ignored(string url, int status)
    {
        using var response = await Service.Unfollowing.Ask(url, ("If-None-Match", "*"));
        Assert.That((int)response.StatusCode, Is.EqualTo(status));
    }

    [Test]
    public async Task An_answer_known_after_the_latest_recording_is_not_kept_long()
    {
        var now = Instant.Text(DateTimeOffset.UtcNow.AddSeconds(-1));
        using var answer = await Service.Client.Ask($"{Counts}?asOf=2017-06-30&knownAt={now}");
        Assert.That(answer.Headers.CacheControl!.MaxAge, Is.EqualTo(TimeSpan.FromMinutes(1)));
    }

    [TestCase("2017-06-31")]
    [TestCase("garbage")]
    public async Task A_tag_made_up_for_a_day_that_does_not_exist_gets_400(string day)
    {
        using var real = await Service.Client.Ask(Counts + "?asOf=2017-06-30");
        var tag = real.Headers.ETag!.ToString().Replace("2017-06-30", day, StringComparison.Ordinal);
        using var answer = await Service.Client.Ask($"{Counts}?asOf={day}", ("If-None-Match", tag));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task A_matching_tag_with_an_unacceptable_Accept_gets_406()
    {
        using var first = await Service.Client.Ask(Counts);
        using var second = await Service.Client.Ask(
            Counts,
            ("If-None-Match", first.Headers.ETag!.ToString()),
            ("Accept", "application/pdf")
        );
        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.NotAcceptable));
    }

    [TestCase(Counts, "public, max-age=60")]
    [TestCase(Counts + "?asOf=2017-06-30", "public, max-age=60")]
    [TestCase(Counts + "?asOf=2017-06-30&knownAt=2026-11-23T00:00:00Z", "public, max-age=86400")]
    [TestCase(Counts + "?asOf=2199-01-01&knownAt=2026-11-23T00:00:00Z", "public, max-age=60")]
    [TestCase(Counts + "?asOf=2017-06-30&version=1", "public, max-age=86400")]
    [TestCase(Counts + "?version=1", "public, max-age=60")]
    public async Task How_long_an_answer_is_cacheable_depends_on_its_day_and_knownAt(string url, string cacheControl)
    {
        using var response = await Service.Client.Ask(url);
        var parts = response.Headers.CacheControl!.ToString().Split(", ");
        Assert.That(parts, Is.EquivalentTo(cacheControl.Split(", ")));
        Assert.That(response.Content.Headers.LastModified, Is.Not.Null);
    }

    [Test]
    public async Task Representations_languages_and_days_have_different_tags()
    {
        const string list = "/v1/treaties/untoc/parties";
        var tags = new List<string>();
        foreach (
            var (url, header) in new[]
            {
                (list, ("Accept", "application/json")),
                (list, ("Accept", "text/csv")),
                (list, ("Accept", "application/x-ndjson")),
                (list, ("Accept-Language", "fr")),
                (list + "?asOf=2017-06-30", ("Accept", "application/json")),
                (list + "?asOf=2017-06-29", ("Accept", "application/json")),
            }
        )
        {
            using var response = await Service.Client.Ask(url, header);
            tags.Add(response.Headers.ETag!.ToString());
            Assert.That(response.Headers.Vary, Does.Contain("Accept").And.Contain("Accept-Language"));
        }
        Assert.That(tags, Is.Unique);
    }

    [TestCase(Counts, "/v1/treaties/uncac/counts", 200)]
    [TestCase(Counts, Counts + "?asOf=yesterday", 400)]
    [TestCase(Counts, "/v1/treaties/untok/counts", 404)]
    [TestCase("/v1/treaties/untoc/parties", "/v1/treaties/untoc/parties?limit=0", 400)]
    [TestCase("/v1/consistency/gate", "/v1/consistency/gate?failOn=warning", 409)]
    public async Task A_tag_matches_only_at_its_own_address(string url, string other, int status)
    {
        using var first = await Service.Client.Ask(url);
        using var second = await Service.Client.Ask(other, ("If-None-Match", first.Headers.ETag!.ToString()));
        Assert.That((int)second.StatusCode, Is.EqualTo(status));
    }

    [Test]
    public async Task The_same_representation_has_the_same_tag_however_it_was_requested()
    {
        using var plain = await Service.Client.Ask(Counts + "?asOf=2017-06-30");
        using var asked = await Service.Client.Ask(Counts + "?asOf=2017-06-30", ("Accept", "application/json, text/csv;q=0.5"));
        Assert.That(asked.Headers.ETag, Is.EqualTo(plain.Headers.ETag));
    }

    [TestCase("/v1/treaties/untok/counts")]
    [TestCase(Counts + "?asOf=yesterday")]
    public async Task Errors_have_no_tag_and_are_no_store(string url)
    {
        using var response = await Service.Client.Ask(url);
        Assert.That(response.Headers.ETag, Is.Null);
        Assert.That(response.Headers.CacheControl!.NoStore, Is.True);
    }
}
