namespace TreatyTracker.Api.Features.Service;

/// <summary>The health of the service.</summary>
/// <param name="Status"><c>live</c>, <c>ready</c>, or <c>degraded</c> (answers come from the last good snapshot).</param>
/// <param name="Reason">Why the service is degraded; absent otherwise.</param>
/// <param name="Since">Since when the service is degraded; absent otherwise.</param>
/// <param name="Data">The data version that answers use while the service is degraded; absent otherwise.</param>
public sealed record Health(string Status, string? Reason = null, DateTimeOffset? Since = null, string? Data = null);
