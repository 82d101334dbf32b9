namespace TreatyTracker.Api.Consistency;

/// <summary>A consistency rule.</summary>
public sealed record Rule
{
    /// <summary>Stable id, such as <c>double-consent</c>.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// The group in reports: <c>dates</c>, <c>consent</c>, <c>leaving</c>, <c>entry-into-force</c>, <c>parents</c>,
    /// <c>participants</c>, <c>record</c>, <c>counts</c>, <c>waivers</c>.
    /// </summary>
    public required string Group { get; init; }

    /// <summary>The severity of its findings, unless a finding has a lower one.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What the rule finds, in a sentence.</summary>
    public required string Finds { get; init; }

    /// <summary>Why it matters.</summary>
    public required string Rationale { get; init; }

    /// <summary>The article or source behind the rule.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>What to do about a finding.</summary>
    public required string Remedy { get; init; }

    /// <summary>An example without a finding, as rows of <c>events/*.csv</c> or a sentence.</summary>
    public required string Good { get; init; }

    /// <summary>An example with a finding.</summary>
    public required string Bad { get; init; }

    /// <summary>Runs the rule.</summary>
    public required Func<CheckContext, IEnumerable<Finding>> Check { get; init; }
}
