using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Tests;

/// <summary>The program serving, as a process of its own with a register of its own.</summary>
sealed partial class Running : IDisposable
{
    readonly Scratch _scratch = new();
    readonly StringBuilder _log = new();
    readonly TaskCompletionSource<Uri> _listening = new();

    public System.Diagnostics.Process Process { get; }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public Database Database => _scratch.Database;

    /// <summary>Starts it with settings, by the names of their variables without prefix; other variables keep their names.</summary>
    public Running(params (string Variable, string Value)[] settings)
    {
        _scratch.Seeded();
        var environment = settings.ToDictionary(s => Settings.All.Any(known => known.Variable == Settings.Prefix + s.Variable) ? Settings.Prefix + s.Variable : s.Variable, s => s.Value);
        Process = Tests.Process.StartWith(environment, "--database", _scratch.DatabaseFile, "--urls", "http://127.0.0.1:0");
        Process.ErrorDataReceived += (_, line) =>
        {
            lock (_log) _log.AppendLine(line.Data);
            if (line.Data is null) _listening.TrySetException(new InvalidOperationException(Log));
            else if (Listening().Match(line.Data) is { Success: true } address) _listening.TrySetResult(new(address.Value));
        };
        Process.BeginErrorReadLine();
        Address = _listening.Task.WaitAsync(TimeSpan.FromMinutes(1)).Result;
        Client = new HttpClient { BaseAddress = Address };
    }

    /// <summary>What it has logged.</summary>
    public string Log
    {
        get
        {
            lock (_log) return _log.ToString();
        }
    }

    /// <summary>Asks it to stop, as a container's engine does.</summary>
    public void Terminate() => System.Diagnostics.Process.Start("kill", ["-TERM", $"{Process.Id}"]).WaitForExit();

    /// <summary>Its exit code, within a minute, and all of its log.</summary>
    public int ExitCode()
    {
        Assert.That(Process.WaitForExit(60_000), Is.True, "it did not end within a minute");
        Process.WaitForExit();
        return Process.ExitCode;
    }

    /// <summary>An answer with headers of the request set.</summary>
    public Task<HttpResponseMessage> Get(string url, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return Client.SendAsync(request);
    }

    /// <summary>Asks again, for some seconds, until the answer has a status.</summary>
    public static async Task<HttpResponseMessage> Until(HttpClient client, string url, HttpStatusCode status)
    {
        var response = await client.GetAsync(url);
        for (var wait = 0; response.StatusCode != status && wait < 100; wait++)
        {
            response.Dispose();
            await Task.Delay(100);
            response = await client.GetAsync(url);
        }
        Assert.That(response.StatusCode, Is.EqualTo(status), url);
        return response;
    }

    public void Dispose()
    {
        Client?.Dispose();
        if (!Process.HasExited) Process.Kill();
        Process.WaitForExit();
        Process.Dispose();
        _scratch.Dispose();
    }

    [GeneratedRegex(@"(?<=Now listening on: )http://[\d.:]+")]
    private static partial Regex Listening();
}
