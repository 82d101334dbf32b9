using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features.Webhooks;

/// <summary>Somebody who gets webhooks: a server in this process.</summary>
sealed class Receiver : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly ConcurrentQueue<Received> _all = new();
    readonly ConcurrentQueue<Received> _accepted = new();

    Receiver(WebApplication app) => _app = app;

    /// <summary>What it answers; 204 unless a test says otherwise.</summary>
    public Func<Received, HttpResponse, Task<int>> Answer { get; set; } = (_, _) => Task.FromResult(204);

    /// <summary>All that it got, accepted or not.</summary>
    public IReadOnlyList<Received> All => [.. _all];

    /// <summary>What it accepted.</summary>
    public IReadOnlyList<Received> Accepted => [.. _accepted];

    public string Url => $"{_app.Urls.Single()}/hook?token=hidden-token";

    public static async Task<Receiver> Open()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var receiver = new Receiver(app);
        app.Run(receiver.Receive);
        await app.StartAsync();
        return receiver;
    }

    /// <summary>Waits until it accepted as many messages.</summary>
    public Task Accepts(int count) => CommandRunner.Until(() => Task.FromResult(_accepted.Count >= count), $"{count} messages arrive");

    /// <summary>Waits until it got as many requests.</summary>
    public Task Gets(int count) => CommandRunner.Until(() => Task.FromResult(_all.Count >= count), $"{count} requests arrive");

    async Task Receive(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var received = new Received(
            http.Request.Path,
            http.Request.Headers["webhook-id"],
            http.Request.Headers["webhook-timestamp"],
            http.Request.Headers["webhook-signature"],
            http.Request.ContentType,
            await reader.ReadToEndAsync()
        );
        _all.Enqueue(received);
        http.Response.StatusCode = await Answer(received, http.Response);
        if (http.Response.StatusCode is >= 200 and < 300)
            _accepted.Enqueue(received);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
