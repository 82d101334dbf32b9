namespace TreatyTracker.Api.Features.Export;

/// <summary>A column.</summary>
sealed record TableField(string Name, string Type, string? Format, string Description, FieldConstraints? Constraints);
