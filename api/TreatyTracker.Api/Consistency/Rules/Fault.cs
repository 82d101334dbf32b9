using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency.Rules;

/// <summary>What a rule saw: a finding less what is the rule's own.</summary>
/// <param name="Found">What was found, in a sentence.</param>
/// <param name="Expected">What was expected, in a sentence.</param>
sealed record Fault(string Found, string Expected)
{
    public string? Treaty { get; init; }

    public string? Participant { get; init; }

    public EquatableArray<string> Events { get; init; } = [];

    public DateOnly? Day { get; init; }

    public Location? Where { get; init; }

    /// <summary>A milder severity than the rule's; <c>null</c>: the rule's.</summary>
    public Severity? Severity { get; init; }

    /// <summary>The treaty's article where it says more than the rule's ground.</summary>
    public string? Ground { get; init; }

    /// <summary>The finding of a rule.</summary>
    public Finding Of(string rule, Severity severity, string? ground, string remedy) => new()
    {
        Rule = rule,
        Severity = Severity ?? severity,
        Treaty = Treaty,
        Participant = Participant,
        Events = Events,
        Day = Day,
        Where = Where,
        Found = Found,
        Expected = Expected,
        Ground = Ground ?? ground,
        Remedy = remedy,
    };
}

/// <summary>Makes rules out of methods that see faults.</summary>
static class Ruling
{
    public static Rule Of(
        string group, string id, Severity severity, string finds, string rationale, string? ground, string remedy, string good, string bad, Func<Record, IEnumerable<Fault>> look) => new()
        {
            Id = id,
            Group = group,
            Severity = severity,
            Finds = finds,
            Rationale = rationale,
            Ground = ground,
            Remedy = remedy,
            Good = good,
            Bad = bad,
            Check = record => look(record).Select(f => f.Of(id, severity, ground, remedy)),
        };
}
