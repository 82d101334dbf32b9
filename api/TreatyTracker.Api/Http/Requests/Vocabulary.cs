namespace TreatyTracker.Api.Http.Requests;

/// <summary>A fixed set of words that parameters take.</summary>
/// <param name="Name">Its name in the OpenAPI document, and so in clients made from it.</param>
/// <param name="About">What the words are.</param>
/// <param name="Words">The words; letter case matters.</param>
sealed record Vocabulary(string Name, string About, IReadOnlyList<string> Words);
