namespace TreatyTracker.Api.Seeds;

/// <summary>The canonical form of what a seed file holds.</summary>
/// <param name="Record">The record of the file, the first line being 1; blank lines are none.</param>
/// <param name="Column">The field of the record, from 0; <c>null</c> for the order of the columns, and then of all records.</param>
/// <param name="Found">What the field holds.</param>
/// <param name="Canonical">What it should hold; for the order of the columns, their names in order, separated by commas.</param>
public sealed record SeedCorrection(int Record, int? Column, string Found, string Canonical);
