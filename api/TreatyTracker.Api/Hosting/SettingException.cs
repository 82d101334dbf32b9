namespace TreatyTracker.Api.Hosting;

/// <summary>An invalid setting. The message is for people: it names the setting, its value, and the allowed values.</summary>
/// <param name="message">The message.</param>
public sealed class SettingException(string message) : Exception(message);
