namespace TreatyTracker.Api.Features.Export;

/// <summary>The constraints on a column's values.</summary>
sealed record FieldConstraints(
    bool? Required = null,
    bool? Unique = null,
    IReadOnlyList<string>? Enum = null,
    string? Pattern = null,
    int? Minimum = null
);
