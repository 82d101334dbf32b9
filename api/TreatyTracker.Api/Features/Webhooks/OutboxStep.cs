using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Features.Webhooks;

/// <summary>One step of a webhook along what was recorded.</summary>
/// <param name="After">The position after it.</param>
/// <param name="Message">What is to be delivered before that position counts; <c>null</c> where the step does not concern the
/// webhook.</param>
sealed record OutboxStep(WebhookPosition After, WebhookMessage? Message);
