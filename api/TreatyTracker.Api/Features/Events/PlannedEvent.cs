using TreatyTracker.Api.Consistency;

namespace TreatyTracker.Api.Features.Events;

/// <summary>What becomes of one event of a request.</summary>
/// <param name="Id">The id of the event.</param>
/// <param name="Treaty">The id of its treaty.</param>
/// <param name="New">The event to record; <c>null</c> where the register has it already.</param>
sealed record PlannedEvent(string Id, string Treaty, Proposal? New);
