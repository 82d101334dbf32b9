namespace TreatyTracker.Api.Features.Webhooks;

/// <summary>The details of a test.</summary>
/// <param name="Webhook">The id of the webhook.</param>
sealed record TestData(string Webhook);
