namespace TreatyTracker.Api.Data;

/// <summary>A failure to read changed data.</summary>
/// <param name="Error">What is wrong and what to do.</param>
/// <param name="Since">When the first of the failures in a row happened.</param>
public sealed record ReloadFailure(DatabaseException Error, DateTimeOffset Since);
