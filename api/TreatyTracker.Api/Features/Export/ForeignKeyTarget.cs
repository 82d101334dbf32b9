namespace TreatyTracker.Api.Features.Export;

/// <summary>The row referred to.</summary>
sealed record ForeignKeyTarget(string Resource, IReadOnlyList<string> Fields);
