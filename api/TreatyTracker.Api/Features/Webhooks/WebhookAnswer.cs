namespace TreatyTracker.Api.Features.Webhooks;

/// <summary>What came of sending a message.</summary>
/// <param name="Status">The status of the receiver's answer; <c>null</c> where there was none.</param>
/// <param name="Problem">Why the message is not delivered; <c>null</c> where it is.</param>
sealed record WebhookAnswer(int? Status, string? Problem);
