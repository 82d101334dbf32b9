using System.Net;

namespace TreatyTracker.Api.Tests.StatusTables;

/// <summary>A web server on this machine that plays the depositary.</summary>
sealed class PlayedDepositary : IDisposable
{
    readonly HttpListener _listener = new();
    readonly Func<HttpListenerContext, Task> _answer;

    public PlayedDepositary(Func<HttpListenerContext, Task> answer)
    {
        _answer = answer;
        Address = $"http://127.0.0.1:{Harness.CommandRunner.FreePort()}/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = Task.Run(Listen);
    }

    public string Address { get; }

    /// <summary>What was asked: path, User-Agent, If-Modified-Since.</summary>
    public List<(string Path, string? UserAgent, string? Since)> Requests { get; } = [];

    /// <summary>The most requests that were open at once.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>Answers with a text.</summary>
    public static async Task Send(HttpListenerContext context, string text, int status = 200, DateTimeOffset? changed = null)
    {
        context.Response.StatusCode = status;
        if (changed is { } at)
            context.Response.Headers["Last-Modified"] = at.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        await using (var writer = new StreamWriter(context.Response.OutputStream))
            await writer.WriteAsync(text);
        context.Response.Close();
    }

    async Task Listen()
    {
        var open = 0;
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            lock (Requests)
            {
                Requests.Add((context.Request.Url!.AbsolutePath, context.Request.UserAgent, context.Request.Headers["If-Modified-Since"]));
                MostAtOnce = Math.Max(MostAtOnce, ++open);
            }
            _ = Task.Run(async () =>
            {
                try
                {
                    await _answer(context);
                }
                catch (Exception e) when (e is HttpListenerException or IOException or ObjectDisposedException)
                {
                    // Whoever asked has gone.
                }
                finally
                {
                    lock (Requests)
                        open--;
                }
            });
        }
    }

    public void Dispose() => _listener.Close();
}
