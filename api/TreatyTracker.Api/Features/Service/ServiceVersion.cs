namespace TreatyTracker.Api.Features.Service;

/// <summary>What is running, and on which data.</summary>
/// <param name="Service">Version of the service.</param>
/// <param name="Data">Data version: a hash of the data, the same on every machine for the same data.</param>
/// <param name="Schema">Version of the database's schema.</param>
/// <param name="RecordedThrough">The latest instant at which anything was recorded; absent in an empty register.</param>
/// <param name="Rows">How many rows the register holds.</param>
public sealed record ServiceVersion(string Service, string Data, int Schema, DateTimeOffset? RecordedThrough, RowCounts Rows);
