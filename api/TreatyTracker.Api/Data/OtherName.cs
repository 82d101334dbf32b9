namespace TreatyTracker.Api.Data;

/// <summary>
/// Another name that people use for a participant, in one language: found by searches, and never shown as its name.
/// </summary>
/// <param name="Language">One of <see cref="Languages.All"/>.</param>
/// <param name="Name">The name.</param>
public sealed record OtherName(string Language, string Name);
