using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.OpenApi;

/// <summary>A walk through one operation: it asks, holds each answer against the document, and remembers whatever is wrong.</summary>
/// <param name="operation">The operation.</param>
/// <param name="type">The media type asked for when a question does not say.</param>
sealed partial class OperationProbe(Operation operation, string type)
{
    readonly List<string> _wrong = [];

    /// <summary>No treaty of the small record has a list: the whole one answers about them.</summary>
    public static HttpClient ClientOf(Operation operation) =>
        operation.Path.Contains("{list}", StringComparison.Ordinal) ? ShippedService.Client : Service.Unfollowing;

    /// <summary>Asks; the answer has this status and media type, where they are given, and is what the document says in any case.</summary>
    public async Task<HttpResponseMessage?> Ask(
        string url,
        int? status = null,
        string? expected = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        foreach (var (name, value) in headers is [] ? [("Accept", type)] : headers)
            request.Headers.TryAddWithoutValidation(name, value);
        var response = await ClientOf(operation).SendAsync(request);
        // Bodies of HttpClient are read once and kept.
        var breaches = (await Contract.Breaches(operation, response)).ToList();
        if (status is not null && (int)response.StatusCode != status)
            breaches.Insert(0, $"answered {(int)response.StatusCode} instead of {status}: {await Start(response)}");
        if (expected is not (null or "*/*") && response.IsSuccessStatusCode && response.Content.Headers.ContentType?.MediaType != expected)
            breaches.Add($"is {response.Content.Headers.ContentType?.MediaType} instead of {expected}");
        _wrong.AddRange(breaches.Select(b => $"{url} {string.Join(", ", headers)} {b}"));
        return response;
    }

    /// <summary>Asks; the answer is a 400 that names the parameter.</summary>
    public async Task Refuses(string url, string parameter)
    {
        using var response = await Ask(url, 400);
        if ((int)response!.StatusCode != 400)
            return;
        if (JsonNode.Parse(await response.Content.ReadAsStringAsync())?["errors"]?[parameter] is not JsonArray reasons)
            _wrong.Add($"{url} is refused without naming {parameter}: {await Start(response)}");
        else
            _wrong.AddRange(
                reasons
                    .Select(r => (string)r!)
                    .Where(r => !Sentences().IsMatch(r))
                    .Select(r => $"{url} is refused without a sentence of its own: {r}")
            );
    }

    public void MustBeClean() => Assert.That(_wrong, Is.Empty, $"{_wrong.Count} wrong:\n{string.Join('\n', _wrong.Take(20))}\n");

    /// <summary>
    /// Sentences begin with a capital letter, a figure, a quotation or the parameter knownAt; at most one semicolon joins two.
    /// </summary>
    [GeneratedRegex(@"^(?:['A-Z0-9-]|knownAt )[^;]*(?:;[^;]*)?[.?]$", RegexOptions.Singleline)]
    private static partial Regex Sentences();

    static async Task<string> Start(HttpResponseMessage response) =>
        await response.Content.ReadAsStringAsync() is var body && body.Length > 200 ? body[..200] : body;
}
