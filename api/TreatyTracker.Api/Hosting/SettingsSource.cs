namespace TreatyTracker.Api.Hosting;

/// <summary>The values given for settings: on the command line, otherwise in the environment, otherwise by default.</summary>
/// <param name="arguments">Returns a setting's value on the command line; <c>null</c> if it has none.</param>
/// <param name="environment">The environment variables.</param>
public sealed class SettingsSource(Func<Setting, string?> arguments, IReadOnlyDictionary<string, string> environment)
{
    /// <summary>Reads a setting.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="parse">Parses its value.</param>
    /// <param name="allowed">The allowed values, for the error message.</param>
    /// <exception cref="SettingException">The value is not allowed.</exception>
    public T Value<T>(Setting setting, TryParse<T> parse, string allowed)
    {
        var (source, text) =
            arguments(setting) is { } argument ? (setting.Option, argument)
            : environment.TryGetValue(setting.Variable, out var variable) ? (setting.Variable, variable)
            : (setting.Name, setting.Default);
        return parse(text, out var value) ? value : throw new SettingException($"{source} is '{text}', but it must be {allowed}.");
    }
}
