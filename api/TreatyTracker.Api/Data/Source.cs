namespace TreatyTracker.Api.Data;

/// <summary>Where facts come from.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Title">What it is.</param>
/// <param name="Url">Its address; <c>null</c> where it has none.</param>
public sealed record Source(string Id, string Title, string? Url);
