namespace TreatyTracker.Api.Features.Webhooks;

/// <summary>Options of the delivery.</summary>
/// <param name="AllowsPrivate">Whether addresses of this machine and of private networks may be called, and by http.</param>
public sealed record WebhookOptions(bool AllowsPrivate);
