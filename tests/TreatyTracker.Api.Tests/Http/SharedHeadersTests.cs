using System.Net;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Http;

/// <summary>What every kind of answer tells a browser.</summary>
public sealed class SharedHeadersTests
{
    const string PagePolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    const string DataPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    [TestCase("/v1/treaties/untoc/counts", 200)]
    [TestCase("/v1/treaties/untoc/counts?asOf=2017-06-30", 200)]
    [TestCase("/v1/treaties?format=csv", 200)]
    [TestCase("/v1/treaties?format=ndjson", 200)]
    [TestCase("/v1/treaties/untoc/badge.svg", 200)]
    [TestCase("/v1/export/datapackage.json", 200)]
    [TestCase("/v1/conventions/untoc/counts", 308)]
    [TestCase("/v1/treaties?asof=2017-06-30", 400)]
    [TestCase("/v1/treaties?limit=0", 400)]
    [TestCase("/v1/treaties/untok", 404)]
    [TestCase("/v1/nothing", 404)]
    [TestCase("/v1/treaties/untoc/counts", 304, "If-None-Match")]
    [TestCase("/v1/treaties", 405, "", "", "POST")]
    [TestCase("/v1/treaties", 406, "Accept", "application/pdf")]
    [TestCase("/v1/treaties", 412, "If-Match", "\"other\"")]
    [TestCase("/v1/treaties", 204, "Access-Control-Request-Method", "GET", "OPTIONS")]
    public async Task Every_answer_of_the_API_has_the_shared_headers(
        string url,
        int status,
        string header = "",
        string value = "",
        string method = "GET"
    )
    {
        if (header == "If-None-Match")
            value = (await Service.Client.Ask(url)).Headers.ETag!.ToString();
        using var request = new HttpRequestMessage(new(method), url);
        if (header.Length > 0)
            request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await Service.Unfollowing.SendAsync(request);
        Assert.That((int)answer.StatusCode, Is.EqualTo(status));
        Assert.That(Of(answer), Is.EqualTo(new[] { "nosniff", "", DataPolicy, "", "cross-origin" }));
        MustBeOpen(answer);
    }

    [TestCase("/health/live", 200)]
    [TestCase("/openapi.yaml", 200)]
    [TestCase("/", 200)]
    [TestCase("/docs/counts", 200)]
    [TestCase("/problems/not-found", 200)]
    [TestCase("/nothing", 404)]
    [TestCase("/metrics", 404)]
    public async Task Every_page_has_the_shared_headers(string url, int status)
    {
        using var answer = await Service.Unfollowing.GetAsync(url);
        Assert.That((int)answer.StatusCode, Is.EqualTo(status));
        Assert.That(Of(answer), Is.EqualTo(new[] { "nosniff", "DENY", PagePolicy, "no-referrer", "cross-origin" }));
        MustBeOpen(answer);
    }

    [Test]
    public async Task A_429_has_the_shared_headers()
    {
        using var scratch = new Scratch();
        using var host = new TestHost(scratch.DatabaseFile, Repository.Seeds, null, ("rate-limit", "1"));
        using var client = host.CreateClient();
        (await client.GetAsync("/v1/version")).Dispose();
        using var answer = await client.GetAsync("/v1/version");
        Assert.That((int)answer.StatusCode, Is.EqualTo(429));
        Assert.That(Of(answer), Is.EqualTo(new[] { "nosniff", "", DataPolicy, "", "cross-origin" }));
        MustBeOpen(answer);
    }

    [Test]
    public async Task The_503_of_the_time_limit_has_the_shared_headers()
    {
        using var recorder = new Recorder(("request-timeout", "1"));
        Task<HttpResponseMessage>[] both;
        using (var other = recorder.Database.OpenWrite())
        using (other.BeginTransaction(deferred: false))
        {
            // One waits for the other writer, and one for that, which can be given up.
            both = [Task.Run(() => recorder.Send(recorder.Act())), Task.Run(() => recorder.Send(recorder.Act("PNG", "accession")))];
            using var late = await await Task.WhenAny(both);
            Assert.That(late.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(await late.Content.ReadAsStringAsync(), Does.Contain("The answer was not ready after 1 second"));
            MustBeOpen(late);
        }
        foreach (var answer in await Task.WhenAll(both))
            answer.Dispose();
    }

    // A browser shows a failure of CORS instead of the problem where the header is missing.
    internal static void MustBeOpen(HttpResponseMessage answer)
    {
        Assert.That(answer.Headers.GetValues("Access-Control-Allow-Origin"), Is.EqualTo(new[] { "*" }));
        Assert.That(answer.Headers.GetValues("X-Data-Version").Single(), Has.Length.EqualTo(16));
    }

    [TestCase("/swagger/index.html")]
    [TestCase("/swagger/index.js")]
    [TestCase("/swagger/swagger-ui.css")]
    public async Task Swagger_UI_may_run_its_own_scripts_and_no_others(string url)
    {
        using var answer = await Service.Client.GetAsync(url);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(
            answer.Headers.GetValues("Content-Security-Policy").Single().Split("; "),
            Does.Contain("script-src 'self'").And.Contain("connect-src 'self'").And.Contain("frame-ancestors 'none'")
        );
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain("<script>"), "a script inline would not run");
    }

    [TestCase("https://treaties.example", true)]
    [TestCase("https://localhost", false)]
    [TestCase("http://treaties.example", false)]
    public async Task Only_HTTPS_answers_have_Strict_Transport_Security(string site, bool asks)
    {
        using var answer = await Service.Client.GetAsync($"{site}/health/live");
        Assert.That(answer.Headers.Contains("Strict-Transport-Security"), Is.EqualTo(asks));
    }

    [Test]
    public async Task No_answer_names_the_server()
    {
        var service = await ServiceProcess.Shared();
        using var answer = await service.Client.Ask("/v1/treaties/untok");
        Assert.That(answer.Headers.Server, Is.Empty);
        Assert.That(answer.Headers.Contains("X-Powered-By"), Is.False);
        Assert.That(Of(answer), Does.Contain("nosniff"));
    }

    internal static string[] Of(HttpResponseMessage answer) =>
        [
            .. new[]
            {
                "X-Content-Type-Options",
                "X-Frame-Options",
                "Content-Security-Policy",
                "Referrer-Policy",
                "Cross-Origin-Resource-Policy",
            }.Select(h => answer.Headers.TryGetValues(h, out var values) ? string.Join(", ", values) : ""),
        ];
}
