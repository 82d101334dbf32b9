namespace TreatyTracker.Api.Http.Representations;

/// <summary>
/// Marks an answer that holds absolute links, made from the scheme and host asked for: its tag depends on them, too. Vary need not name
/// Host,
/// since caches tell answers apart by the whole address (RFC 9111, 2).
/// </summary>
sealed class VariesByHost;
