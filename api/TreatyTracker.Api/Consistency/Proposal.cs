using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency;

/// <summary>An event that somebody wants to record, and the rules that are to be overridden for it.</summary>
/// <param name="Event">The event or correction, as it would be recorded.</param>
/// <param name="Overrides">A rule, a reason and a source each; the treaty, participant and day follow from the findings.</param>
public sealed record Proposal(TreatyEvent Event, IReadOnlyList<Waiver> Overrides);
