using System.Collections;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Hosting;

/// <summary>
/// All that can be set, read and checked once, before anything is done. Each comes from the command line, else from the environment, else
/// has a default.
/// </summary>
public sealed partial record Settings
{
    /// <summary>The prefix of this service's environment variables.</summary>
    public const string Prefix = "TREATYTRACKER_";

    /// <summary>The address served on when neither the command line nor the environment names one.</summary>
    public const string DefaultUrl = "http://localhost:8080";

    /// <summary>The database when nothing names one, under the working directory.</summary>
    public static string DefaultDatabase => Path.Combine("data", "treaties.db");

    /// <summary>The seeds that come with the service.</summary>
    public static string ShippedSeeds => Path.Combine(AppContext.BaseDirectory, "seeds");

    static readonly Setting s_database = new("database", "FILE", "The SQLite file; made when missing", DefaultDatabase),
        s_seeds = new("seeds", "DIR", "The directory of seeds that an empty register starts from", ShippedSeeds),
        s_logFormat = new("log-format", "text|json", "How the lines of the log are written", "text"),
        s_metrics = new("metrics", "true|false", "Whether Prometheus may read metrics at /metrics", "false"),
        s_rateLimit = new("rate-limit", "NUMBER", "How many requests a minute one address may make; 0 for any number", "0"),
        s_requestTimeout = new("request-timeout", "SECONDS", "How long one request may take", "30"),
        s_keepAlive = new("keep-alive", "SECONDS", "How long a connection may be idle", "130"),
        s_maxConnections = new("max-connections", "NUMBER", "How many connections may be open at once; 0 for any number", "5000"),
        s_maxRequestLine = new("max-request-line", "BYTES", "How long an address may be, with its method", "8192"),
        s_maxRequestHeaders = new("max-request-headers", "BYTES", "How large all headers of a request may be together", "32768"),
        s_trustedProxies =
            new("trusted-proxies", "ADDRESSES", "Proxies whose X-Forwarded headers are believed: addresses or networks, parted by ','", ""),
        s_publicHosts = new(
            "public-hosts",
            "HOSTS",
            "Hosts that a trusted proxy may name in X-Forwarded-Host, separated by ','; without any, the header is ignored",
            ""
        ),
        s_drain = new("drain", "SECONDS", "How long the service goes on, not ready any more, before it stops", "0"),
        s_shutdownTimeout =
            new("shutdown-timeout", "SECONDS", "How long requests in flight may take to finish when the service stops", "25"),
        s_degradedIsReady =
            new(
                "degraded-is-ready",
                "true|false",
                "Whether /health/ready is 200 while the database cannot be read and the last good snapshot answers",
                "true"
            );

