namespace TreatyTracker.Api.Hosting;

/// <summary>A setting, given as <c>--name</c> on the command line or as <c>TREATYTRACKER_NAME</c> in the environment.</summary>
/// <param name="Name">The name, in lower case with hyphens.</param>
/// <param name="Placeholder">The placeholder for its value in help texts.</param>
/// <param name="Description">What it does, for help texts.</param>
/// <param name="Default">The default value.</param>
public sealed record Setting(string Name, string Placeholder, string Description, string Default)
{
    /// <summary>The command-line option.</summary>
    public string Option => $"--{Name}";

    /// <summary>The environment variable.</summary>
    public string Variable => Settings.Prefix + Name.Replace('-', '_').ToUpperInvariant();
}
