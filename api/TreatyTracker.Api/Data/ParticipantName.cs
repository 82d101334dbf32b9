namespace TreatyTracker.Api.Data;

/// <summary>A name of a participant in one language, with its period.</summary>
/// <param name="Language">One of <see cref="Languages.All"/>.</param>
/// <param name="Name">The name.</param>
/// <param name="From">First day of use, inclusive; <c>null</c> where not known or from the beginning.</param>
/// <param name="Until">Last day of use, inclusive; <c>null</c>: in use.</param>
public sealed record ParticipantName(string Language, string Name, DateOnly? From, DateOnly? Until);
