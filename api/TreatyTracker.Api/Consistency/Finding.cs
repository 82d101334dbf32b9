using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency;

/// <summary>One thing that a rule found in the record.</summary>
public sealed record Finding
{
    /// <summary>The rule's id.</summary>
    public required string Rule { get; init; }

    /// <summary>How bad it is: the rule's severity, or a milder one where the rule says so.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The treaty's id; <c>null</c> where it concerns none in particular.</summary>
    public string? Treaty { get; init; }

    /// <summary>The participant's code; <c>null</c> where it concerns none in particular.</summary>
    public string? Participant { get; init; }

    /// <summary>Ids of the events concerned.</summary>
    public EquatableArray<string> Events { get; init; } = [];

    /// <summary>The day concerned.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Where in the seeds; <c>null</c> for a database.</summary>
    public Location? Where { get; init; }

    /// <summary>What was found, in a sentence.</summary>
    public required string Found { get; init; }

    /// <summary>What was expected, in a sentence.</summary>
    public required string Expected { get; init; }

    /// <summary>The article or source on which the expectation rests.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>What to do.</summary>
    public required string Remedy { get; init; }

    /// <summary>
    /// The reason of the waiver that covers it; <c>null</c> where none does. A waived finding is listed and does not count.
    /// </summary>
    public string? Waived { get; init; }
}
