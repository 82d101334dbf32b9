using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Deployment;

/// <summary>Safe under a shared cache: two services over copies of one database, behind nginx as it is shipped.</summary>
[Platform(Exclude = "Win")]
[Category("Slow")]
public sealed class NginxTests
{
    const string Counts = "/v1/treaties/untoc/counts";
    const string Parties = "/v1/treaties/untoc/parties";

    CachedPair _pair = null!;

    [OneTimeSetUp]
    public async Task Start() => _pair = await CachedPair.Start();

    [OneTimeTearDown]
    public void Stop() => _pair?.Dispose();

    [Test]
    public async Task A_fetched_answer_is_cached_and_then_renewed_by_its_tag_without_a_body()
    {
        const string url = Counts + "?asOf=2011-01-01";
        var first = await Ask(url);
        var second = await Ask(url);
        Assert.That((first.Cache, second.Cache), Is.EqualTo(("MISS", "HIT")));
        Assert.That(second, Is.EqualTo(first with { Cache = "HIT" }));

        // Expired: it is shown once more while the replica is asked for it by its tag.
        await CommandRunner.Until(async () => (await Ask(url)).Cache is "STALE", "it expires");
        await CommandRunner.Until(
            () =>
                Task.FromResult(
                    _pair.Log.Any(l =>
                        l.Contains(url, StringComparison.Ordinal)
                        && l.Contains("cache=REVALIDATED", StringComparison.Ordinal)
                        && l.EndsWith(" 304", StringComparison.Ordinal)
                    )
                ),
            "it is renewed"
        );
        Assert.That((await Ask(url)) with { Cache = "" }, Is.EqualTo(first with { Cache = "" }));
    }

    [Test]
    public async Task Representations_languages_days_and_encodings_are_cached_separately()
    {
        var questions =
            from url in new[]
            {
                Parties,
                Parties + "?asOf=2012-05-05",
                Parties + "?format=csv",
                Parties + "?format=ndjson",
                Parties + "?lang=es",
                Counts,
            }
            from accept in url.StartsWith(Counts, StringComparison.Ordinal)
                ? ["application/json"]
                : new[] { "application/json", "text/csv", "application/x-ndjson" }
            from language in new[] { "en", "fr", "ru" }
            from encoding in new[] { "", "gzip", "br" }
            select (
                url,
                headers: new[] { ("Accept", accept), ("Accept-Language", language), ("Accept-Encoding", encoding) }
                    .Where(h => h.Item2.Length > 0)
                    .ToArray()
            );
        var all = questions.ToArray();
        // Asked for in three orders, so that each has been kept before some other that is like it.
        for (var round = 0; round < 3; round++)
        {
            new Random(round).Shuffle(all);
            foreach (var (url, headers) in all)
            {
                // Asked as through nginx: citations lead to the host that was asked.
                var direct = await Ask(_pair.Replicas[0].Client, url, [.. headers, ("Host", _pair.Client.BaseAddress!.Authority)]);
                var cached = await Ask(url, headers);
                Assert.That(
                    cached with
                    {
                        Cache = "",
                    },
                    Is.EqualTo(direct with { Cache = "" }),
                    $"{url} {string.Join(", ", headers)} ({cached.Cache})"
                );
            }
        }
    }

    [TestCase("/v1/treaties/untok/counts", 404)]
    [TestCase(Counts + "?asOf=yesterday", 400)]
    [TestCase("/nowhere", 404)]
    public async Task Errors_are_not_cached(string url, int status)
    {
        for (var time = 0; time < 2; time++)
        {
            var answer = await Ask(url);
            Assert.That((answer.Status, answer.Cache), Is.EqualTo((status, "MISS")));
        }
    }

    [Test]
    public async Task A_406_is_not_cached_for_clients_that_accept_the_answer()
    {
        const string url = Parties + "?asOf=2013-03-03";
        Assert.That((await Ask(url, ("Accept", "image/png"))).Status, Is.EqualTo(406));
        Assert.That((await Ask(url)).Status, Is.EqualTo(200));
        Assert.That((await Ask(url, ("Accept", "image/png"))).Status, Is.EqualTo(406));
    }

