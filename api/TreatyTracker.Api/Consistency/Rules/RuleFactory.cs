namespace TreatyTracker.Api.Consistency.Rules;

/// <summary>Makes rules out of methods that see faults.</summary>
static class RuleFactory
{
    public static Rule Of(
        string group,
        string id,
        Severity severity,
        string finds,
        string rationale,
        string? ground,
        string remedy,
        string good,
        string bad,
        Func<CheckContext, IEnumerable<Violation>> look
    ) =>
        new()
        {
            Id = id,
            Group = group,
            Severity = severity,
            Finds = finds,
            Rationale = rationale,
            LegalBasis = ground,
            Remedy = remedy,
            Good = good,
            Bad = bad,
            Check = record => look(record).Select(f => f.Of(id, severity, ground, remedy)),
        };
}
