namespace TreatyTracker.Api.Data;

/// <summary>That the data cannot be read again.</summary>
/// <param name="Error">What is wrong and what to do.</param>
/// <param name="Since">When the data could first not be read.</param>
public sealed record ReloadFailure(DatabaseException Error, DateTimeOffset Since);
