namespace TreatyTracker.Law;

/// <summary>A notice of withdrawal and what it came to.</summary>
/// <param name="Event">The notice.</param>
/// <param name="Outcome">What it came to.</param>
/// <param name="EffectOn">The first day on which it leaves the participant no longer bound, exclusive end; <c>null</c> where it never
/// does.</param>
public sealed record Notice(TreatyEvent Event, NoticeOutcome Outcome, DateOnly? EffectOn);
