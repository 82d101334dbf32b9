using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Testing;

namespace TreatyTracker.Api.Tests.Harness;

/// <summary>
/// The service itself, over a database of its own: one host for the whole run, as FastEndpoints' configuration is the process's.
/// </summary>
static class Service
{
    static Scratch s_scratch = null!;
    static WebApplicationFactory<Program> s_factory = null!;

    /// <summary>A client that follows redirects and keeps nothing.</summary>
    public static HttpClient Client { get; private set; } = null!;

    /// <summary>A client that shows redirects.</summary>
    public static HttpClient Unfollowing { get; private set; } = null!;

    public static IServiceProvider Services => s_factory.Services;

    public static void Start()
    {
        s_scratch = new Scratch();
        // Dry runs of all tests come from one address.
        s_factory = new TestHost(s_scratch.DatabaseFile, SmallRecord.Path, null, ("dry-run-limit", "0"));
        Client = s_factory.CreateClient();
        Unfollowing = s_factory.CreateClient(new() { AllowAutoRedirect = false });
    }

    public static void Stop()
    {
        Unfollowing.Dispose();
        Client.Dispose();
        s_factory.Dispose();
        s_scratch.Dispose();
        ServiceProcess.StopShared();
        ShippedService.Stop();
        Scratch.Clear();
        FewTreaties.Clear();
        SmallRecord.Clear();
    }

    /// <summary>A JSON answer with status 200.</summary>
    public static async Task<JsonNode> Get(string url) => await Get(Client, url);

    /// <summary>A JSON answer of some host with status 200.</summary>
    public static async Task<JsonNode> Get(HttpClient client, string url)
    {
        using var response = await client.GetAsync(url);
        var body = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), $"{url}: {body}");
        await OpenApi.Contract.MustHold(response);
        return JsonNode.Parse(body)!;
    }

    /// <summary>The rows of a list, all of them.</summary>
    public static async Task<JsonArray> Items(string url) => (await Get(url))["items"]!.AsArray();
}
