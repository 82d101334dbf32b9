namespace TreatyTracker.Api.Features.Export;

/// <summary>The table and columns to which a foreign key refers.</summary>
sealed record ForeignKeyTarget(string Resource, IReadOnlyList<string> Fields);
