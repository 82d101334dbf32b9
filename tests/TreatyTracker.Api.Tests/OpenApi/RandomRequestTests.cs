using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.OpenApi;

/// <summary>
/// Whatever is asked, the answer is one that the document describes, and never a fault of the service. The environment variable
/// FUZZ_REQUESTS
/// asks for another number of requests, FUZZ_SEED for other ones.
/// </summary>
[Parallelizable(ParallelScope.All)]
[Category("Slow")]
public sealed class RandomRequestTests
{
    [Test]
    public async Task Random_requests_are_answered_as_documented() =>
        await Run(Service.Unfollowing, TestSettings.Number("FUZZ_REQUESTS", 1000), overSocket: false);

    /// <summary>The in-process server hands everything to the service; a real one refuses some of it first, in words of its own.</summary>
    [Test]
    public async Task Random_requests_over_a_socket_are_answered_as_documented()
    {
        using var scratch = new Scratch();
        using var host = new TestHost(scratch.DatabaseFile, SmallRecord.Path);
        host.UseKestrel(0);
        host.StartServer();
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = host.ClientOptions.BaseAddress };
        await Run(client, TestSettings.Number("FUZZ_REQUESTS", 1000) / 8, overSocket: true);
    }

    static async Task Run(HttpClient client, int requests, bool overSocket)
    {
        var seed = TestSettings.Number("FUZZ_SEED", 5);
        TestContext.Out.WriteLine($"FUZZ_REQUESTS={requests} FUZZ_SEED={seed}");
        var operations = await Contract.Operations();
        var (wrong, seen) = (new List<string>(), new SortedDictionary<int, int>());
        for (var n = 0; n < requests && wrong.Count < 10; n++)
        {
            var request = RandomRequest.Of(operations, new Random(seed * 1_000_003 + n), overSocket);
            using var message = request.Message(client.BaseAddress!, overSocket);
            using var response = await client.SendAsync(message);
            seen[(int)response.StatusCode] = seen.GetValueOrDefault((int)response.StatusCode) + 1;
            if (await WhatIsWrong(request, PathOf(request, client), response, overSocket) is { Count: > 0 } found)
                wrong.Add($"{n}: {request}\n  {string.Join("\n  ", found)}");
        }
        TestContext.Out.WriteLine(string.Join(", ", seen.Select(s => $"{s.Key}: {s.Value}")));
        Assert.That(wrong, Is.Empty, string.Join('\n', wrong));
        Assert.That(seen.Keys, Is.SupersetOf(new[] { 200, 400, 404, 406, 405 }), "what was asked is too tame");
    }

    static async Task<IReadOnlyList<string>> WhatIsWrong(RandomRequest request, string path, HttpResponseMessage response, bool overSocket)
    {
        var status = (int)response.StatusCode;
        var type = response.Content.Headers.ContentType?.MediaType;
        if (status >= 500)
            return [$"answered {status}"];
        // The server's own refusals of what is no HTTP, or too long to read, have no body.
        if (overSocket && status is 400 or 414 or 431 && type is null)
            return [];
        if (await Contract.OperationOf(request.Method is "HEAD" ? "GET" : request.Method, path) is { } operation)
            return await Contract.Breaches(operation, response);
        if (request.Method is not ("GET" or "HEAD"))
            return status is 405 or 404
                ? type == "application/problem+json"
                    ? []
                    : [$"answered {status} as {type}"]
                : status is 204
                    ? []
                    : [$"answered {status}"];
        // Some addresses are only sent to.
        var isKnown = status is 404 or 400 || (status is 405 && await Contract.OperationOf("POST", path) is not null);
        return isKnown && type == "application/problem+json" ? [] : [$"answered {status} as {type}, and the document has no such address"];
    }

    /// <summary>The path as a server sees it, dot segments followed.</summary>
    static string PathOf(RandomRequest request, HttpClient client) =>
        new Uri(client.BaseAddress!.GetLeftPart(UriPartial.Authority) + request.Url).AbsolutePath;
}
