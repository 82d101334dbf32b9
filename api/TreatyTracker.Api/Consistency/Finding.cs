using System.Text.Json.Serialization;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency;

/// <summary>A finding of a consistency rule.</summary>
public sealed record Finding
{
    /// <summary>The rule's id.</summary>
    public required string Rule { get; init; }

    /// <summary>The rule's severity, or a lower one if the rule allows for it in this case.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The treaty's id; <c>null</c> if the finding concerns no particular treaty.</summary>
    public string? Treaty { get; init; }

    /// <summary>The participant's code; <c>null</c> if the finding concerns no particular participant.</summary>
    public string? Participant { get; init; }

    /// <summary>Ids of the affected events.</summary>
    public EquatableArray<string> Events { get; init; } = [];

    /// <summary>The affected day.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The location in the seeds; <c>null</c> for a database.</summary>
    public Location? Where { get; init; }

    /// <summary>What was found, in a sentence.</summary>
    public required string Found { get; init; }

    /// <summary>What was expected, in a sentence.</summary>
    public required string Expected { get; init; }

    /// <summary>The article or source behind the expectation.</summary>
    [JsonPropertyName("ground")]
    public string? LegalBasis { get; init; }

    /// <summary>What to do.</summary>
    public required string Remedy { get; init; }

    /// <summary>
    /// The findings from which this one may follow, each as rule, treaty, participant and day; empty if it stands alone. Correct these
    /// first.
    /// </summary>
    public EquatableArray<string> BecauseOf { get; init; } = [];

    /// <summary>
    /// The reason given by the waiver that covers the finding; <c>null</c> if no waiver does. A waived finding is listed but does not fail
    /// a check.
    /// </summary>
    public string? Waived { get; init; }
}
