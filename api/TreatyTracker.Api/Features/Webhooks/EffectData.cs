using TreatyTracker.Api.Features.Subscriptions;

namespace TreatyTracker.Api.Features.Webhooks;

/// <summary>An effect of an act.</summary>
/// <param name="Effect">What takes effect.</param>
/// <param name="On">The first day of it.</param>
sealed record EffectData(EffectKind Effect, DateOnly On);
