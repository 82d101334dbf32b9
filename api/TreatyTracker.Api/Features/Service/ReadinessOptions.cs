namespace TreatyTracker.Api.Features.Service;

/// <summary>Options of the readiness check.</summary>
/// <param name="DegradedIsReady">Whether the service reports ready while it is degraded.</param>
public sealed record ReadinessOptions(bool DegradedIsReady);
