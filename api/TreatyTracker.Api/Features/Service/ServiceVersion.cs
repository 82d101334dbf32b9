namespace TreatyTracker.Api.Features.Service;

/// <summary>The versions of the service and its data.</summary>
/// <param name="Service">Version of the service.</param>
/// <param name="Data">Data version: a hash of the data, equal on every machine with the same data.</param>
/// <param name="Schema">Version of the database schema.</param>
/// <param name="RecordedThrough">The latest instant at which anything was recorded; absent if the register is empty.</param>
/// <param name="Head">
/// The hash of the newest recording, which covers everything recorded before it: keep it, and <c>treatytracker verify --head</c> tells
/// later whether that past still stands. Absent if the register is empty.
/// </param>
/// <param name="Recordings">The number of recordings: each import or other write is one.</param>
/// <param name="Rows">The number of rows in the register.</param>
public sealed record ServiceVersion(
    string Service,
    string Data,
    int Schema,
    DateTimeOffset? RecordedThrough,
    string? Head,
    int Recordings,
    RowCounts Rows
);
