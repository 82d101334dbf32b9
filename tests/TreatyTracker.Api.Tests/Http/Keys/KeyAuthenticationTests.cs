using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Http.Keys;

/// <summary>Who may record.</summary>
public sealed class KeyAuthenticationTests
{
    static readonly string[] s_writing = ["/v1/events", "/v1/events/untoc-PRK-accession-2016-06-17/corrections"];

    Recorder _recorder = null!;

    [OneTimeSetUp]
    public void Start() => _recorder = new();

    [OneTimeTearDown]
    public void Stop() => _recorder.Dispose();

    [Test]
    public async Task Without_a_key_nothing_is_recorded([ValueSource(nameof(s_writing))] string url) =>
        await Refuses(url, null, 401, "Send the header Authorization: Bearer KEY", "Bearer realm=\"Treaty Tracker\"");

    [TestCase("Bearer")]
    [TestCase("Bearer ")]
    [TestCase("Bearer a b")]
    [TestCase("Basic dXNlcjpwYXNzd29yZA==")]
    public async Task A_header_without_a_token_is_none(string header) =>
        await Refuses("/v1/events", header, 401, "Send the header", "Bearer realm=\"Treaty Tracker\"");

    [TestCase("tt_x")]
    [TestCase("tt_000000000000_0000000000000000000000000000000000000000000")]
    [TestCase("tt_000000000000_000000000000000000000000000000000000000000é")]
    public async Task An_unknown_key_is_refused(string token)
    {
        foreach (var url in s_writing)
            await Refuses(url, $"Bearer {token}", 401, "The key is unknown", "Bearer realm=\"Treaty Tracker\", error=\"invalid_token\"");
    }

    [Test]
    public async Task A_key_is_refused_when_one_character_of_it_is_another()
    {
        var key = _recorder.Key;
        foreach (var at in new[] { 0, 4, 14, 16, 40, key.Length - 1 })
        {
            var other = key[..at] + (key[at] == 'a' ? 'b' : 'a') + key[(at + 1)..];
            await Refuses("/v1/events", $"Bearer {other}", 401, "The key is unknown", "error=\"invalid_token\"");
        }
        await Refuses("/v1/events", $"Bearer {key.ToUpperInvariant()}", 401, "The key is unknown", "error=\"invalid_token\"");
    }

    [Test]
    public async Task An_expired_key_is_refused_from_the_day_after_its_last()
    {
        using var recorder = new Recorder();
        var key = recorder.KeyOf("Intern", expires: DateOnly.FromDateTime(recorder.Clock.Now.UtcDateTime));
        Assert.That((await recorder.Send("{}", key: key)).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        recorder.Clock.Now = recorder.Clock.Now.AddDays(1);
        using var response = await recorder.Send("{}", key: key);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("The key expired on 2026-12-01"));
    }

    [Test]
    public async Task A_revoked_key_is_refused_at_once()
    {
        var key = _recorder.KeyOf("Intern");
        Assert.That((await _recorder.Send("{}", key: key)).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(AccessKeys.Revoke(_recorder.Database, key.Split('_')[1], _recorder.Clock.Now), Is.True);
        await Refuses("/v1/events", $"Bearer {key}", 401, "The key was revoked", "error=\"invalid_token\"");
    }

    [Test]
    public async Task A_key_for_appending_records_new_events_alone()
    {
        using var recorder = new Recorder();
        var key = recorder.KeyOf("Clerk", KeyScope.Append);
        using (var response = await recorder.Send(recorder.Act(), key: key))
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        using (var response = await recorder.Send("""{"retract":true}""", s_writing[1], key))
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(response.Headers.WwwAuthenticate.ToString(), Does.Contain("insufficient_scope"));
            await OpenApi.Contract.MustHold(response);
        }
        var acknowledging = recorder.Act(
            "PNG",
            "accession",
            more: $$""","acknowledge":[{"rule":"double-consent","reason":"r","source":"{{recorder.Source}}"}]"""
        );
        using (var response = await recorder.Send(acknowledging, key: key))
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Recording_is_off_until_there_is_a_key()
    {
        using var hosted = new Hosted();
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");
        using var response = await hosted.Client.PostAsync("/v1/events", content);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("Recording is off, because the register has no keys."));
    }

    [Test]
    public async Task Reading_needs_no_key_and_does_not_look_at_one()
    {
        foreach (
            var url in new[] { "/v1/events?limit=1", "/v1/treaties/untoc/counts", "/health/ready", "/swagger/index.html", "/openapi.json" }
        )
        {
            using var response = await _recorder.Client.Ask(url, ("Authorization", "Bearer tt_x"));
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), url);
        }
    }

    [Test]
    public async Task The_document_says_which_operations_need_a_key()
    {
        var operations = await OpenApi.Contract.Operations();
        Assert.That(
            operations.Where(o => o.Node["security"]!.AsArray().Count > 0).Select(o => $"{o.Method} {o.Path}"),
            Is.EquivalentTo(new[] { "POST /v1/events", "POST /v1/events/{id}/corrections" })
        );
        var scheme = (await OpenApi.Contract.Document())["components"]!["securitySchemes"]!["key"]!;
        Assert.That(((string?)scheme["type"], (string?)scheme["scheme"]), Is.EqualTo(("http", "bearer")));
    }

    [Test]
    [Category("Slow")]
    public async Task No_key_is_in_the_log()
    {
        using var service = await ServiceProcess.With(
            ("Logging__LogLevel__Default", "Debug"),
            ("Logging__LogLevel__Microsoft.AspNetCore", "Debug")
        );
        var (key, token) = AccessKeys.Add(service.Database, "Depositary desk", KeyScope.Record, null, DateTimeOffset.UtcNow);
        foreach (var sent in new[] { token, token[..^1] + "!" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/events")
            {
                Content = new StringContent(
                    """{"treaty":"untoc","participant":"COG","kind":"ratification","date":"2026-10-05"}""",
                    Encoding.UTF8,
                    "application/json"
                ),
            };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", sent);
            using var response = await service.Client.SendAsync(request);
            Assert.That((int)response.StatusCode, Is.EqualTo(sent == token ? 201 : 401));
        }
        service.Terminate();
        service.ExitCode();
        Assert.That(service.Log, Does.Contain("Depositary desk"));
        Assert.That(service.Log, Does.Not.Contain(token.Split('_')[2][..12]).And.Not.Contain(key.Hash[..12]));
    }

    async Task Refuses(string url, string? header, int status, string message, string challenge)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new StringContent("{}", Encoding.UTF8, "application/json"),
        };
        if (header is not null)
            request.Headers.TryAddWithoutValidation("Authorization", header);
        using var response = await _recorder.Client.SendAsync(request);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.That((int)response.StatusCode, Is.EqualTo(status), problem.ToJsonString());
        Assert.That((string?)problem["detail"], Does.Contain(message));
        Assert.That(response.Headers.WwwAuthenticate.ToString(), Does.Contain(challenge));
        await OpenApi.Contract.MustHold(response);
        Assert.That(response.Headers.Contains("Access-Control-Allow-Origin"), Is.True);
    }
}
