namespace TreatyTracker.Api.Features.Export;

/// <summary>A column in a Table Schema.</summary>
sealed record TableField(string Name, string Type, string? Format, string Description, FieldConstraints? Constraints);
