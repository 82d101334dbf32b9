namespace TreatyTracker.Api.Features.Export;

/// <summary>What a column's values must be.</summary>
sealed record FieldConstraints(
    bool? Required = null,
    bool? Unique = null,
    IReadOnlyList<string>? Enum = null,
    string? Pattern = null,
    int? Minimum = null
);
