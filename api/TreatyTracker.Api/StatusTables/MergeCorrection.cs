using TreatyTracker.Law;

namespace TreatyTracker.Api.StatusTables;

/// <summary>An event whose values the table replaces.</summary>
/// <param name="Before">As recorded.</param>
/// <param name="After">As the table has it; <c>null</c> where a person decided that it never happened.</param>
sealed record MergeCorrection(TreatyEvent Before, TreatyEvent? After);
