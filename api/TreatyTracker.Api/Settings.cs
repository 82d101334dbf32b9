using System.Collections;
using System.Text.RegularExpressions;

namespace TreatyTracker.Api;

/// <summary>How a line of the log is written.</summary>
public enum LogFormat
{
    /// <summary>For people.</summary>
    Text,
    /// <summary>A JSON object.</summary>
    Json,
}

/// <summary>All that can be set, read and checked once, before anything is done. Each comes from the command line, else from the environment, else has a default.</summary>
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

    static readonly Setting
        s_database = new("database", "FILE", "The SQLite file; made when missing", DefaultDatabase),
        s_seeds = new("seeds", "DIR", "The directory of seeds that an empty register starts from", ShippedSeeds),
        s_logFormat = new("log-format", "text|json", "How the lines of the log are written", "text");

    /// <summary>All settings, in the order in which a reader wants them.</summary>
    public static IReadOnlyList<Setting> All { get; } = [s_database, s_seeds, s_logFormat];

    /// <summary>The SQLite file.</summary>
    public required string Database { get; init; }

    /// <summary>The directory of seeds that an empty register starts from.</summary>
    public required string Seeds { get; init; }

    /// <summary>How the lines of the log are written.</summary>
    public required LogFormat LogFormat { get; init; }

    /// <summary>Reads and checks them.</summary>
    /// <param name="arguments">The value that the command line gives a setting; <c>null</c> for none.</param>
    /// <param name="variables">The environment's variables.</param>
    /// <exception cref="SettingException">A setting has a value that it cannot take, or there is no setting of a variable's name.</exception>
    public static Settings Read(Func<Setting, string?> arguments, IDictionary variables)
    {
        var environment = variables.Cast<DictionaryEntry>().ToDictionary(v => (string)v.Key, v => (string?)v.Value ?? "");
        RefuseUnknown(environment.Keys);
        var given = new Given(arguments, environment);
        return new()
        {
            Database = given.Value<string>(s_database, File, "the path of a file, which is made when missing"),
            Seeds = given.Value<string>(s_seeds, Directory, "the path of a directory, and there is no such directory"),
            LogFormat = given.Value<LogFormat>(s_logFormat, Word, "text or json"),
        };
    }

    /// <summary>A misspelt setting that is silently ignored is a service that runs on the wrong data.</summary>
    static void RefuseUnknown(IEnumerable<string> variables)
    {
        if (variables.Where(v => v.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && !OfKubernetes().IsMatch(v) && All.All(s => s.Variable != v)).Order(StringComparer.Ordinal).FirstOrDefault() is not { } unknown) return;
        var nearest = Nearest.To(unknown[Prefix.Length..], All.Select(s => s.Variable[Prefix.Length..]), most: 1) is [var one] ? $" Did you mean {Prefix}{one}?" : "";
        throw new SettingException($"There is no setting {unknown}.{nearest} Correct its name or remove it; 'treatytracker serve --help' lists the settings.");
    }

    static bool File(string text, out string value) => (value = text).Length > 0 && !System.IO.Directory.Exists(text);

    static bool Directory(string text, out string value) => System.IO.Directory.Exists(value = text);

    static bool Word<T>(string text, out T value) where T : struct, Enum
    {
        var found = Law.Words.Find<T>(text);
        value = found.GetValueOrDefault();
        return found is not null;
    }

    /// <summary>What Kubernetes sets in every container near a service that is named treatytracker.</summary>
    [GeneratedRegex(@"_SERVICE_(HOST|PORT)(_|$)|_PORT$|_PORT_\d+_(TCP|UDP)(_|$)", RegexOptions.IgnoreCase)]
    private static partial Regex OfKubernetes();
}
