using System.Net;
using System.Text.Json.Nodes;

namespace TreatyTracker.Api.Tests.Harness;

/// <summary>
/// What is asked of a service wherever it runs: with headers, for its health and its data version, and until the answer is the one that
/// must come.
/// </summary>
static class Requests
{
    /// <summary>The answer to GET with these headers, as they stand; those that are <c>null</c> are not sent.</summary>
    public static Task<HttpResponseMessage> Ask(this HttpClient client, string url, params (string Name, string? Value)[] headers) =>
        client.Ask(HttpMethod.Get, url, headers);

    /// <summary>The answer to any method.</summary>
    public static async Task<HttpResponseMessage> Ask(
        this HttpClient client,
        HttpMethod method,
        string url,
        params (string Name, string? Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, url);
        foreach (var (name, value) in headers)
            if (value is not null)
                request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request);
    }

    /// <summary>Asks again until the answer has a status.</summary>
    public static async Task<HttpResponseMessage> Until(this HttpClient client, string url, HttpStatusCode status)
    {
        HttpResponseMessage? answer = null;
        await CommandRunner.Until(
            async () =>
            {
                answer?.Dispose();
                answer = await client.GetAsync(url);
                return answer.StatusCode == status;
            },
            $"{url} is answered with {status}"
        );
        return answer!;
    }

    /// <summary>
    /// What a service says of its health: the status, and the reason where there is one; <c>null</c> while it does not answer.
    /// </summary>
    public static async Task<string?> Health(this HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync("/health/ready");
            var health = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
            return answer.StatusCode is not HttpStatusCode.OK ? (string?)health["detail"]
                : health["reason"] is { } reason ? $"{health["status"]}: {reason}"
                : (string?)health["status"];
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }

    /// <summary>Waits until a service says so of itself, and meanwhile answers as ever.</summary>
    public static Task IsSoon(this HttpClient client, string status) =>
        CommandRunner.Until(
            async () =>
            {
                await client.DataVersion();
                return (await client.Health())!.StartsWith(status, StringComparison.Ordinal);
            },
            status
        );

    /// <summary>The data version of an answer, which must be there.</summary>
    public static async Task<string> DataVersion(this HttpClient client)
    {
        using var answer = await client.GetAsync("/v1/treaties/untoc/counts?asOf=2016-06-20");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), await answer.Content.ReadAsStringAsync());
        return answer.Headers.GetValues("X-Data-Version").Single();
    }

    /// <summary>Waits until answers come from this version of the data.</summary>
    public static Task ServesSoon(this HttpClient client, string version) =>
        CommandRunner.Until(async () => await client.DataVersion() == version, $"answers of {version}");
}
