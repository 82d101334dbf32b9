namespace TreatyTracker.Api.Features.Subscriptions;

/// <summary>How often an act was corrected, and when the register last learned of it or of a correction to it.</summary>
readonly record struct Revision(int Number, DateTimeOffset RecordedAt);
