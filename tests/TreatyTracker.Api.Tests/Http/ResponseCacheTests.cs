using System.Buffers;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Caching;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Api.Tests.Harness;
using TreatyTracker.Api.Tests.Hosting;

namespace TreatyTracker.Api.Tests.Http;

/// <summary>An answer that comes ready is the one that would be worked out.</summary>
public sealed class ResponseCacheTests
{
    [TestCase("/v1/treaties/untoc/counts", null)]
    [TestCase("/v1/treaties/XVIII-12/counts?asOf=2017-06-30", null)]
    [TestCase("/v1/treaties/untoc/parties?limit=10", null)]
    [TestCase("/v1/treaties/untoc/parties", "text/csv")]
    [TestCase("/v1/treaties/untoc/parties", "application/x-ndjson")]
    [TestCase("/v1/consistency", "text/plain")]
    public async Task It_has_the_same_body_and_headers(string url, string? accept)
    {
        var first = await Whole(await Ask(HttpMethod.Get, url, accept));
        for (var time = 0; time < 3; time++)
            Assert.That(await Whole(await Ask(HttpMethod.Get, url, accept)), Is.EqualTo(first));

        using var head = await Ask(HttpMethod.Head, url, accept);
        Assert.That(await head.Content.ReadAsStringAsync(), Is.Empty);
        Assert.That(first, Does.Contain($"ETag: {head.Headers.ETag}"));
    }

    [Test]
    public async Task A_ready_answer_is_not_given_for_another_question()
    {
        var answers = new List<string>();
        foreach (
            var (url, accept) in new[]
            {
                ("/v1/treaties/untoc/parties", "application/json"),
                ("/v1/treaties/untoc/parties", "text/csv"),
                ("/v1/treaties/untoc/parties?lang=fr", "application/json"),
                ("/v1/treaties/uncac/parties", "application/json"),
                ("/v1/treaties/untoc/parties?asOf=2017-06-30", "application/json"),
            }
        )
            for (var time = 0; time < 3; time++)
                answers.Add(await (await Ask(HttpMethod.Get, url, accept)).Content.ReadAsStringAsync());
        Assert.That(answers.Distinct().Count(), Is.EqualTo(5));
    }

