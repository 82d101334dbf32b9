using System.Net;
using System.Text.Json.Nodes;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Faults;

/// <summary>The clock is moved under a running service: forwards over midnight, and back.</summary>
[Parallelizable(ParallelScope.All)]
[Category("Slow")]
public sealed class ClockTests
{
    const string Counts = "/v1/treaties/untoc/counts";

    static readonly DateTimeOffset s_evening = new(2026, 12, 1, 23, 59, 59, TimeSpan.Zero);

    [Test]
    public async Task Today_and_its_tag_follow_the_clock_over_midnight_and_back()
    {
        using var told = new Told();
        using var evening = await told.At(s_evening, Counts);
        using var morning = await told.At(s_evening.AddSeconds(2), Counts);
        using var back = await told.At(s_evening, Counts);
        Assert.That(
            new[] { await Day(evening), await Day(morning), await Day(back) },
            Is.EqualTo(new[] { "2026-12-01", "2026-12-02", "2026-12-01" })
        );
        Assert.That(morning.Headers.ETag, Is.Not.EqualTo(evening.Headers.ETag));
        Assert.That(back.Headers.ETag, Is.EqualTo(evening.Headers.ETag));

        using var old = await told.At(s_evening.AddSeconds(2), Counts, evening.Headers.ETag!.ToString());
        using var same = await told.At(s_evening, Counts, evening.Headers.ETag!.ToString());
        Assert.That(
            (old.StatusCode, same.StatusCode),
            Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.NotModified)),
            "yesterday's answer is not today's"
        );
    }

    [Test]
    public async Task An_answer_is_cacheable_for_a_day_only_if_its_day_is_past()
    {
        using var told = new Told();
        const string url = Counts + "?asOf=2026-12-01&knownAt=2026-11-23T00:00:00Z";
        using var today = await told.At(s_evening, url);
        using var past = await told.At(s_evening.AddSeconds(2), url);
        using var back = await told.At(s_evening, url);
        Assert.That(
            new[] { today, past, back }.Select(a => a.Headers.CacheControl!.MaxAge!.Value.TotalSeconds),
            Is.EqualTo(new[] { 60, 86400, 60 })
        );
    }

    [Test]
    public async Task An_instant_can_be_used_as_knownAt_once_it_has_passed()
    {
        using var told = new Told();
        const string url = Counts + "?knownAt=2026-12-02T00:00:00Z";
        using var early = await told.At(s_evening, url);
        using var late = await told.At(s_evening.AddSeconds(2), url);
        using var back = await told.At(s_evening, url);
        Assert.That(new[] { early, late, back }.Select(a => (int)a.StatusCode), Is.EqualTo(new[] { 400, 200, 400 }));
    }

    [Test]
    public async Task With_a_clock_behind_the_record_the_same_knownAt_gives_the_same_answer()
    {
        using var told = new Told();
        var behind = new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);
        using var answer = await told.At(behind, Counts);
        Assert.That(answer.Content.Headers.LastModified, Is.EqualTo(behind), "nothing was changed after it was sent");
        var said = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        using var again = await told.At(behind, $"{Counts}?knownAt={said["knownAt"]}");
        Assert.That(
            await again.Content.ReadAsStringAsync(),
            Is.EqualTo(said.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        );
    }

    static async Task<string?> Day(HttpResponseMessage answer) =>
        (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["asOf"];

    /// <summary>A service that is told the time.</summary>
    sealed class Told : IDisposable
    {
        readonly Clock _clock = new() { Now = s_evening };
        readonly Hosted _hosted;

        public Told() => _hosted = new(_clock);

        public Task<HttpResponseMessage> At(DateTimeOffset now, string url, string? tag = null)
        {
            _clock.Now = now;
            return _hosted.Client.Ask(url, ("If-None-Match", tag));
        }

        public void Dispose() => _hosted.Dispose();
    }
}
