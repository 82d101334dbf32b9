using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using TreatyTracker.Api.Hosting;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Hosting;

/// <summary>How much may be asked, and whose word about the caller counts.</summary>
[Parallelizable(ParallelScope.All)]
[Category("Slow")]
public sealed class LimitsTests
{
    [Test]
    public async Task A_client_over_the_rate_limit_gets_429_with_Retry_After_and_health_is_exempt()
    {
        using var service = await ServiceProcess.With(("RATE_LIMIT", "3"), ("TRUSTED_PROXIES", "127.0.0.1"));
        async Task<HttpStatusCode> Ask(string client, string url = "/v1/version")
        {
            using var answer = await service.Client.Ask(url, ("X-Forwarded-For", client));
            return answer.StatusCode;
        }
        for (var i = 0; i < 3; i++)
            Assert.That(await Ask("203.0.113.1"), Is.EqualTo(HttpStatusCode.OK));

        using var refused = await service.Client.Ask("/v1/version", ("X-Forwarded-For", "203.0.113.1"));
        await OpenApi.Contract.MustHold(refused);
        var problem = JsonNode.Parse(await refused.Content.ReadAsStringAsync())!;
        Assert.That(
            (refused.StatusCode, refused.Content.Headers.ContentType!.MediaType),
            Is.EqualTo((HttpStatusCode.TooManyRequests, "application/problem+json"))
        );
        Assert.That(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, Is.InRange(1, 60));
        Assert.That(
            ((string?)problem["type"], (string?)problem["detail"]),
            Is.EqualTo(
                (
                    "/problems/too-many-requests",
                    "Rate limit exceeded: 3 requests per minute. Try again in "
                        + $"{refused.Headers.RetryAfter.Delta.Value.TotalSeconds} seconds."
                )
            )
        );

        for (var i = 0; i < 5; i++)
            Assert.That(await Ask("203.0.113.1", "/health/ready"), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await Ask("203.0.113.2"), Is.EqualTo(HttpStatusCode.OK), "another address");
        // All addresses of an IPv6 network belong to one caller.
        for (var i = 1; i < 4; i++)
            Assert.That(await Ask($"2001:db8:0:1::{i}"), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await Ask("2001:db8:0:1::4"), Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(await Ask("2001:db8:0:2::4"), Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("", false)]
    [TestCase("203.0.113.0/24", false)]
    [TestCase("127.0.0.1", true)]
    [TestCase("10.0.0.0/8,127.0.0.0/8", true)]
    public async Task Forwarded_headers_count_only_from_a_trusted_proxy(string trusted, bool believed)
    {
        using var service = await ServiceProcess.With(
            ("TRUSTED_PROXIES", trusted),
            ("PUBLIC_HOSTS", "treaties.example"),
            ("RATE_LIMIT", "1")
        );
        using var answer = await service.Client.Ask(
            "/v1/treaties?limit=1",
            ("X-Forwarded-For", "198.51.100.7"),
            ("X-Forwarded-Proto", "https"),
            ("X-Forwarded-Host", "treaties.example"),
            ("X-Forwarded-Prefix", "/tt")
        );
        Assert.That(answer.Headers.Contains("Strict-Transport-Security"), Is.EqualTo(believed));
        Assert.That(answer.Headers.GetValues("Link").Single(), Does.StartWith(believed ? "</tt/v1/treaties?" : "</v1/treaties?"));
        using var other = await service.Client.Ask("/v1/treaties?limit=1", ("X-Forwarded-For", "198.51.100.8"));
        Assert.That(other.StatusCode, Is.EqualTo(believed ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests));
    }

    [TestCase("treaties.example", "", false)]
    [TestCase("treaties.example", "treaties.example,treaties.test", true)]
    [TestCase("evil.example", "treaties.example", false)]
    public async Task A_trusted_proxy_names_only_a_public_host(string host, string publicHosts, bool believed)
    {
        var service = await ServiceProcess.Shared(("TRUSTED_PROXIES", "127.0.0.1"), ("PUBLIC_HOSTS", publicHosts));
        using var answer = await service.Client.Ask("/v1/treaties/untoc/counts", ("X-Forwarded-Host", host));
        var cite = (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["cite"]!;
        Assert.That(cite, Does.Contain($", http://{(believed ? host : service.Address.Authority)}/v1/"));
    }

    [TestCase("/tt", "</tt/v1/treaties?")]
    [TestCase("/a/b", "</a/b/v1/treaties?")]
    [TestCase("//evil.example", "</v1/treaties?")]
    [TestCase("/a//b", "</v1/treaties?")]
    [TestCase("tt", "</v1/treaties?")]
    [TestCase("/t t", "</v1/treaties?")]
    [TestCase("/tt>; rel=evil", "</v1/treaties?")]
    public async Task A_prefix_is_a_plain_path_or_is_ignored(string prefix, string link)
    {
        var service = await ServiceProcess.Shared(("TRUSTED_PROXIES", "127.0.0.1"), ("PUBLIC_HOSTS", ""));
        using var answer = await service.Client.Ask("/v1/treaties?limit=1", ("X-Forwarded-Prefix", prefix), ("X-Forwarded-Proto", "ftp"));
        Assert.That(answer.Headers.GetValues("Link").Single(), Does.StartWith(link));
    }

    [Test]
    public async Task The_server_refuses_a_request_line_and_headers_that_are_too_long()
    {
        using var service = await ServiceProcess.With(("MAX_REQUEST_LINE", "512"), ("MAX_REQUEST_HEADERS", "2048"));
        async Task<HttpStatusCode> Ask(string path, string header)
        {
            using var answer = await service.Client.Ask(path, ("X-Filling", header));
            return answer.StatusCode;
        }
        Assert.That(await Ask("/health/live", "x"), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await Ask($"/{new string('a', 600)}", "x"), Is.EqualTo(HttpStatusCode.RequestUriTooLong));
        Assert.That(await Ask("/health/live", new string('a', 3000)), Is.EqualTo(HttpStatusCode.RequestHeaderFieldsTooLarge));
        Assert.That(await Ask("/health/live", "x"), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Connections_over_the_limit_are_not_answered()
    {
        using var service = await ServiceProcess.With(("MAX_CONNECTIONS", "1"));
        // The status line, or nothing when the connection is closed or reset.
        async Task<string?> Ask(TcpClient client)
        {
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, service.Address.Port);
                await client.GetStream().WriteAsync("HEAD /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray());
                return await new StreamReader(client.GetStream()).ReadLineAsync();
            }
            catch (Exception e) when (e is IOException or SocketException)
            {
                return null;
            }
        }
        // Nothing else has connected to this service yet, so the first connection is the only one.
        using (var first = new TcpClient())
        {
            Assert.That(await Ask(first), Is.EqualTo("HTTP/1.1 200 OK"));
            using var second = new TcpClient();
            Assert.That(await Ask(second), Is.Null);
        }
        // The server needs a moment to notice that the first one is closed.
        await CommandRunner.Until(
            async () =>
            {
                using var third = new TcpClient();
                return await Ask(third) == "HTTP/1.1 200 OK";
            },
            "there is room again"
        );
    }

    [Test]
    public async Task An_answer_that_does_not_begin_in_time_becomes_503_and_one_that_has_begun_continues()
    {
        await using var app = Small(
            Arguments(("request-timeout", "1")),
            app =>
            {
                static Task Late(HttpContext http)
                {
                    var over = new TaskCompletionSource();
                    http.RequestAborted.Register(over.SetResult);
                    return over.Task;
                }
                app.MapGet("/late", (HttpContext http) => Task.Delay(Timeout.Infinite, http.RequestAborted));
                app.MapGet(
                    "/unaware",
                    async (HttpContext http) =>
                    {
                        await Late(http);
                        return TypedResults.Ok("late");
                    }
                );
                app.MapGet(
                    "/unsent",
                    (HttpContext http) =>
                    {
                        http.Response.BodyWriter.Write("[1,"u8);
                        return Task.Delay(Timeout.Infinite, http.RequestAborted);
                    }
                );
                app.MapGet(
                    "/slow",
                    async (HttpContext http) =>
                    {
                        await http.Response.WriteAsync("[1,");
                        await http.Response.Body.FlushAsync();
                        await Task.Delay(2000, http.RequestAborted);
                        await http.Response.WriteAsync("2]");
                    }
                );
                app.MapGet("/soon", () => TypedResults.Ok("soon"));
            }
        );
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new(app.Urls.Single()) };

        using var late = await client.GetAsync("/late");
        var problem = JsonNode.Parse(await late.Content.ReadAsStringAsync())!;
        Assert.That((late.StatusCode, (string?)problem["type"]), Is.EqualTo((HttpStatusCode.ServiceUnavailable, "/problems/unavailable")));
        Assert.That((string?)problem["detail"], Does.Contain("after 1 second"));
        Assert.That(async () => await client.GetStringAsync("/unsent"), Throws.InstanceOf<HttpRequestException>());
        // Nothing is sent that could be half an answer, so what comes late, but whole, is sent.
        Assert.That(await client.GetStringAsync("/unaware"), Is.EqualTo("\"late\""));
        Assert.That(await client.GetStringAsync("/slow"), Is.EqualTo("[1,2]"), "the limit is on the first byte");
        Assert.That(await client.GetStringAsync("/soon"), Is.EqualTo("\"soon\""));
    }

    [TestCase(1_000, true)]
    [TestCase(1_000_000, false)]
    public async Task A_request_body_is_ignored_and_a_large_one_ends_the_connection(int bytes, bool goesOn)
    {
        var service = await ServiceProcess.Shared();
        using var socket = new TcpClient("127.0.0.1", service.Address.Port);
        await using var stream = socket.GetStream();
        using var reader = new StreamReader(stream);
        async Task<string?> Ask(string request)
        {
            try
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
                return await reader.ReadLineAsync();
            }
            catch (IOException)
            {
                return null;
            }
        }
        Assert.That(
            await Ask($"HEAD /health/live HTTP/1.1\r\nHost: localhost\r\nContent-Length: {bytes}\r\n\r\n"),
            Is.EqualTo("HTTP/1.1 200 OK")
        );
        while (await reader.ReadLineAsync() is { Length: > 0 }) { }
        Assert.That(
            await Ask($"{new string('a', bytes)}HEAD /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"),
            Is.EqualTo(goesOn ? "HTTP/1.1 200 OK" : null)
        );
    }

    internal static Settings Arguments(params (string Name, string Value)[] given) =>
        Settings.Read(s => given.Where(g => g.Name == s.Name).Select(g => g.Value).SingleOrDefault(), new Dictionary<string, string>());

    /// <summary>A small service with these limits, and with what stands before them, whose endpoints do what ours must not.</summary>
    internal static WebApplication Small(
        Settings settings,
        Action<WebApplication> map,
        Func<HttpContext, RequestDelegate, Task>? outermost = null
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        Limits.AddTo(builder.Services, settings);
        var app = builder.Build();
        if (outermost is not null)
            app.Use(outermost);
        app.UseRouting();
        app.UseRequestTimeouts();
        app.Use(Limits.EndTimeoutAtFirstByte);
        map(app);
        return app;
    }
}
