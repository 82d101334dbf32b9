using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Consistency;

/// <summary>A consistency rule.</summary>
public sealed record ConsistencyRule
{
    /// <summary>Stable id, such as <c>double-consent</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The group in reports.</summary>
    public required string Group { get; init; }

    /// <summary>The severity of its findings, unless a finding has a lower one.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What the rule finds.</summary>
    public required string Finds { get; init; }

    /// <summary>Why it matters.</summary>
    public required string Rationale { get; init; }

    /// <summary>The article or source behind the rule; absent if there is none.</summary>
    public string? Ground { get; init; }

    /// <summary>What to do about a finding.</summary>
    public required string Remedy { get; init; }

    /// <summary>An example without a finding.</summary>
    public required string Good { get; init; }

    /// <summary>An example with a finding.</summary>
    public required string Bad { get; init; }

    internal static ConsistencyRule Of(Rule rule) =>
        new()
        {
            Id = rule.Id,
            Group = rule.Group,
            Severity = rule.Severity,
            Finds = rule.Finds,
            Rationale = rule.Rationale,
            Ground = rule.LegalBasis,
            Remedy = rule.Remedy,
            Good = rule.Good,
            Bad = rule.Bad,
        };

    internal static IReadOnlyList<Column<ConsistencyRule>> Columns { get; } =
    [
        new("id", r => r.Id),
        new("group", r => r.Group),
        new("severity", r => r.Severity.WireName()),
        new("finds", r => r.Finds),
        new("rationale", r => r.Rationale),
        new("ground", r => r.Ground),
        new("remedy", r => r.Remedy),
        new("good", r => r.Good),
        new("bad", r => r.Bad),
    ];
}
