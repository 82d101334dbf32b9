using System.Collections;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Hosting;

/// <summary>
/// All settings, read and validated once at startup. The command line takes precedence over the environment.
/// </summary>
public sealed partial record Settings
{
    /// <summary>The prefix of the service's environment variables.</summary>
    public const string Prefix = "TREATYTRACKER_";

    /// <summary>The address to listen on if neither the command line nor the environment names one.</summary>
    public const string DefaultUrl = "http://localhost:8080";

    /// <summary>The default database, relative to the working directory.</summary>
    public static string DefaultDatabase => Path.Combine("data", "treaties.db");

    /// <summary>The seeds shipped with the service.</summary>
    public static string ShippedSeeds => Path.Combine(AppContext.BaseDirectory, "seeds");

    static readonly Setting s_database =
            new("database", "FILE", "The SQLite file. serve, import and restore create it if it is missing", DefaultDatabase),
        s_seeds = new("seeds", "DIR", "The seeds directory. serve fills an empty register from it", ShippedSeeds),
        s_readOnly =
            new(
                "read-only",
                "true|false",
                "Never write to the database: it is a copy that another process replaces. Recordings get 503",
                "false"
            ),
        s_addressTemplate =
            new(
                "address-template",
                "ADDRESS",
                "Where fetch finds the status table of a treaty, with {id}, {mtdsg}, {chapter}, {volume} or {number} in it",
                StatusTables.TableAddress.Default
            ),
        s_logFormat = new("log-format", "text|json", "Format of log lines", "text"),
        s_metrics = new("metrics", "true|false", "Serve Prometheus metrics at /metrics", "false"),
        s_rateLimit = new("rate-limit", "NUMBER", "Requests per minute allowed for one client address; 0 for no limit", "0"),
        s_dryRunLimit =
            new(
                "dry-run-limit",
                "NUMBER",
                "Dry runs (POST /v1/consistency/check) per minute allowed for one client address; 0 for no limit",
                "60"
            ),
        s_requestTimeout = new("request-timeout", "SECONDS", "Time limit until the first byte of an answer", "30"),
        s_keepAlive = new("keep-alive", "SECONDS", "How long a connection may stay idle", "130"),
        s_maxConnections = new("max-connections", "NUMBER", "Maximum number of open connections; 0 for no limit", "5000"),
        s_maxRequestLine = new("max-request-line", "BYTES", "Maximum size of the request line (method and URL)", "8192"),
        s_maxRequestHeaders = new("max-request-headers", "BYTES", "Maximum total size of a request's headers", "32768"),
        s_trustedProxies =
            new(
                "trusted-proxies",
                "ADDRESSES",
                "Proxies whose X-Forwarded headers are trusted: addresses or networks, separated by ','",
                ""
            ),
        s_publicHosts =
            new(
                "public-hosts",
                "HOSTS",
                "Hosts that a trusted proxy may name in X-Forwarded-Host, separated by ','. If empty, the header is ignored",
                ""
            ),
        s_drain = new("drain", "SECONDS", "How long the service keeps answering, reported as not ready, before it stops", "0"),
        s_shutdownTimeout =
            new("shutdown-timeout", "SECONDS", "How long requests in progress may take to finish when the service stops", "25"),
        s_degradedIsReady =
            new(
                "degraded-is-ready",
                "true|false",
                "Answer 200 at /health/ready while the database is unreadable and the last good snapshot is served",
                "true"
            ),
        s_webhooksPrivate =
            new("webhooks-private", "true|false", "Let webhooks call addresses of this machine and of private networks, and http", "false");

