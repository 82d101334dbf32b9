using System.Net;
using System.Text.Json.Nodes;

namespace TreatyTracker.Api.Tests.Faults;

/// <summary>A service that runs as a process of its own, asked over HTTP as anybody would.</summary>
sealed class Serving : IDisposable
{
    readonly System.Diagnostics.Process _process;
    readonly Task<string> _output;
    readonly Task<string> _log;

    Serving(System.Diagnostics.Process process, int port)
    {
        (_process, Address) = (process, new($"http://127.0.0.1:{port}"));
        // Read on, so that a full pipe never stops it.
        (_output, _log) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        Client = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(30) };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    /// <summary>The operating system's number of the process.</summary>
    public int Id => _process.Id;

    /// <summary>Starts it on a database and waits until it is ready.</summary>
    public static Task<Serving> On(string database) => Of(port => Process.Start("--database", database, "--seeds", Repository.Seeds, "--urls", $"http://127.0.0.1:{port}"));

    /// <summary>Waits until what was started for a port is ready.</summary>
    public static async Task<Serving> Of(Func<int, System.Diagnostics.Process> start)
    {
        var port = Process.FreePort();
        var running = new Serving(start(port), port);
        try
        {
            await Process.Until(async () =>
            {
                if (running._process.HasExited) Assert.Fail($"the service ended with {running._process.ExitCode}: {await running._log}");
                return await running.Health() is "ready";
            }, "the service is ready");
            return running;
        }
        catch
        {
            running.Dispose();
            throw;
        }
    }

    /// <summary>What it says of its health: the status, and the reason where there is one; <c>null</c> while it does not answer.</summary>
    public async Task<string?> Health()
    {
        try
        {
            using var answer = await Client.GetAsync("/health/ready");
            var health = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
            return answer.StatusCode is not HttpStatusCode.OK ? (string?)health["detail"] : health["reason"] is { } reason ? $"{health["status"]}: {reason}" : (string?)health["status"];
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }

    /// <summary>Waits until it says so of itself, and meanwhile answers as ever.</summary>
    public Task IsSoon(string status) => Process.Until(async () =>
    {
        await Answer();
        return (await Health())!.StartsWith(status, StringComparison.Ordinal);
    }, status);

    /// <summary>The data version of an answer, which must be there.</summary>
    public async Task<string> Answer()
    {
        using var answer = await Client.GetAsync("/v1/treaties/untoc/counts?asOf=2016-06-20");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), await answer.Content.ReadAsStringAsync());
        return answer.Headers.GetValues("X-Data-Version").Single();
    }

    /// <summary>Waits until answers come from this version of the data.</summary>
    public Task ServesSoon(string version) => Process.Until(async () => await Answer() == version, $"answers of {version}");

    public void Kill()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        Client.Dispose();
        Task.WaitAll(_output, _log);
        _process.Dispose();
    }
}
