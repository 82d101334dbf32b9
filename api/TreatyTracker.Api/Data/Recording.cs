namespace TreatyTracker.Api.Data;

/// <summary>One write to the register.</summary>
/// <param name="Number">1, 2, 3 and so on, without a gap.</param>
/// <param name="Instant">When. Its events are those recorded after the instant of the recording before, up to this one, inclusive.</param>
/// <param name="By">The name of a key, or <see cref="Recordings.ByImport"/> or <see cref="Recordings.ByRestore"/>.</param>
/// <param name="Note">A remark; <c>null</c> for none.</param>
/// <param name="DataVersion">The data version after it.</param>
/// <param name="Events">How many events it has.</param>
/// <param name="Hash">SHA-256 of its contents and of the hash before it, in hexadecimal (see <see cref="Seal"/>).</param>
public sealed record Recording(int Number, DateTimeOffset Instant, string By, string? Note, string DataVersion, int Events, string Hash);