    /// <summary>All settings, in the order in which a reader wants them.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        s_database,
        s_seeds,
        s_logFormat,
        s_metrics,
        s_rateLimit,
        s_requestTimeout,
        s_keepAlive,
        s_maxConnections,
        s_maxRequestLine,
        s_maxRequestHeaders,
        s_trustedProxies,
        s_publicHosts,
        s_drain,
        s_shutdownTimeout,
        s_degradedIsReady,
    ];

    /// <summary>The SQLite file.</summary>
    public required string Database { get; init; }

    /// <summary>The directory of seeds that an empty register starts from.</summary>
    public required string Seeds { get; init; }

    /// <summary>How the lines of the log are written.</summary>
    public required LogFormat LogFormat { get; init; }

    /// <summary>Whether Prometheus may read metrics.</summary>
    public required bool Metrics { get; init; }

    /// <summary>How many requests a minute one address may make; 0 for any number.</summary>
    public required int RateLimit { get; init; }

    /// <summary>How long one request may take.</summary>
    public required TimeSpan RequestTimeout { get; init; }

    /// <summary>How long a connection may be idle.</summary>
    public required TimeSpan KeepAlive { get; init; }

    /// <summary>How many connections may be open at once; 0 for any number.</summary>
    public required int MaxConnections { get; init; }

    /// <summary>How long an address may be, with its method, in bytes.</summary>
    public required int MaxRequestLine { get; init; }

    /// <summary>How large all headers of a request may be together, in bytes.</summary>
    public required int MaxRequestHeaders { get; init; }

    /// <summary>Proxies whose X-Forwarded headers are believed.</summary>
    public required IReadOnlyList<IPNetwork> TrustedProxies { get; init; }

    /// <summary>Hosts that a trusted proxy may name; empty where only the header Host counts.</summary>
    public required IReadOnlyList<string> PublicHosts { get; init; }

    /// <summary>How long the service goes on, not ready any more, before it stops.</summary>
    public required TimeSpan Drain { get; init; }

    /// <summary>How long requests in flight may take to finish when the service stops.</summary>
    public required TimeSpan ShutdownTimeout { get; init; }

    /// <summary>Whether the service is ready while the database cannot be read and the last good snapshot answers.</summary>
    public required bool DegradedIsReady { get; init; }

    /// <summary>Reads and checks them.</summary>
    /// <param name="arguments">The value that the command line gives a setting; <c>null</c> for none.</param>
    /// <param name="variables">The environment's variables.</param>
    /// <exception cref="SettingException">A setting has a value that it cannot take, or there is no setting of a variable's
    /// name.</exception>
    public static Settings Read(Func<Setting, string?> arguments, IDictionary variables)
    {
        var environment = variables.Cast<DictionaryEntry>().ToDictionary(v => (string)v.Key, v => (string?)v.Value ?? "");
        RefuseUnknown(environment.Keys);
        var given = new SettingsSource(arguments, environment);
        bool Flag(Setting setting) => given.Value<bool>(setting, bool.TryParse, "true or false");
        int Number(Setting setting, int least, int most, string unit = "") =>
            given.Value(
                setting,
                (string text, out int value) =>
                    int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= least && value <= most,
                $"a whole number{unit} from {least} to {most}"
            );
        TimeSpan Seconds(Setting setting, int least) => TimeSpan.FromSeconds(Number(setting, least, 3600, " of seconds"));
        return new()
        {
            Database = given.Value<string>(s_database, File, "the path of a file, which is made when missing"),
            Seeds = given.Value<string>(s_seeds, Directory, "the path of a directory, and there is no such directory"),
            LogFormat = given.Value<LogFormat>(s_logFormat, Word, "text or json"),
            Metrics = Flag(s_metrics),
            RateLimit = Number(s_rateLimit, 0, 1_000_000),
            RequestTimeout = Seconds(s_requestTimeout, 1),
            KeepAlive = Seconds(s_keepAlive, 1),
            MaxConnections = Number(s_maxConnections, 0, 1_000_000),
            MaxRequestLine = Number(s_maxRequestLine, 256, 1_000_000),
            MaxRequestHeaders = Number(s_maxRequestHeaders, 1024, 1_000_000),
            TrustedProxies = given.Value<IReadOnlyList<IPNetwork>>(
                s_trustedProxies,
                Networks,
                "addresses or networks parted by ',', such as 10.0.0.5 or 10.0.0.0/8,fd00::/8"
            ),
            PublicHosts = given.Value<IReadOnlyList<string>>(s_publicHosts, Hosts, "host names separated by ',', such as treaties.example"),
            Drain = Seconds(s_drain, 0),
            ShutdownTimeout = Seconds(s_shutdownTimeout, 0),
            DegradedIsReady = Flag(s_degradedIsReady),
        };
    }

    /// <summary>A misspelt setting that is silently ignored is a service that runs on the wrong data.</summary>
    static void RefuseUnknown(IEnumerable<string> variables)
    {
        if (
            variables
                .Where(v =>
                    v.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && !OfKubernetes().IsMatch(v) && All.All(s => s.Variable != v)
                )
                .Order(StringComparer.Ordinal)
                .FirstOrDefault()
            is not { } unknown
        )
            return;
        var nearest = Suggestions.To(unknown[Prefix.Length..], All.Select(s => s.Variable[Prefix.Length..]), most: 1) is [var one]
            ? $" Did you mean {Prefix}{one}?"
            : "";
        throw new SettingException(
            $"There is no setting {unknown}.{nearest} Correct its name or remove it; 'treatytracker serve --help' lists the settings."
        );
    }

    static bool File(string text, out string value) => (value = text).Length > 0 && !System.IO.Directory.Exists(text);

    static bool Directory(string text, out string value) => System.IO.Directory.Exists(value = text);

    static bool Word<T>(string text, out T value)
        where T : struct, Enum
    {
        var found = Law.WireNames.Find<T>(text);
        value = found.GetValueOrDefault();
        return found is not null;
    }

    static bool Hosts(string text, out IReadOnlyList<string> value)
    {
        value = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return value.All(host => Uri.CheckHostName(host) is not UriHostNameType.Unknown);
    }

    static bool Networks(string text, out IReadOnlyList<IPNetwork> value)
    {
        var networks = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Network).ToList();
        value = [.. networks.OfType<IPNetwork>()];
        return value.Count == networks.Count;
    }

    static IPNetwork? Network(string text) =>
        IPAddress.TryParse(text, out var address) ? new(address, address.GetAddressBytes().Length * 8)
        : IPNetwork.TryParse(text, out var network) ? network
        : null;

    /// <summary>What Kubernetes sets in every container near a service that is named treatytracker.</summary>
    [GeneratedRegex(@"_SERVICE_(HOST|PORT)(_|$)|_PORT$|_PORT_\d+_(TCP|UDP)(_|$)", RegexOptions.IgnoreCase)]
    private static partial Regex OfKubernetes();
}
