namespace TreatyTracker.Api.Features.Webhooks;

/// <summary>The details of a restore: the register has an older state again, and what was told since then may no longer hold.</summary>
/// <param name="Recording">The number of the recording.</param>
/// <param name="Before">The newest recording that the register kept; absent for none.</param>
/// <param name="Note">The head that was replaced.</param>
/// <param name="Path">The address of the recording in the API.</param>
sealed record RestoreData(int Recording, DateTimeOffset? Before, string? Note, string Path);
