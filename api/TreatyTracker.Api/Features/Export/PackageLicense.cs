namespace TreatyTracker.Api.Features.Export;

/// <summary>A licence of a data package.</summary>
sealed record PackageLicense(string Name, string Title, string Path);
