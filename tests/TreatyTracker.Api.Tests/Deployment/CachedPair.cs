using System.Diagnostics;
using System.Text.RegularExpressions;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Deployment;

/// <summary>
/// Two services over copies of one database behind nginx with the shipped configuration, its ports and paths exchanged. Between nginx and
/// each service stands a server of the same nginx that shortens what is kept to four seconds and changes nothing else: a test need not wait
/// for a minute.
/// </summary>
sealed class CachedPair : IDisposable
{
    /// <summary>Where Debian puts it, which is not on the PATH of every user.</summary>
    const string Debian = "/usr/sbin/nginx";

    readonly Scratch _scratch = new();
    System.Diagnostics.Process? _nginx;

    public ServiceProcess[] Replicas { get; } = new ServiceProcess[2];

    public HttpClient Client { get; private set; } = null!;

    /// <summary>The place of each replica's database.</summary>
    public string[] Databases { get; private set; } = [];

    public Scratch Scratch => _scratch;

    /// <summary>What nginx did: a line a request, those behind the scenes included.</summary>
    public string[] Log => File.ReadAllLines(Path.Combine(_scratch.Path, "access.log"));

    public static async Task<CachedPair> Start()
    {
        var nginx = Programs.Find("nginx") ?? (File.Exists(Debian) ? Debian : Programs.Need("nginx", "to test the shipped configuration"));
        var pair = new CachedPair();
        try
        {
            await pair.Start(nginx);
            return pair;
        }
        catch
        {
            pair.Dispose();
            throw;
        }
    }

    async Task Start(string nginx)
    {
        var first = _scratch.Seeded().Path;
        Databases = [first, Path.Combine(_scratch.Path, "copy.db")];
        File.Copy(first, Databases[1]);
        for (var n = 0; n < 2; n++)
            Replicas[n] = await ServiceProcess.On(Databases[n], ("TRUSTED_PROXIES", "127.0.0.1"), ("PUBLIC_HOSTS", "public.example"));

        var port = CommandRunner.FreePort();
        _nginx = System.Diagnostics.Process.Start(
            new ProcessStartInfo(nginx, ["-e", At("error.log"), "-p", _scratch.Path, "-c", Configuration(port), "-g", Globals()])
        )!;
        Client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
        {
            BaseAddress = new($"http://127.0.0.1:{port}"),
            Timeout = TimeSpan.FromSeconds(30),
        };
        await CommandRunner.Until(
            async () =>
            {
                if (_nginx.HasExited)
                    Assert.Fail($"nginx ended: {File.ReadAllText(At("error.log"))}");
                try
                {
                    using var answer = await Client.GetAsync("/health/ready");
                    return answer.IsSuccessStatusCode;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            },
            "nginx answers"
        );
    }

    string Configuration(int port)
    {
        var text = File.ReadAllText(Repository.At("api", "deploy", "nginx.conf"));
        string Exchange(string from, string to)
        {
            Assert.That(Regex.Count(text, Regex.Escape(from)), Is.EqualTo(1), $"the shipped configuration has one {from}");
            return text.Replace(from, to, StringComparison.Ordinal);
        }
        int[] shims = [CommandRunner.FreePort(), CommandRunner.FreePort()];
        text = Exchange("listen 8080", $"listen 127.0.0.1:{port}");
        text = Exchange("127.0.0.1:8081", $"127.0.0.1:{shims[0]}");
        text = Exchange("127.0.0.1:8082", $"127.0.0.1:{shims[1]}");
        text = Exchange("/var/cache/treatytracker", At("cache"));
        text = Exchange("/var/log/nginx/treatytracker.log", At("access.log"));
        // nginx heeds X-Accel-Expires before Cache-Control, and hands on the latter as it was.
        var between = string.Concat(
            shims.Select(
                (shim, n) =>
                    $$"""

                            server {
                                listen 127.0.0.1:{{shim}};
                                access_log off;
                                location / { proxy_pass {{Replicas[
                            n
                        ].Address}}; proxy_http_version 1.1; proxy_set_header Host $http_host; add_header X-Accel-Expires $shortened; }
                            }
                        """
            )
        );
        const string shortened = """

                map $upstream_http_cache_control $shortened { default ""; "~max-age" 4; }
            """;
        text = text[..text.LastIndexOf('}')] + shortened + between + "\n}\n";
        foreach (var kind in new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" })
            text = text.Replace("http {", $"http {{\n    {kind}_temp_path {At(kind)};", StringComparison.Ordinal);
        File.WriteAllText(At("nginx.conf"), text);
        return At("nginx.conf");
    }

    string Globals() => $"daemon off; pid {At("nginx.pid")}; {(Environment.IsPrivilegedProcess ? "user root; " : "")}worker_processes 1;";

    string At(string name) => Path.Combine(_scratch.Path, name);

    public void Dispose()
    {
        if (_nginx is { HasExited: false })
        {
            // The master takes its workers with it when it is asked to stop.
            Signals.Terminate(_nginx);
            if (!_nginx.WaitForExit(10_000))
                _nginx.Kill(entireProcessTree: true);
        }
        _nginx?.Dispose();
        Client?.Dispose();
        foreach (var replica in Replicas)
            replica?.Dispose();
        _scratch.Dispose();
    }
}
