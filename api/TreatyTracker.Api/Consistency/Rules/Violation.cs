using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency.Rules;

/// <summary>A finding without the parts that are the same for every finding of the rule.</summary>
/// <param name="Found">What was found, in a sentence.</param>
/// <param name="Expected">What was expected, in a sentence.</param>
sealed record Violation(string Found, string Expected)
{
    public string? Treaty { get; init; }

    public string? Participant { get; init; }

    public EquatableArray<string> Events { get; init; } = [];

    public DateOnly? Day { get; init; }

    public Location? Where { get; init; }

    /// <summary>A lower severity than the rule's; <c>null</c> for the rule's own.</summary>
    public Severity? Severity { get; init; }

    /// <summary>The treaty's article, if it is more specific than the rule's legal basis.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>Completes the finding with the properties of the rule.</summary>
    public Finding Of(string rule, Severity severity, string? basis, string remedy) =>
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
            LegalBasis = LegalBasis ?? basis,
            Remedy = remedy,
        };
}
