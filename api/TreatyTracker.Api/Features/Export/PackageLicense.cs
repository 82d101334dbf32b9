namespace TreatyTracker.Api.Features.Export;

/// <summary>A licence.</summary>
sealed record PackageLicense(string Name, string Title, string Path);
