namespace TreatyTracker.Api.Features.Export;

/// <summary>Columns that refer to a row of a table; an empty name means the same table.</summary>
sealed record ForeignKey(IReadOnlyList<string> Fields, ForeignKeyTarget Reference);
