namespace TreatyTracker.Api.Hosting;

/// <summary>What can be set: on the command line as <c>--name</c>, in the environment as <c>TREATYTRACKER_NAME</c>.</summary>
/// <param name="Name">Its name, in small letters and hyphens.</param>
/// <param name="Placeholder">What stands for its value in a help text.</param>
/// <param name="Meaning">What it does, for a help text.</param>
/// <param name="Default">What holds when nothing is given.</param>
public sealed record Setting(string Name, string Placeholder, string Meaning, string Default)
{
    /// <summary>On the command line.</summary>
    public string Option => $"--{Name}";

    /// <summary>In the environment.</summary>
    public string Variable => Settings.Prefix + Name.Replace('-', '_').ToUpperInvariant();
}
