namespace TreatyTracker.Api.OpenApi;

/// <summary>A format of an answer besides JSON.</summary>
/// <param name="MediaType">Its media type.</param>
/// <param name="Description">Its description.</param>
/// <param name="IsList">Whether it is JSON with a list at its root, not an object.</param>
public sealed record AlternateMediaType(string MediaType, string Description, bool IsList = false);
