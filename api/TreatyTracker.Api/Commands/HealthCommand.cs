using System.CommandLine;
using TreatyTracker.Api.Hosting;

namespace TreatyTracker.Api.Commands;

/// <summary>
/// Asks a running service whether it is ready: the health check of an image that holds no other HTTP client than this program.
/// </summary>
static class HealthCommand
{
    // A health check that waits longer than its engine does says nothing.
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(4);

    public static Command Command()
    {
        var url = new Argument<string?>("URL")
        {
            Description =
                $"Where to ask [default: /health/ready at the address of ASPNETCORE_URLS or ASPNETCORE_HTTP_PORTS, else at {Settings.DefaultUrl}]",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("health", "Ask a running service whether it is ready: 0 if it is, 1 if it is not or does not answer.")
        {
            url,
        };
        command.SetAction((parsed, cancel) => Ask(parsed.GetValue(url) ?? $"{Served()}/health/ready", cancel));
        return command;
    }

    static async Task<int> Ask(string address, CancellationToken cancel)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            Console.Error.WriteLine($"'{address}' is no address to ask; write it as {Settings.DefaultUrl}/health/ready.");
            return ExitCode.CouldNotRun;
        }
        // The service is nearby: an environment's proxy has no part in it.
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = s_patience };
        try
        {
            using var answer = await client.GetAsync(url, cancel);
            Console.WriteLine(await answer.Content.ReadAsStringAsync(cancel));
            return answer.IsSuccessStatusCode ? ExitCode.Done : ExitCode.Findings;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            Console.Error.WriteLine($"No answer from {url}: {e.Message}");
            return ExitCode.Findings;
        }
    }

    /// <summary>The first address that the environment has the service listen on, as seen from the same machine.</summary>
    static string Served()
    {
        var environment = new ConfigurationBuilder().AddEnvironmentVariables("ASPNETCORE_").Build();
        if (First(environment["urls"]) is not { } url)
            return First(environment["http_ports"]) is { } port ? $"http://localhost:{port}" : Settings.DefaultUrl;
        var bound = BindingAddress.Parse(url);
        return $"{bound.Scheme}://{(bound.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : bound.Host)}:{bound.Port}";
    }

    static string? First(string? list) =>
        list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();
}