    /// <summary>All settings, in the order of help texts.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        s_database,
        s_seeds,
        s_readOnly,
        s_addressTemplate,
        s_logFormat,
        s_metrics,
        s_rateLimit,
        s_dryRunLimit,
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
        s_webhooksPrivate,
    ];

    /// <summary>The path of the SQLite file.</summary>
    public required string Database { get; init; }

    /// <summary>The seeds directory.</summary>
    public required string Seeds { get; init; }

    /// <summary>Whether the service never writes to the database.</summary>
    public required bool ReadOnly { get; init; }

    /// <summary>Where <c>fetch</c> finds the status table of a treaty, with placeholders.</summary>
    public required string AddressTemplate { get; init; }

    /// <summary>The format of log lines.</summary>
    public required LogFormat LogFormat { get; init; }

    /// <summary>Whether the service serves Prometheus metrics.</summary>
    public required bool Metrics { get; init; }

    /// <summary>Requests per minute allowed for one client address; 0 for no limit.</summary>
    public required int RateLimit { get; init; }

    /// <summary>Dry runs per minute allowed for one client address; 0 for no limit.</summary>
    public required int DryRunLimit { get; init; }

    /// <summary>The time limit until the first byte of an answer.</summary>
    public required TimeSpan RequestTimeout { get; init; }

    /// <summary>How long a connection may stay idle.</summary>
    public required TimeSpan KeepAlive { get; init; }

    /// <summary>The maximum number of open connections; 0 for no limit.</summary>
    public required int MaxConnections { get; init; }

    /// <summary>The maximum size of the request line (method and URL), in bytes.</summary>
    public required int MaxRequestLine { get; init; }

    /// <summary>The maximum total size of a request's headers, in bytes.</summary>
    public required int MaxRequestHeaders { get; init; }

    /// <summary>Proxies whose X-Forwarded headers are trusted.</summary>
    public required IReadOnlyList<IPNetwork> TrustedProxies { get; init; }

    /// <summary>Hosts that a trusted proxy may name in X-Forwarded-Host; if empty, the header is ignored.</summary>
    public required IReadOnlyList<string> PublicHosts { get; init; }

    /// <summary>How long the service keeps answering, reported as not ready, before it stops.</summary>
    public required TimeSpan Drain { get; init; }

    /// <summary>How long requests in progress may take to finish when the service stops.</summary>
    public required TimeSpan ShutdownTimeout { get; init; }

    /// <summary>Whether the service reports ready while the database is unreadable and it serves the last good snapshot.</summary>
    public required bool DegradedIsReady { get; init; }

    /// <summary>Whether webhooks may call addresses of this machine and of private networks, and http.</summary>
    public required bool WebhooksPrivate { get; init; }

    /// <summary>Reads and validates the settings.</summary>
    /// <param name="arguments">Returns a setting's value on the command line; <c>null</c> if it has none.</param>
    /// <param name="variables">The environment variables.</param>
    /// <exception cref="SettingException">A setting has an invalid value, or a variable with the service's prefix names no
    /// setting.</exception>
    public static Settings Read(Func<Setting, string?> arguments, IDictionary variables)
    {
        var environment = variables.Cast<DictionaryEntry>().ToDictionary(v => (string)v.Key, v => (string?)v.Value ?? "");
        RejectUnknown(environment.Keys);
        var source = new SettingsSource(arguments, environment);
        bool Flag(Setting setting) => source.Value<bool>(setting, bool.TryParse, "true or false");
        int Number(Setting setting, int least, int most, string unit = "") =>
            source.Value(
                setting,
                (string text, out int value) =>
                    int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= least && value <= most,
                $"a whole number{unit} from {least} to {most}"
            );
        TimeSpan Seconds(Setting setting, int least) => TimeSpan.FromSeconds(Number(setting, least, 3600, " of seconds"));
        return new()
        {
            Database = source.Value<string>(s_database, File, "the path of a file. A missing file is created; a directory is not accepted"),
            Seeds = source.Value<string>(s_seeds, Directory, "the path of an existing directory"),
            ReadOnly = Flag(s_readOnly),
            AddressTemplate = source.Value<string>(
                s_addressTemplate,
                (string text, out string value) => StatusTables.TableAddress.ProblemOf(value = text) is null,
                "an HTTP address with one of {id}, {mtdsg}, {chapter}, {volume} and {number} in it, and no other placeholder"
            ),
            LogFormat = source.Value<LogFormat>(s_logFormat, WireName, "text or json"),
            Metrics = Flag(s_metrics),
            RateLimit = Number(s_rateLimit, 0, 1_000_000),
            DryRunLimit = Number(s_dryRunLimit, 0, 1_000_000),
            RequestTimeout = Seconds(s_requestTimeout, 1),
            KeepAlive = Seconds(s_keepAlive, 1),
            MaxConnections = Number(s_maxConnections, 0, 1_000_000),
            MaxRequestLine = Number(s_maxRequestLine, 256, 1_000_000),
            MaxRequestHeaders = Number(s_maxRequestHeaders, 1024, 1_000_000),
            TrustedProxies = source.Value<IReadOnlyList<IPNetwork>>(
                s_trustedProxies,
                Networks,
                "addresses or networks separated by ',', such as 10.0.0.5 or 10.0.0.0/8,fd00::/8"
            ),
            PublicHosts = source.Value<IReadOnlyList<string>>(
                s_publicHosts,
                Hosts,
                "host names separated by ',', such as treaties.example"
            ),
            Drain = Seconds(s_drain, 0),
            ShutdownTimeout = Seconds(s_shutdownTimeout, 0),
            DegradedIsReady = Flag(s_degradedIsReady),
            WebhooksPrivate = Flag(s_webhooksPrivate),
        };
    }

    /// <summary>Rejects misspelled settings: if they were ignored, the service could run on the wrong data.</summary>
    static void RejectUnknown(IEnumerable<string> variables)
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
            $"Unknown setting {unknown}.{nearest} Correct its name or remove it. 'treatytracker serve --help' lists the settings."
        );
    }

    static bool File(string text, out string value) => (value = text).Length > 0 && !System.IO.Directory.Exists(text);

    static bool Directory(string text, out string value) => System.IO.Directory.Exists(value = text);

    static bool WireName<T>(string text, out T value)
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

    /// <summary>Variables that Kubernetes sets in containers if a service in the namespace is named treatytracker.</summary>
    [GeneratedRegex(@"_SERVICE_(HOST|PORT)(_|$)|_PORT$|_PORT_\d+_(TCP|UDP)(_|$)", RegexOptions.IgnoreCase)]
    private static partial Regex OfKubernetes();
}
