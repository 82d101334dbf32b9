using System.Net;
using Dapper;

namespace TreatyTracker.Api.Tests.Http;

public sealed class MannersTests
{
    [TestCase("/v1/treaties/untoc/counts")]
    [TestCase("/v1/treaties/untoc/parties?format=csv")]
    [TestCase("/health/live")]
    public async Task HEAD_is_answered_as_GET_without_a_body(string url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, url);
        using var response = await Service.Client.SendAsync(request);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response.Content.Headers.ContentType, Is.Not.Null);
    }

    [Test]
    public async Task Any_origin_may_read()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/version");
        request.Headers.Add("Origin", "https://example.org");
        using var response = await Service.Client.SendAsync(request);
        Assert.That(response.Headers.GetValues("Access-Control-Allow-Origin"), Is.EqualTo(new[] { "*" }));

        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/v1/version");
        preflight.Headers.Add("Origin", "https://example.org");
        preflight.Headers.Add("Access-Control-Request-Method", "GET");
        using var allowed = await Service.Client.SendAsync(preflight);
        Assert.That((int)allowed.StatusCode, Is.LessThan(300));
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
        using var scratch = new Scratch();
        using var host = Service.Host(scratch.DatabaseFile, Repository.Seeds).WithWebHostBuilder(b => b.UseSetting("Logging:LogLevel:Default", "None"));
        using var client = host.CreateClient();
        Assert.That((string?)(await Service.Get(client, "/health/ready"))["status"], Is.EqualTo("ready"));

        var before = DateTimeOffset.UtcNow;
        Break(scratch.Database);

        var health = await Service.Get(client, "/health/ready");
        for (var wait = 0; (string?)health["status"] == "ready" && wait < 50; wait++)
        {
            await Task.Delay(100);
            health = await Service.Get(client, "/health/ready");
        }
        Assert.That(((string?)health["status"], (string?)health["reason"]), Is.EqualTo(("degraded", "the database cannot be read; answers come from the last good snapshot")));
        Assert.That((DateTimeOffset)health["since"]!, Is.InRange(before, DateTimeOffset.UtcNow));
        Assert.That((string?)health["data"], Is.EqualTo((string?)(await Service.Get(client, "/v1/version"))["data"]));
        Assert.That((int)(await Service.Get(client, "/v1/treaties/untoc/counts?asOf=2017-06-30"))["parties"]!, Is.EqualTo(187));
        Assert.That((string?)(await Service.Get(client, "/health/ready"))["since"], Is.EqualTo((string?)health["since"]), "since the first failure, not the latest");
    }

    [Test]
    public async Task A_service_that_is_set_so_is_not_ready_while_it_is_degraded()
    {
        using var scratch = new Scratch();
        using var host = Service.Host(scratch.DatabaseFile, Repository.Seeds).WithWebHostBuilder(b => b.UseSetting("Logging:LogLevel:Default", "None").UseSetting("degraded-is-ready", "false"));
        using var client = host.CreateClient();
        var version = (string)(await Service.Get(client, "/v1/version"))["data"]!;
        Break(scratch.Database);

        using var refused = await Running.Until(client, "/health/ready", HttpStatusCode.ServiceUnavailable);
        await OpenApi.Contract.MustHold(refused);
        Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("degraded: the database cannot be read since 20").And.Contain(version));
    }

    static void Break(TreatyTracker.Api.Data.Database database)
    {
        using var connection = database.OpenWrite();
        connection.Execute("UPDATE treaty SET final_clauses = '{}' WHERE id = 'untoc'");
    }
}
