namespace TreatyTracker.Api.Features.Export;

/// <summary>A source of a data package.</summary>
sealed record PackageSource(string Title, string? Path);
