namespace TreatyTracker.Api.Features.Export;

/// <summary>A source.</summary>
sealed record PackageSource(string Title, string? Path);
