namespace TreatyTracker.Api.Tests.Harness;

/// <summary>The repository that the tests stand in.</summary>
static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The seeds of most registers that a test makes: a part of the shipped ones (<see cref="FewTreaties"/>).</summary>
    public static string Seeds => FewTreaties.Path;

    /// <summary>The seeds of the repository, which the service ships.</summary>
    public static string ShippedSeeds => At("seeds");

    /// <summary>Whether generated files (openapi.yaml, db/schema.sql, examples) are to be rewritten instead of compared.</summary>
    public static bool Accepts => Environment.GetEnvironmentVariable("ACCEPT") == "1";

    public static string At(params string[] path) => Path.Combine([Root, .. path]);

    /// <summary>Compares a generated text with its file, or rewrites the file.</summary>
    public static void MustHold(string text, params string[] path)
    {
        var file = At(path);
        if (Accepts)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
        Assert.That(
            File.Exists(file) ? File.ReadAllText(file) : null,
            Is.EqualTo(text),
            $"{string.Join('/', path)} is out of date; ACCEPT=1 dotnet test rewrites it"
        );
    }

    static string Find(string from) => File.Exists(Path.Combine(from, "TreatyTracker.sln")) ? from : Find(Path.GetDirectoryName(from)!);
}
