namespace TreatyTracker.Api;

/// <summary>Where things are. Each comes from the command line (<c>--database FILE</c>) or the environment (<c>TREATYTRACKER_DATABASE</c>).</summary>
/// <param name="Database">The SQLite file.</param>
/// <param name="Seeds">The directory of seeds that an empty register starts from.</param>
public sealed record Settings(string Database, string Seeds)
{
    /// <summary>The address served on when neither the command line nor the environment names one.</summary>
    public const string DefaultUrl = "http://localhost:8080";

    /// <summary>The database when nothing names one, under the working directory.</summary>
    public static string DefaultDatabase => Path.Combine("data", "treaties.db");

    /// <summary>The prefix of this service's environment variables.</summary>
    public const string Prefix = "TREATYTRACKER_";

    /// <summary>Reads them.</summary>
    public static Settings Of(IConfiguration configuration) => new(
        configuration["database"] ?? DefaultDatabase,
        configuration["seeds"] ?? ShippedSeeds);

    /// <summary>The seeds that come with the service.</summary>
    public static string ShippedSeeds => Path.Combine(AppContext.BaseDirectory, "seeds");
}
