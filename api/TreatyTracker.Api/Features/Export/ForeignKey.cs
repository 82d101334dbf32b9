namespace TreatyTracker.Api.Features.Export;

/// <summary>Columns that refer to rows of a table. An empty resource name means the same table.</summary>
sealed record ForeignKey(IReadOnlyList<string> Fields, ForeignKeyTarget Reference);