    [Test]
    public async Task Metrics_are_not_forwarded()
    {
        foreach (var other in new[] { "/Metrics", "/metrics/", "/METRICS/x" })
        {
            using var hidden = await _pair.Client.GetAsync(other);
            Assert.That(hidden.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), other);
            Assert.That(_pair.Log[^1], Does.EndWith("upstream=- -"), other);
        }
        using var response = await _pair.Client.GetAsync("/metrics");
        Assert.That((int)response.StatusCode, Is.EqualTo(404));
        Assert.That(_pair.Log[^1], Does.Contain("/metrics").And.EndWith("upstream=- -"));
    }

    [TestCase("/health/live")]
    [TestCase("/health/ready")]
    public async Task Health_is_never_cached(string url)
    {
        for (var time = 0; time < 2; time++)
            Assert.That((await Ask(url)).Cache, Is.EqualTo("BYPASS"));
    }

    [Test]
    public async Task HEAD_has_the_headers_of_GET()
    {
        const string url = Counts + "?asOf=2014-04-04";
        using var head = await _pair.Client.SendAsync(new(HttpMethod.Head, url));
        var get = await Ask(url);
        Assert.That(await head.Content.ReadAsByteArrayAsync(), Is.Empty);
        Assert.That(
            (head.StatusCode, head.Headers.ETag?.ToString(), Header(head, "X-Data-Version")),
            Is.EqualTo((HttpStatusCode.OK, get.Tag, get.Version))
        );
        Assert.That(get.Length, Is.Positive);
    }

    [TestCase(Counts + "?asOf=2009-09-09")]
    [TestCase("/v1/events.atom?limit=1")]
    [TestCase("/v1/states/PRK/calendar.ics?from=2016-06-01&to=2016-12-31")]
    public async Task Each_host_gets_links_to_itself(string url)
    {
        foreach (var host in new[] { "one.example", "two.example", "one.example" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.Host = host;
            using var answer = await _pair.Client.SendAsync(request);
            Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain($"http://{host}/v1/"));
        }
    }

    [TestCase(Counts + "?asOf=2009-09-10")]
    [TestCase("/v1/events.atom?limit=2")]
    [TestCase("/v1/treaties?limit=3")]
    public async Task Forwarded_headers_of_one_client_do_not_affect_the_answers_of_another(string url)
    {
        using var hostile = await _pair.Client.Ask(
            HttpMethod.Get,
            url,
            ("X-Forwarded-Host", "public.example"),
            ("X-Forwarded-Prefix", "/evil"),
            ("X-Forwarded-Proto", "https"),
            ("X-Forwarded-For", "203.0.113.7")
        );
        using var next = await _pair.Client.GetAsync(url);
        foreach (var answer in new[] { hostile, next })
        {
            var whole = $"{answer.Headers}{await answer.Content.ReadAsStringAsync()}";
            Assert.That(whole, Does.Not.Contain("public.example").And.Not.Contain("/evil").And.Not.Contain("https://"));
        }
    }

    [Test]
    public async Task A_range_request_gets_the_correct_part_or_the_whole_file()
    {
        const string url = Counts + "?asOf=2015-05-05";
        var whole = await _pair.Client.GetByteArrayAsync(url);
        for (var time = 0; time < 2; time++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.Range = new(10, 19);
            using var answer = await _pair.Client.SendAsync(request);
            Assert.That(
                await answer.Content.ReadAsByteArrayAsync(),
                Is.EqualTo(answer.StatusCode is HttpStatusCode.PartialContent ? whole[10..20] : whole),
                $"{answer.StatusCode}"
            );
        }
    }

    [Test]
    public async Task A_matching_tag_gets_304_from_the_cache_too()
    {
        const string url = Counts + "?asOf=2016-07-07";
        var first = await Ask(url);
        var second = await Ask(url, ("If-None-Match", first.Tag!));
        Assert.That((second.Status, second.Length, second.Cache), Is.EqualTo((304, 0, "HIT")));
        Assert.That((await Ask(url, ("If-None-Match", "\"another\""))).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_cached_answer_has_CORS_headers_even_if_the_first_request_had_no_Origin()
    {
        const string url = Counts + "?asOf=2017-07-07";
        await Ask(url);
        using var answer = await _pair.Client.Ask(url, ("Origin", "https://example.org"));
        Assert.That((Header(answer, "X-Cache-Status"), Header(answer, "Access-Control-Allow-Origin")), Is.EqualTo(("HIT", "*")));
        Assert.That(Header(answer, "Access-Control-Expose-Headers"), Does.Contain("ETag"));
    }

    [Test]
    public async Task An_import_on_both_replicas_is_visible_when_cached_answers_expire_and_no_answer_mixes_versions()
    {
        using var done = new CancellationTokenSource();
        var seen = new ConcurrentDictionary<(string Url, string Version), Answer>();
        var readers = Enumerable
            .Range(0, 3)
            .Select(n =>
                Task.Run(async () =>
                {
                    for (var turn = 0; !done.IsCancellationRequested; turn++)
                    {
                        var url = $"{Parties}?asOf=2016-06-{20 + (turn + n) % 5}";
                        var answer = (await Ask(url)) with { Cache = "" };
                        Assert.That(seen.GetOrAdd((url, answer.Version!), answer), Is.EqualTo(answer), "one version, one body, one tag");
                    }
                })
            )
            .ToArray();
        foreach (var day in new[] { 27, 23 })
        {
            var seeds = RegisterChanges.Seeds(_pair.Scratch, day);
            // The same instant of recording gives both copies the same version, as a copied file would.
            var (facts, now) = (TreatyTracker.Api.Seeds.SeedReader.Read(seeds), DateTimeOffset.UtcNow);
            foreach (var file in _pair.Databases)
                Import.Run(new(file), facts, now);
            var version = Register.Load(new(_pair.Databases[0])).Version;
            foreach (var replica in _pair.Replicas)
                await replica.Client.ServesSoon(version);
            await CommandRunner.Until(
                async () => (await Ask(Parties + "?asOf=2016-06-20")).Version == version,
                "the new version is served"
            );
        }
        done.Cancel();
        await Task.WhenAll(readers);
        Assert.That(seen.Keys.Select(k => k.Version).Distinct().Count(), Is.GreaterThanOrEqualTo(3));
        Assert.That(seen.GroupBy(s => s.Value.Tag).Where(g => g.Count() > 1), Is.Empty, "no tag stands for two answers");
    }

    [Test]
    public async Task Answers_continue_with_one_replica_and_stale_ones_are_served_without_any()
    {
        using var pair = await CachedPair.Start();
        const string url = Counts + "?asOf=2011-01-01";
        var before = await Ask(pair.Client, url);
        pair.Replicas[0].Kill();
        for (var day = 1; day <= 20; day++)
            Assert.That(
                (await Ask(pair.Client, $"{Counts}?asOf=2012-01-{day:D2}")).Status,
                Is.EqualTo(200),
                $"the other one answers ({day})"
            );
        pair.Replicas[1].Kill();
        await CommandRunner.Until(
            async () =>
            {
                var answer = await Ask(pair.Client, url);
                Assert.That(answer with { Cache = "" }, Is.EqualTo(before with { Cache = "" }));
                return answer.Cache is "STALE";
            },
            "it expires, and is shown all the same"
        );
        Assert.That((await Ask(pair.Client, Counts + "?asOf=2013-01-01")).Status, Is.EqualTo(502), "what was never asked for is not there");
    }

    /// <summary>What matters of an answer: two are equal when they say the same.</summary>
    sealed record Answer(
        int Status,
        string? Type,
        string? Language,
        string? Encoding,
        string? Tag,
        string? Version,
        string? Lifetime,
        int Length,
        string Hash,
        string? Cache
    );

    Task<Answer> Ask(string url, params (string Name, string? Value)[] headers) => Ask(_pair.Client, url, headers);

    static async Task<Answer> Ask(HttpClient client, string url, params (string Name, string? Value)[] headers)
    {
        using var answer = await client.Ask(url, headers);
        var body = await answer.Content.ReadAsByteArrayAsync();
        // Each error names its request.
        var hash = answer.IsSuccessStatusCode ? Convert.ToHexStringLower(SHA256.HashData(body)) : "";
        return new(
            (int)answer.StatusCode,
            answer.Content.Headers.ContentType?.ToString(),
            string.Join(',', answer.Content.Headers.ContentLanguage),
            string.Join(',', answer.Content.Headers.ContentEncoding),
            answer.Headers.ETag?.ToString(),
            Header(answer, "X-Data-Version"),
            answer.Headers.CacheControl?.ToString(),
            body.Length,
            hash,
            Header(answer, "X-Cache-Status")
        );
    }

    static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;
}
