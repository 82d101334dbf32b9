namespace TreatyTracker.Api.Consistency;

/// <summary>One rule of the catalogue.</summary>
public sealed record Rule
{
    /// <summary>Stable id, such as <c>double-consent</c>.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// The group under which reports show it: <c>dates</c>, <c>consent</c>, <c>leaving</c>, <c>entry-into-force</c>, <c>parents</c>,
    /// <c>participants</c>, <c>record</c>, <c>counts</c>, <c>waivers</c>.
    /// </summary>
    public required string Group { get; init; }

    /// <summary>How bad its findings are.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What it finds, in a sentence.</summary>
    public required string Finds { get; init; }

    /// <summary>Why that matters.</summary>
    public required string Rationale { get; init; }

    /// <summary>The article or source on which it rests.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>What to do about a finding.</summary>
    public required string Remedy { get; init; }

    /// <summary>A history that it passes, as rows of <c>events/*.csv</c> or a sentence.</summary>
    public required string Good { get; init; }

    /// <summary>A history that it finds fault with.</summary>
    public required string Bad { get; init; }

    /// <summary>Looks at the record.</summary>
    public required Func<CheckContext, IEnumerable<Finding>> Check { get; init; }
}
