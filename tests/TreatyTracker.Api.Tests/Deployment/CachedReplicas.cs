using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace TreatyTracker.Api.Tests.Deployment;

/// <summary>The shipped nginx configuration, on a real nginx, before two real replicas over copies of one database.</summary>
sealed class CachedReplicas : IDisposable
{
    readonly Scratch _scratch = new();
    System.Diagnostics.Process? _nginx;

    public Replica[] Replicas { get; } = new Replica[2];

    public HttpClient Client { get; private set; } = null!;

    public async Task Start()
    {
        if (!File.Exists("/usr/sbin/nginx")) Assert.Ignore("There is no nginx here; .ci/run installs it.");
        _scratch.Seeded();
        // A replica is a copy of the file, made as a backup is.
        for (var n = 0; n < 2; n++) Replicas[n] = new(_scratch.Path, n);
        foreach (var replica in Replicas)
        {
            using (var source = _scratch.Database.OpenRead())
            using (var copy = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={replica.Database};Pooling=False"))
            {
                copy.Open();
                source.BackupDatabase(copy);
            }
            replica.Start();
        }
        foreach (var replica in Replicas) await Ready(replica.Url);

        var port = FreePort();
        _nginx = System.Diagnostics.Process.Start(new ProcessStartInfo("/usr/sbin/nginx", ["-e", "stderr", "-c", Configuration(port), "-g", "daemon off; pid " + Path.Combine(_scratch.Path, "nginx.pid") + ";"]) { RedirectStandardError = true })!;
        Client = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        await Ready(Client.BaseAddress.ToString().TrimEnd('/'));
    }

    public void Dispose()
    {
        if (_nginx is { HasExited: false })
        {
            _nginx.Kill(entireProcessTree: true);
            _nginx.WaitForExit();
        }
        foreach (var replica in Replicas) replica?.Dispose();
        Client?.Dispose();
        _scratch.Dispose();
    }

    public sealed record Answer(HttpStatusCode Status, string Cache, string Tag, string Version, string Body)
    {
        public string Whole => $"{(int)Status} {Tag} {Version}\n{Body}";
    }

    /// <summary>Asks through the cache.</summary>
    public async Task<Answer> Ask(string url, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Client.SendAsync(request);
        var body = await response.Content.ReadAsByteArrayAsync();
        return new(response.StatusCode, Header(response, "X-Cache-Status"), response.Headers.ETag?.ToString() ?? "", Header(response, "X-Data-Version"), response.Content.Headers.ContentEncoding.Count == 0 ? System.Text.Encoding.UTF8.GetString(body) : Convert.ToBase64String(body));
    }

    public static string Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";

    /// <summary>The shipped file, with the addresses and the place of this test.</summary>
    string Configuration(int port)
    {
        var text = File.ReadAllText(Repository.At("api", "deploy", "nginx.conf"));
        foreach (var (shipped, here) in new[]
        {
            ("listen 80;", $"listen 127.0.0.1:{port};"), ("replica-1:8080", Replicas[0].Address), ("replica-2:8080", Replicas[1].Address),
            ("/var/cache/nginx/treatytracker", Path.Combine(_scratch.Path, "cache")), ("http {", $"http {{ access_log off; client_body_temp_path {_scratch.Path}/b; proxy_temp_path {_scratch.Path}/p; fastcgi_temp_path {_scratch.Path}/f; uwsgi_temp_path {_scratch.Path}/u; scgi_temp_path {_scratch.Path}/s;"),
        })
        {
            Assert.That(text, Does.Contain(shipped));
            text = text.Replace(shipped, here, StringComparison.Ordinal);
        }
        // As root nginx gives its work to a user who may not write here.
        if (Environment.UserName == "root") text = "user root;\n" + text;
        var file = Path.Combine(_scratch.Path, "nginx.conf");
        File.WriteAllText(file, text);
        return file;
    }

    static async Task Ready(string url)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromSeconds(30); await Task.Delay(50))
            try
            {
                using var answer = await client.GetAsync($"{url}/health/ready");
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
        Assert.Fail($"{url} was not ready within half a minute");
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public sealed class Replica(string directory, int n) : IDisposable
    {
        readonly System.Text.StringBuilder _log = new();
        System.Diagnostics.Process? _process;

        public string Database { get; } = Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"replica-{n}.db"));

        public string Address { get; } = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{FreePort()}");

        public string Url => $"http://{Address}";

        public string Log
        {
            get
            {
                lock (_log) return _log.ToString();
            }
        }

        public void Start()
        {
            var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "--urls", Url, "--database", Database]) { RedirectStandardError = true, RedirectStandardOutput = true };
            start.Environment["Logging__LogLevel__Microsoft.AspNetCore.Hosting"] = "Information";
            _process = System.Diagnostics.Process.Start(start)!;
            _process.ErrorDataReceived += (_, line) =>
            {
                lock (_log) _log.AppendLine(line.Data);
            };
            _process.BeginErrorReadLine();
            _process.BeginOutputReadLine();
        }

        public void Dispose()
        {
            if (_process is not { HasExited: false }) return;
            _process.Kill();
            _process.WaitForExit();
        }
    }
}
