using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;

namespace TreatyTracker.Api.Tests.Deployment;

/// <summary>A shared cache mixes nothing up, and outlives what it stands before.</summary>
public sealed class NginxTests
{
    const string Counts = "/v1/treaties/untoc/counts?asOf=2016-06-30";

    readonly CachedReplicas _behind = new();

    [OneTimeSetUp]
    public Task Start() => _behind.Start();

    [OneTimeTearDown]
    public void Stop() => _behind.Dispose();

    [Test]
    public async Task What_was_asked_once_comes_from_the_cache_and_is_the_same()
    {
        const string counts = "/v1/treaties/untoc/counts?asOf=2017-06-30";
        var (first, second) = (await _behind.Ask(counts), await _behind.Ask(counts));
        Assert.That((first.Cache, second.Cache), Is.EqualTo(("MISS", "HIT")));
        Assert.That(second.Body, Is.EqualTo(first.Body));
        Assert.That((int)JsonNode.Parse(second.Body)!["parties"]!, Is.EqualTo(187));
        Assert.That((second.Tag, second.Version), Is.EqualTo((first.Tag, first.Version)));
    }

    [Test]
    public async Task Two_representations_are_never_mixed_up()
    {
        const string list = "/v1/treaties/untoc/parties?asOf=2017-06-30&limit=5";
        (string Url, string Header, string Value)[] questions =
        [
            (list, "Accept", "application/json"), (list, "Accept", "text/csv"), (list, "Accept", "application/x-ndjson"), (list, "Accept-Language", "fr"), (list, "Accept-Language", "zh"),
            (list, "Accept-Encoding", "gzip"), (list, "Accept-Encoding", "br"), ("/v1/treaties/untoc/parties?asOf=2017-06-30&limit=4&format=csv", "Accept", "*/*"), (list.Replace("30", "29", StringComparison.Ordinal), "Accept", "*/*"),
        ];
        var fromReplica = new List<string>();
        foreach (var (url, header, value) in questions) fromReplica.Add((await _behind.Ask(url, (header, value))).Whole);
        Assert.That(fromReplica, Is.Unique);
        for (var n = 0; n < questions.Length; n++)
        {
            var cached = await _behind.Ask(questions[n].Url, (questions[n].Header, questions[n].Value));
            Assert.That((cached.Cache, cached.Whole), Is.EqualTo(("HIT", fromReplica[n])), questions[n].ToString());
        }
    }

    [Test]
    public async Task Who_holds_an_answer_gets_304_from_the_cache()
    {
        var first = await _behind.Ask(Counts);
        var held = await _behind.Ask(Counts, ("If-None-Match", first.Tag));
        Assert.That((held.Status, held.Cache, held.Body), Is.EqualTo((HttpStatusCode.NotModified, "HIT", "")));
    }

    [Test]
    public async Task Errors_and_health_are_never_kept()
    {
        foreach (var url in new[] { "/v1/treaties/untok/counts", "/v1/treaties/untoc/counts?asOf=never", "/v1/nothing", "/health/ready" })
            for (var time = 0; time < 2; time++)
                Assert.That((await _behind.Ask(url)).Cache, Is.Not.EqualTo("HIT"), url);
    }

    [Test]
    public async Task HEAD_and_a_page_of_another_origin_get_what_the_cache_has()
    {
        await _behind.Ask(Counts);
        using var head = new HttpRequestMessage(HttpMethod.Head, Counts);
        using var answer = await _behind.Client.SendAsync(head);
        Assert.That((answer.StatusCode, CachedReplicas.Header(answer, "X-Cache-Status"), await answer.Content.ReadAsStringAsync()), Is.EqualTo((HttpStatusCode.OK, "HIT", "")));
        using var cross = new HttpRequestMessage(HttpMethod.Get, Counts);
        cross.Headers.Add("Origin", "https://example.org");
        using var read = await _behind.Client.SendAsync(cross);
        Assert.That((CachedReplicas.Header(read, "X-Cache-Status"), CachedReplicas.Header(read, "Access-Control-Allow-Origin")), Is.EqualTo(("HIT", "*")));
    }

    [Test]
    public async Task One_replica_may_go_what_has_expired_is_revalidated_behind_the_reader_s_back_and_what_is_kept_outlives_all_replicas()
    {
        using var behind = new CachedReplicas();
        await behind.Start();
        behind.Replicas[0].Dispose();
        for (var n = 0; n < 6; n++)
        {
            var answer = await behind.Ask($"/v1/treaties/untoc/counts?asOf=2010-01-0{n + 1}");
            Assert.That((answer.Status, answer.Cache), Is.EqualTo((HttpStatusCode.OK, "MISS")));
        }

        var (kept, lost) = ("/v1/treaties/uncac/counts?asOf=2017-06-01", "/v1/treaties/uncac/parties?asOf=2017-06-01");
        var (first, other) = (await behind.Ask(kept), await behind.Ask(lost));
        // The service lets today's answers be kept for a minute.
        await Task.Delay(TimeSpan.FromSeconds(62));

        var stale = await behind.Ask(kept);
        Assert.That((stale.Cache, stale.Whole), Is.EqualTo(("STALE", first.Whole)));
        var (again, patience) = (await behind.Ask(kept), Stopwatch.StartNew());
        while (again.Cache is not "HIT" && patience.Elapsed < TimeSpan.FromSeconds(10)) again = await behind.Ask(kept);
        Assert.That((again.Cache, again.Whole), Is.EqualTo(("HIT", first.Whole)));
        Assert.That(behind.Replicas[1].Log, Does.Match(@"uncac/counts.* 304 "), "The replica was asked whether anything had changed, and sent no body.");

        behind.Replicas[1].Dispose();
        var alone = await behind.Ask(lost);
        Assert.That((alone.Status, alone.Cache, alone.Whole), Is.EqualTo((HttpStatusCode.OK, "STALE", other.Whole)));
        Assert.That((await behind.Ask("/v1/treaties/uncac/counts?asOf=2001-01-01")).Status, Is.EqualTo(HttpStatusCode.BadGateway));
    }
}
