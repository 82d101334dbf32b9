namespace TreatyTracker.Api.Hosting;

/// <summary>Reads a value from its text.</summary>
/// <typeparam name="T">The value.</typeparam>
/// <param name="text">The text.</param>
/// <param name="value">The value, if the text is one.</param>
public delegate bool TryParse<T>(string text, out T value);
