namespace TreatyTracker.Api.OpenApi;

/// <summary>A representation of an answer beside JSON.</summary>
/// <param name="MediaType">Its media type.</param>
/// <param name="Description">What it is.</param>
public sealed record AlternateMediaType(string MediaType, string Description);
