namespace TreatyTracker.Api.Consistency;

/// <summary>The result of a check. The same record, day and options give the same report, byte for byte.</summary>
/// <param name="AsOf">The day as of which the record was checked.</param>
/// <param name="Rules">The rules that ran.</param>
/// <param name="Treaties">The ids of the treaties checked, in order.</param>
/// <param name="Findings">
/// All findings, including waived ones, ordered by severity (worst first), causes before consequences, then by rule, treaty, participant,
/// day and events.
/// </param>
public sealed record Report(DateOnly AsOf, IReadOnlyList<Rule> Rules, IReadOnlyList<string> Treaties, IReadOnlyList<Finding> Findings)
{
    /// <summary>The findings of this severity or worse that no waiver covers.</summary>
    public IEnumerable<Finding> Failing(Severity failOn) => Findings.Where(f => f.Waived is null && f.Severity >= failOn);
}
