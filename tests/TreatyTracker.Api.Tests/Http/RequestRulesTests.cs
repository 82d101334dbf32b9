using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Http;

public sealed class RequestRulesTests
{
    [TestCase("/v1/treaties/untoc/counts")]
    [TestCase("/v1/treaties/untoc/parties?format=csv")]
    [TestCase("/health/live")]
    public async Task HEAD_is_answered_as_GET_without_a_body(string url)
    {
        using var response = await Service.Client.Ask(HttpMethod.Head, url);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response.Content.Headers.ContentType, Is.Not.Null);
    }

    [TestCase("/v1/version", null)]
    [TestCase("/v1/version", "https://example.org")]
    [TestCase("/v1/treaties/untok", null)]
    [TestCase("/", null)]
    public async Task Pages_of_any_origin_may_read(string url, string? origin)
    {
        using var response = await Service.Client.Ask(url, ("Origin", origin));
        Assert.That(response.Headers.GetValues("Access-Control-Allow-Origin"), Is.EqualTo(new[] { "*" }));
        Assert.That(response.Headers.GetValues("Access-Control-Expose-Headers").Single(), Does.Contain("X-Data-Version"));
    }

    [TestCase("/v1/version")]
    [TestCase("/v1/treaties/untoc/counts")]
    [TestCase("/health/live")]
    [TestCase("/")]
    public async Task OPTIONS_tells_the_methods_and_lets_a_browser_s_preflight_pass(string url)
    {
        using var response = await Service.Client.Ask(
            HttpMethod.Options,
            url,
            ("Origin", "https://example.org"),
            ("Access-Control-Request-Method", "GET"),
            ("Access-Control-Request-Headers", "if-none-match")
        );
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(response.Content.Headers.Allow, Is.EqualTo(new[] { "GET", "HEAD", "OPTIONS" }));
        Assert.That(response.Headers.GetValues("Access-Control-Allow-Methods").Single(), Is.EqualTo("GET, HEAD, OPTIONS"));
        Assert.That(response.Headers.GetValues("Access-Control-Allow-Headers").Single(), Is.EqualTo("if-none-match"));
    }

    [Test]
    public async Task OPTIONS_does_not_repeat_what_is_no_list_of_header_names()
    {
        var service = await ServiceProcess.Shared();
        using var socket = new TcpClient("127.0.0.1", service.Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(
            Encoding.UTF8.GetBytes("OPTIONS /v1/treaties HTTP/1.1\r\nHost: localhost\r\nAccess-Control-Request-Headers: x\u00e9\r\n\r\n")
        );
        using var reader = new StreamReader(stream);
        Assert.That(await reader.ReadLineAsync(), Is.EqualTo("HTTP/1.1 204 No Content"));
        while (await reader.ReadLineAsync() is { Length: > 0 } header)
            Assert.That(header, Does.Not.StartWith("Access-Control-Allow-Headers"));
    }

    [Test]
    public async Task A_trace_parent_that_is_none_is_ignored()
    {
        using var answer = await Service.Client.Ask("/v1/treaties/untok", ("traceparent", "garbage"));
        var trace = (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["traceId"];
        Assert.That(trace, Does.Match("^[0-9a-f]{32}$").And.Not.EqualTo(new string('0', 32)));
    }

    [TestCase("untoc", "{\"asOf\":\"2001-01-01\"}", "application/json")]
    [TestCase("uncac", "{\"nosuch\":1}", "application/json")]
    [TestCase("rome-statute", "{", "application/json")]
    [TestCase("hostages-1979", "asOf=2001-01-01", "application/x-www-form-urlencoded")]
    public async Task A_body_with_GET_changes_neither_this_answer_nor_later_ones(string treaty, string body, string type)
    {
        var url = $"/v1/treaties/{treaty}/counts?lang=es&format=json";
        // An answer that is asked for twice is kept for all who ask for it.
        for (var time = 0; time < 3; time++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url)
            {
                Content = new StringContent(body, System.Text.Encoding.UTF8, type),
            };
            using var response = await Service.Client.SendAsync(request);
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), await response.Content.ReadAsStringAsync());
        }
        Assert.That(
            (string?)(await Service.Get(url))["asOf"],
            Is.EqualTo((string?)(await Service.Get($"/v1/treaties/{treaty}/counts"))["asOf"])
        );
    }

    [Test]
    public async Task OPTIONS_of_what_is_not_there_is_not_found()
    {
        using var response = await Service.Client.Ask(HttpMethod.Options, "/v1/nothing");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("/v1/conventions/untoc/parties/C%C3%B4te", "/v1/treaties/untoc/parties/C%C3%B4te")]
    [TestCase("/v1/conventions/untoc/parties/%0d%0aX", "/v1/treaties/untoc/parties/%0D%0AX")]
    [TestCase("/v1/conventions/untoc/counts%3Fx", "/v1/treaties/untoc/counts%3Fx")]
    [TestCase("/v1/conventions/untoc/a%25b", "/v1/treaties/untoc/a%25b")]
    public async Task A_redirect_leads_to_what_was_asked_whatever_it_is(string asked, string target)
    {
        using var response = await Service.Unfollowing.GetAsync(asked);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.PermanentRedirect));
        Assert.That(response.Headers.Location!.OriginalString, Is.EqualTo(target));
    }

    [Test]
    public async Task Every_answer_names_the_data_it_comes_from()
    {
        var version = (string)(await Service.Get("/v1/version"))["data"]!;
        foreach (var url in new[] { "/v1/treaties/untoc/counts", "/v1/treaties/untok", "/health/ready", "/" })
        {
            using var response = await Service.Client.GetAsync(url);
            Assert.That(response.Headers.GetValues("X-Data-Version"), Is.EqualTo(new[] { version }), url);
        }
    }

    [Test]
    public async Task A_database_that_breaks_leaves_the_last_good_snapshot_answering_and_says_so()
    {
        using var hosted = new Hosted(settings: ("Logging:LogLevel:Default", "None"));
        var client = hosted.Client;
        Assert.That((string?)(await Service.Get(client, "/health/ready"))["status"], Is.EqualTo("ready"));

        var before = DateTimeOffset.UtcNow;
        Break(hosted.Database);

        await client.IsSoon("degraded");
        var health = await Service.Get(client, "/health/ready");
        Assert.That(
            ((string?)health["status"], (string?)health["reason"]),
            Is.EqualTo(("degraded", "the database is damaged; answers come from the last good snapshot"))
        );
        Assert.That((DateTimeOffset)health["since"]!, Is.InRange(before, DateTimeOffset.UtcNow));
        Assert.That((string?)health["data"], Is.EqualTo((string?)(await Service.Get(client, "/v1/version"))["data"]));
        Assert.That((int)(await Service.Get(client, "/v1/treaties/untoc/counts?asOf=2017-06-30"))["parties"]!, Is.EqualTo(187));
        Assert.That(
            (string?)(await Service.Get(client, "/health/ready"))["since"],
            Is.EqualTo((string?)health["since"]),
            "since the first failure, not the latest"
        );
    }

    [Test]
    public async Task A_service_that_is_set_so_is_not_ready_while_it_is_degraded()
    {
        using var hosted = new Hosted(settings: [("Logging:LogLevel:Default", "None"), ("degraded-is-ready", "false")]);
        var client = hosted.Client;
        var version = await client.DataVersion();
        Break(hosted.Database);

        using var refused = await client.Until("/health/ready", HttpStatusCode.ServiceUnavailable);
        await OpenApi.Contract.MustHold(refused);
        Assert.That(
            await refused.Content.ReadAsStringAsync(),
            Does.Contain("degraded: the database is damaged since 20").And.Contain(version)
        );
    }

    static void Break(TreatyTracker.Api.Data.Database database)
    {
        using var connection = database.OpenWrite();
        connection.Execute("UPDATE treaty SET final_clauses = '{}' WHERE id = 'untoc'");
    }
}
