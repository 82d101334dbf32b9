namespace TreatyTracker.Api.Features.Subscriptions;

/// <summary>How often an act was corrected, and when the act or its latest correction was recorded.</summary>
readonly record struct Revision(int Number, DateTimeOffset RecordedAt);
