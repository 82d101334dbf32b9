namespace TreatyTracker.Api;

/// <summary>A setting that cannot be used. The message is a sentence for people: the setting, its value, and what would be right.</summary>
/// <param name="message">The sentence.</param>
public sealed class SettingException(string message) : Exception(message);

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

/// <summary>Reads a value from its text.</summary>
/// <typeparam name="T">The value.</typeparam>
/// <param name="text">The text.</param>
/// <param name="value">The value, if the text is one.</param>
public delegate bool Reading<T>(string text, out T value);

/// <summary>What was given, and where.</summary>
/// <param name="arguments">The value that the command line gives a setting; <c>null</c> for none.</param>
/// <param name="environment">The environment's variables.</param>
public sealed class Given(Func<Setting, string?> arguments, IReadOnlyDictionary<string, string> environment)
{
    /// <summary>A setting's value.</summary>
    /// <exception cref="SettingException">What was given is none.</exception>
    public T Value<T>(Setting setting, Reading<T> read, string takes)
    {
        var (source, text) = arguments(setting) is { } argument ? (setting.Option, argument) : environment.TryGetValue(setting.Variable, out var variable) ? (setting.Variable, variable) : (setting.Name, setting.Default);
        return read(text, out var value) ? value : throw new SettingException($"{source} is '{text}'; it takes {takes}.");
    }
}
