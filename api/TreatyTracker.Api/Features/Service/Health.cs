namespace TreatyTracker.Api.Features.Service;

/// <summary>How the service is.</summary>
/// <param name="Status"><c>live</c>, <c>ready</c>, or <c>degraded</c>: answering, from the last good snapshot.</param>
/// <param name="Reason">Why it is not simply well; absent when it is.</param>
/// <param name="Since">Since when it is not; absent when it is.</param>
/// <param name="Data">The version of the data that answers come from while the service is degraded.</param>
public sealed record Health(string Status, string? Reason = null, DateTimeOffset? Since = null, string? Data = null);
