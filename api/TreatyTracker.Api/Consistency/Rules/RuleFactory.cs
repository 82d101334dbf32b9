namespace TreatyTracker.Api.Consistency.Rules;

/// <summary>Creates rules from methods that find violations.</summary>
static class RuleFactory
{
    public static Rule Of(
        string group,
        string id,
        Severity severity,
        string finds,
        string rationale,
        string? basis,
        string remedy,
        string good,
        string bad,
        Func<CheckContext, IEnumerable<Violation>> check
    ) =>
        new()
        {
            Id = id,
            Group = group,
            Severity = severity,
            Finds = finds,
            Rationale = rationale,
            LegalBasis = basis,
            Remedy = remedy,
            Good = good,
            Bad = bad,
            Check = context => check(context).Select(v => v.Of(id, severity, basis, remedy)),
        };
}
