namespace TreatyTracker.Api.Hosting;

/// <summary>What was given, and where.</summary>
/// <param name="arguments">The value that the command line gives a setting; <c>null</c> for none.</param>
/// <param name="environment">The environment's variables.</param>
public sealed class SettingsSource(Func<Setting, string?> arguments, IReadOnlyDictionary<string, string> environment)
{
    /// <summary>A setting's value.</summary>
    /// <exception cref="SettingException">What was given is none.</exception>
    public T Value<T>(Setting setting, TryParse<T> read, string takes)
    {
        var (source, text) =
            arguments(setting) is { } argument ? (setting.Option, argument)
            : environment.TryGetValue(setting.Variable, out var variable) ? (setting.Variable, variable)
            : (setting.Name, setting.Default);
        return read(text, out var value) ? value : throw new SettingException($"{source} is '{text}'; it takes {takes}.");
    }
}
