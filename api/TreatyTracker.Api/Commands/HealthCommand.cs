using System.CommandLine;
using TreatyTracker.Api.Hosting;

namespace TreatyTracker.Api.Commands;

/// <summary>
/// Asks a running service whether it is ready. Container images use it as their health check because they contain no other HTTP client.
/// </summary>
static class HealthCommand
{
    // Shorter than the timeout that container engines give a health check, so that the answer still arrives.
    static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(4);

    public static Command Command()
    {
        var url = new Argument<string?>("URL")
        {
            Description =
                "The URL to request [default: /health/ready at the address in ASPNETCORE_URLS or ASPNETCORE_HTTP_PORTS, "
                + $"otherwise at {Settings.DefaultUrl}]",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("health", "Ask a running service whether it is ready. Exit codes: 0 ready, 1 not ready or no answer.")
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
            Console.Error.WriteLine($"'{address}' is not an HTTP address. Write it like {Settings.DefaultUrl}/health/ready.");
            return ExitCode.CouldNotRun;
        }
        // The service is local, so a proxy configured in the environment must not be used.
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = s_timeout };
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

    /// <summary>The first address on which the environment tells the service to listen, as seen from the same machine.</summary>
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
