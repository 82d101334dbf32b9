namespace TreatyTracker.Api.Features.Parties;

/// <summary>A treaty of the matrix, with how far its record goes.</summary>
/// <param name="Treaty">The treaty.</param>
/// <param name="Record">How far its record goes.</param>
public sealed record MatrixTreaty(TreatyReference Treaty, RecordCoverage Record);
