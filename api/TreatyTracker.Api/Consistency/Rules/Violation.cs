using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency.Rules;

/// <summary>What a rule saw: a finding less what is the rule's own.</summary>
/// <param name="Found">What was found, in a sentence.</param>
/// <param name="Expected">What was expected, in a sentence.</param>
sealed record Violation(string Found, string Expected)
{
    public string? Treaty { get; init; }

    public string? Participant { get; init; }

    public EquatableArray<string> Events { get; init; } = [];

    public DateOnly? Day { get; init; }

    public Location? Where { get; init; }

    /// <summary>A milder severity than the rule's; <c>null</c>: the rule's.</summary>
    public Severity? Severity { get; init; }

    /// <summary>The treaty's article where it says more than the rule's ground.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>The finding of a rule.</summary>
    public Finding Of(string rule, Severity severity, string? ground, string remedy) =>
        new()
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
            LegalBasis = LegalBasis ?? ground,
            Remedy = remedy,
        };
}
