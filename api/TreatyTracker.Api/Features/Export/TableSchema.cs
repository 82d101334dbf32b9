namespace TreatyTracker.Api.Features.Export;

/// <summary>What a table's columns hold and how its rows refer to others.</summary>
sealed record TableSchema(
    IReadOnlyList<TableField> Fields,
    IReadOnlyList<string> MissingValues,
    IReadOnlyList<string>? PrimaryKey,
    IReadOnlyList<ForeignKey>? ForeignKeys
);
