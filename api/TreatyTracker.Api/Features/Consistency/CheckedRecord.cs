using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Features.Events;

namespace TreatyTracker.Api.Features.Consistency;

/// <summary>What recording would lead to. Nothing was recorded.</summary>
public sealed record CheckedRecord
{
    /// <summary>Whether nothing of severity <c>error</c> was found that no waiver or acknowledgement covers.</summary>
    public required bool Valid { get; init; }

    /// <summary>The day of the check: today (UTC).</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Ids of those events that the register or the seeds have already, and that would not be recorded again.</summary>
    public required IReadOnlyList<string> Existing { get; init; }

    /// <summary>
    /// The findings, worst first: those that the events bring, and all those of the seeds. Each has the rule, the article and what to do;
    /// those of seeds also file and line.
    /// </summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The counts of each treaty concerned, without and with what was checked.</summary>
    public required IReadOnlyList<CountsChange> Counts { get; init; }
}
