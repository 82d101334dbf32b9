namespace TreatyTracker.Api.Consistency;

/// <summary>What a check of the record found. The same record, day and options give the same report, byte for byte.</summary>
/// <param name="AsOf">The day as of which the record was checked.</param>
/// <param name="Rules">The rules that ran.</param>
/// <param name="Treaties">The treaties checked, by id.</param>
/// <param name="Findings">All findings, waived ones among them: by severity with the worst first, then rule, treaty, participant, day,
/// events.</param>
public sealed record Report(DateOnly AsOf, IReadOnlyList<Rule> Rules, IReadOnlyList<string> Treaties, IReadOnlyList<Finding> Findings)
{
    /// <summary>The findings that no waiver covers and that are at least this bad.</summary>
    public IEnumerable<Finding> Failing(Severity failOn) => Findings.Where(f => f.Waived is null && f.Severity >= failOn);
}
