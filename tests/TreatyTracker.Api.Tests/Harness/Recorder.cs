using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Tests.Harness;

/// <summary>A host of a test's own whose register is recorded in over HTTP. Its clock stands still until a test sets it.</summary>
sealed class Recorder : IDisposable
{
    readonly Hosted _hosted;
    readonly string? _head;

    public Recorder(params (string Name, string Value)[] settings)
        : this(Repository.Seeds, settings) { }

    /// <summary>Hosts a register that holds other seeds than the few treaties.</summary>
    public Recorder(string seeds, params (string Name, string Value)[] settings)
    {
        var key = "";
        _hosted = new(
            scratch =>
            {
                // Before the service starts, which would read the register again for it.
                key = KeyOf(scratch.Seeded(seeds), "Depositary desk", KeyScope.Record, null);
                return seeds;
            },
            Clock,
            [("dry-run-limit", "0"), .. settings]
        );
        Key = key;
        Source = Current.Facts.Sources[0].Id;
        _head = Current.Head;
    }

    public Clock Clock { get; } = new();

    /// <summary>A key with which everything may be recorded.</summary>
    public string Key { get; }

    /// <summary>The id of a source that the register has.</summary>
    public string Source { get; }

    public HttpClient Client => _hosted.Client;

    public Database Database => _hosted.Database;

    public Scratch Scratch => _hosted.Scratch;

    public CurrentRegister Register => _hosted.Services.GetRequiredService<CurrentRegister>();

    public Register Current => Register.Now!;

    public string KeyOf(string name, KeyScope scope = KeyScope.Record, DateOnly? expires = null) => KeyOf(Database, name, scope, expires);

    string KeyOf(Database database, string name, KeyScope scope, DateOnly? expires) =>
        AccessKeys.Add(database, name, scope, expires, Clock.Now).Token;

    /// <summary>An act that the register does not have, and that its rules allow.</summary>
    public string Act(string participant = "COG", string kind = "ratification", string date = "2026-10-05", string more = "") =>
        $$"""{"treaty":"untoc","participant":"{{participant}}","kind":"{{kind}}","date":"{{date}}","verification":"table","sources":"""
        + $$"""["{{Source}}"]{{more}}}""";

    /// <summary>Sends a body, with the key unless another or none is named.</summary>
    public async Task<HttpResponseMessage> Send(
        string body,
        string url = "/v1/events",
        string? key = "",
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if ((key is "" ? Key : key) is { } token)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request);
    }

    /// <summary>Sends a body, whose answer must have a status and be as the OpenAPI document says.</summary>
    public async Task<JsonNode> Record(int status, string body, string url = "/v1/events", params (string Name, string Value)[] headers)
    {
        using var response = await Send(body, url, "", headers);
        var text = await response.Content.ReadAsStringAsync();
        Assert.That((int)response.StatusCode, Is.EqualTo(status), text);
        await OpenApi.Contract.MustHold(response);
        return JsonNode.Parse(text)!;
    }

    /// <summary>The number of parties to a treaty, as an answer says.</summary>
    public async Task<int> Parties(string query = "") => (int)(await Service.Get(Client, $"/v1/treaties/untoc/counts{query}"))["parties"]!;

    /// <summary>Nothing was recorded since it started.</summary>
    public void MustHaveRecordedNothing() => Assert.That(Current.Head, Is.EqualTo(_head), "nothing was recorded");

    public void Dispose() => _hosted.Dispose();
}
