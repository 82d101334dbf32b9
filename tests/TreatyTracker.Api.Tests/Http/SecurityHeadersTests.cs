using System.Net;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Http;

/// <summary>What every kind of answer tells a browser.</summary>
public sealed class SecurityHeadersTests
{
    const string Closed =
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    [TestCase("/v1/treaties/untoc/counts", 200)]
    [TestCase("/v1/treaties?format=csv", 200)]
    [TestCase("/v1/treaties?format=ndjson", 200)]
    [TestCase("/health/live", 200)]
    [TestCase("/openapi.yaml", 200)]
    [TestCase("/", 200)]
    [TestCase("/docs/counts", 200)]
    [TestCase("/problems/not-found", 200)]
    [TestCase("/v1/conventions/untoc/counts", 308)]
    [TestCase("/v1/treaties?asof=2017-06-30", 400)]
    [TestCase("/v1/treaties/untok", 404)]
    [TestCase("/nothing", 404)]
    [TestCase("/metrics", 404)]
    public async Task Every_answer_has_them(string url, int status)
    {
        using var answer = await Service.Unfollowing.GetAsync(url);
        Assert.That((int)answer.StatusCode, Is.EqualTo(status));
        Assert.That(Of(answer), Is.EqualTo(new[] { "nosniff", "DENY", Closed, "no-referrer", "cross-origin" }));
    }

    [Test]
    public async Task So_have_a_refused_method_a_304_and_a_preflight()
    {
        using var post = await Service.Client.PostAsync("/v1/treaties", null);
        using var unmodified = new HttpRequestMessage(HttpMethod.Get, "/v1/treaties") { Headers = { { "If-None-Match", "*" } } };
        using var held = await Service.Client.SendAsync(unmodified);
        using var ask = new HttpRequestMessage(HttpMethod.Options, "/v1/treaties")
        {
            Headers = { { "Origin", "https://example.org" }, { "Access-Control-Request-Method", "GET" } },
        };
        using var preflight = await Service.Client.SendAsync(ask);
        Assert.That(
            new[] { post.StatusCode, held.StatusCode, preflight.StatusCode },
            Is.EqualTo(new[] { HttpStatusCode.MethodNotAllowed, HttpStatusCode.NotModified, HttpStatusCode.NoContent })
        );
        foreach (var answer in new[] { post, held, preflight })
            Assert.That(Of(answer), Is.EqualTo(new[] { "nosniff", "DENY", Closed, "no-referrer", "cross-origin" }));
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
    public async Task Only_what_came_encrypted_asks_to_stay_so(string site, bool asks)
    {
        using var answer = await Service.Client.GetAsync($"{site}/health/live");
        Assert.That(answer.Headers.Contains("Strict-Transport-Security"), Is.EqualTo(asks));
    }

    [Test]
    public async Task No_answer_names_the_server()
    {
        using var service = await ServiceProcess.With();
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
