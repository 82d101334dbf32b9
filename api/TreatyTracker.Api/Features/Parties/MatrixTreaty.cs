namespace TreatyTracker.Api.Features.Parties;

/// <summary>A treaty of the matrix, with the coverage of its record.</summary>
/// <param name="Treaty">The treaty.</param>
/// <param name="Record">The coverage of its record.</param>
public sealed record MatrixTreaty(TreatyReference Treaty, RecordCoverage Record);
