namespace TreatyTracker.Api.Data;

/// <summary>
/// A name that people use for a participant beside those it bears, in one language: looked through when names are searched, and never shown
/// as its name.
/// </summary>
/// <param name="Language">One of <see cref="Languages.All"/>.</param>
/// <param name="Name">The name.</param>
public sealed record OtherName(string Language, string Name);
