namespace TreatyTracker.Api.Features.Export;

/// <summary>The Table Schema: columns, primary key and foreign keys.</summary>
sealed record TableSchema(
    IReadOnlyList<TableField> Fields,
    IReadOnlyList<string> MissingValues,
    IReadOnlyList<string>? PrimaryKey,
    IReadOnlyList<ForeignKey>? ForeignKeys
);
