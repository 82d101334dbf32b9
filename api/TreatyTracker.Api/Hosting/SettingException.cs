namespace TreatyTracker.Api.Hosting;

/// <summary>A setting that cannot be used. The message is a sentence for people: the setting, its value, and what would be right.</summary>
/// <param name="message">The sentence.</param>
public sealed class SettingException(string message) : Exception(message);