    [Test]
    public async Task A_caller_that_holds_it_gets_304()
    {
        const string url = "/v1/treaties/uncac/counts?asOf=2017-06-01";
        var tag = "";
        for (var time = 0; time < 3; time++)
            tag = (await Ask(HttpMethod.Get, url, null)).Headers.ETag!.ToString();
        foreach (var held in new[] { tag, $"\"other\", {tag}", $"W/{tag}" })
        {
            using var response = await Ask(HttpMethod.Get, url, null, held);
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotModified), held);
            Assert.That(response.Headers.ETag!.ToString(), Is.EqualTo(tag));
            Assert.That(await response.Content.ReadAsStringAsync(), Is.Empty);
        }
    }

    [Test]
    public async Task A_304_is_kept_for_clients_that_only_poll_and_hides_no_body_from_others()
    {
        using var hosted = new Hosted(new Clock());
        const string url = "/v1/treaties/untoc/counts";
        using var first = await hosted.Client.GetAsync(url);
        var ready = 0;
        using var meter = CachedAnswers(() => ready++);
        for (var time = 0; time < 5; time++)
        {
            using var poll = new HttpRequestMessage(HttpMethod.Get, url);
            poll.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var unchanged = await hosted.Client.SendAsync(poll);
            Assert.That(unchanged.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
            Assert.That(unchanged.Headers.ETag, Is.EqualTo(first.Headers.ETag));
            Assert.That(unchanged.Headers.CacheControl!.ToString(), Is.EqualTo(first.Headers.CacheControl!.ToString()));
        }
        Assert.That(ready, Is.GreaterThanOrEqualTo(3));
        for (var time = 0; time < 3; time++)
            Assert.That(await hosted.Client.GetStringAsync(url), Is.EqualTo(await first.Content.ReadAsStringAsync()));
    }

    [Test]
    public async Task Another_day_and_other_data_have_answers_of_their_own()
    {
        var clock = new Clock();
        using var hosted = new Hosted(clock);
        var client = hosted.Client;
        const string url = "/v1/treaties/untoc/counts";
        for (var time = 0; time < 3; time++)
            Assert.That(await client.GetStringAsync(url), Does.Contain("\"asOf\":\"2026-12-01\""));

        clock.Now = clock.Now.AddDays(1);
        for (var time = 0; time < 3; time++)
            Assert.That(await client.GetStringAsync(url), Does.Contain("\"asOf\":\"2026-12-02\""));

        var before = await client.GetStringAsync(url + "?asOf=2017-06-30");
        await client.GetStringAsync(url + "?asOf=2017-06-30");
        var seeds = hosted.Scratch.CopyOfSeeds();
        var file = Path.Combine(seeds, "events", "untoc.csv");
        File.WriteAllLines(file, File.ReadAllLines(file).Where(l => !l.StartsWith("PRK,accession", StringComparison.Ordinal)));
        Import.Run(hosted.Database, TreatyTracker.Api.Seeds.SeedReader.Read(seeds), clock.Now);
        hosted.Services.GetRequiredService<CurrentRegister>().Refresh();
        Assert.That(before, Does.Contain("\"parties\":187"));
        Assert.That(await client.GetStringAsync(url + "?asOf=2017-06-30"), Does.Contain("\"parties\":186"));
    }

    [TestCase("the time limit", false)]
    [TestCase("the caller", false)]
    [TestCase("the caller", true)]
    public async Task An_aborted_answer_is_not_cached(string by, bool sent)
    {
        using var scratch = new Scratch();
        using var current = new CurrentRegister(scratch.Seeded(), NullLogger<CurrentRegister>.Instance);
        current.Refresh();
        using var cache = new ResponseCache();
        using var begun = new SemaphoreSlim(0);
        using var ended = new SemaphoreSlim(0);
        var (made, stops) = (0, false);
        await using var app = LimitsTests.Small(
            LimitsTests.Arguments(("request-timeout", by == "the caller" ? "60" : "1")),
            app =>
                app.MapGet(
                    "/answer",
                    async (HttpContext http) =>
                    {
                        made++;
                        http.Response.Headers.ETag = "\"1\"";
                        http.Response.BodyWriter.Write("[1,"u8);
                        if (sent)
                            await http.Response.BodyWriter.FlushAsync();
                        begun.Release();
                        if (stops)
                            await Task.Delay(Timeout.Infinite, http.RequestAborted);
                        else
                            http.Response.BodyWriter.Write("2]"u8);
                    }
                ),
            async (http, next) =>
            {
                try
                {
                    http.Features.Set(new RequestSnapshot(current.Now!, new Clock().Now));
                    await cache.Answer(http, next);
                }
                finally
                {
                    ended.Release();
                }
            }
        );
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new(app.Urls.Single()) };
        async Task<string> Whole()
        {
            var body = await client.GetStringAsync("/answer");
            await ended.WaitAsync();
            return body;
        }
        Assert.That(await Whole(), Is.EqualTo("[1,2]"));
        await begun.WaitAsync();

        stops = true;
        using var gone = new CancellationTokenSource();
        var half = client.GetStringAsync("/answer", gone.Token);
        await begun.WaitAsync();
        if (by == "the caller")
            await gone.CancelAsync();
        Assert.That(async () => await half, Throws.InstanceOf<HttpRequestException>().Or.InstanceOf<OperationCanceledException>());
        await ended.WaitAsync();

        stops = false;
        for (var time = 0; time < 2; time++)
            Assert.That(await Whole(), Is.EqualTo("[1,2]"));
        Assert.That(made, Is.EqualTo(3), "what was not cut off was kept");
    }

    [TestCase("untoc", "")]
    [TestCase("untoc", "lang=fr&", "&format=json")]
    [TestCase("untoc-firearms", "format=text&count=signatories&")]
    [TestCase("narcotics-1961", "knownAt=2026-11-23T00:00:00Z&")]
    [TestCase("rome-statute", "")]
    public async Task On_any_day_it_is_the_one_that_would_be_worked_out(string treaty, string before, string after = "")
    {
        var steps = (await Service.Items($"/v1/treaties/{treaty}/counts/history?limit=500")).Select(s =>
            DateOnly.Parse((string)s!["asOf"]!, CultureInfo.InvariantCulture)
        );
        var facts = Service.Services.GetRequiredService<CurrentRegister>().Now!.Facts;
        var changes = steps
            .Concat(facts.Events.Where(e => e.Treaty == treaty).Select(e => e.Date))
            .Concat([
                facts.Treaties.Single(t => t.Id == treaty).CompleteThrough,
                DateOnly.FromDateTime(DateTime.UtcNow),
                new(1800, 1, 1),
                new(2999, 12, 31),
            ]);
        var days = changes.SelectMany(d => Enumerable.Range(-1, 3).Select(d.AddDays)).Distinct().Order().ToList();
        var ready = 0;
        using var meter = CachedAnswers(() => ready++);
        for (var time = 0; time < 4; time++)
            foreach (var day in days)
            {
                var url = $"/v1/treaties/{treaty}/counts?{before}asOf={day:yyyy-MM-dd}{after}";
                using var answer = await Ask(HttpMethod.Get, url, null);
                if (time < 3)
                    continue;
                // What accepts a coding, were it none at all, is kept by itself.
                using var workedOut = await Ask(HttpMethod.Get, url, null, coding: "identity");
                Assert.That(answer.StatusCode, Is.EqualTo(workedOut.StatusCode), url);
                if (answer.IsSuccessStatusCode)
                    Assert.That(await Whole(answer), Is.EqualTo(await Whole(workedOut)));
                else
                    Assert.That(day.Year, Is.LessThan(1800).Or.GreaterThan(2999));
                using var held = await Ask(HttpMethod.Get, url, null, workedOut.Headers.ETag?.ToString());
                Assert.That(
                    held.StatusCode,
                    Is.EqualTo(answer.IsSuccessStatusCode ? HttpStatusCode.NotModified : HttpStatusCode.BadRequest),
                    url
                );
            }
        Assert.That(ready, Is.GreaterThan(days.Count));
    }

    [Test]
    public async Task A_day_that_it_has_anyhow_is_not_taken_for_the_one_asked_about()
    {
        const string url = "/v1/treaties/hostages-1979/counts?asOf=1983-06-";
        for (var time = 0; time < 4; time++)
            Assert.That(
                await Service.Client.GetStringAsync(url + "03"),
                Does.Contain("\"asOf\":\"1983-06-03\"").And.Contain("\"entryIntoForce\":\"1983-06-03\"")
            );
        for (var day = 11; day < 15; day++)
            Assert.That(
                await Service.Client.GetStringAsync(url + day),
                Does.Contain($"\"asOf\":\"1983-06-{day}\"").And.Contain("\"entryIntoForce\":\"1983-06-03\"")
            );
    }

    [Test]
    public async Task An_unverified_act_that_changes_no_count_changes_the_answer()
    {
        using var scratch = new Scratch();
        var seeds = scratch.CopyOfSeeds();
        File.AppendAllLines(Path.Combine(seeds, "events", "untoc.csv"), ["FRA,declaration,2020-05-05,,untc-2014-07-10,unverified,,"]);
        using var host = new TestHost(scratch.DatabaseFile, seeds);
        using var client = host.CreateClient();
        for (var day = 1; day < 10; day++)
            Assert.That(
                await client.GetStringAsync($"/v1/treaties/untoc/counts?asOf=2020-05-0{day}"),
                Does.Contain($"\"unverifiedEvents\":{(day < 5 ? 0 : 1)}")
            );
    }

    [TestCase("asof=2017-06-30")]
    [TestCase("asOf=2017-06-30&asOf=2017-07-01")]
    [TestCase("asOf=2017-06-31")]
    [TestCase("asOf=2017-06-3")]
    [TestCase("asOf=2017-06-301")]
    [TestCase("asOf= 2017-6-30")]
    [TestCase("asOf=")]
    public async Task A_malformed_day_gets_400_even_if_other_days_are_cached(string query)
    {
        for (var day = 1; day < 15; day++)
            (await Ask(HttpMethod.Get, $"/v1/treaties/uncac/counts?asOf=2017-06-{day + 15}", null)).Dispose();
        using var response = await Ask(HttpMethod.Get, $"/v1/treaties/uncac/counts?{query}", null);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task It_names_the_scheme_that_was_asked_under()
    {
        const string url = "localhost/v1/treaties/uncac/events.atom";
        for (var time = 0; time < 3; time++)
            Assert.That(
                await Service.Client.GetStringAsync("http://" + url),
                Does.Contain("\"http://" + url).And.Not.Contain("https://localhost")
            );
        Assert.That(
            await Service.Client.GetStringAsync("https://" + url),
            Does.Contain("\"https://" + url).And.Not.Contain("\"http://localhost")
        );
    }

    static MeterListener CachedAnswers(Action counted)
    {
        var meter = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument == Meters.CachedAnswers)
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        meter.SetMeasurementEventCallback<long>((_, _, _, _) => counted());
        meter.Start();
        return meter;
    }

    static Task<HttpResponseMessage> Ask(HttpMethod method, string url, string? accept, string? held = null, string? coding = null) =>
        Service.Client.Ask(method, url, ("Accept", accept), ("If-None-Match", held), ("Accept-Encoding", coding));

    static async Task<string> Whole(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        var headers = response
            .Headers.Concat(response.Content.Headers)
            .Where(h => h.Key is not ("Content-Length" or "Transfer-Encoding"))
            .OrderBy(h => h.Key, StringComparer.Ordinal)
            .Select(h => $"{h.Key}: {string.Join(", ", h.Value)}");
        return string.Join('\n', [((int)response.StatusCode).ToString(CultureInfo.InvariantCulture), .. headers, body]);
    }
}
