namespace TreatyTracker.Api.Features.Webhooks;

/// <summary>A name leads only to addresses that must not be called.</summary>
/// <param name="message">Which, and what to do.</param>
sealed class ForbiddenAddressException(string message) : IOException(message);
