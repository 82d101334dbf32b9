namespace TreatyTracker.Api.Features.Service;

/// <summary>What counts as ready.</summary>
/// <param name="DegradedIsReady">Whether the service is ready while the database cannot be read and the last good snapshot answers.</param>
public sealed record ReadinessOptions(bool DegradedIsReady);
