namespace TreatyTracker.Api.Http.Representations;

/// <summary>
/// Marks an answer with absolute links, which are made from the scheme and host of the request: its tag depends on them too. Vary need not
/// name Host, because the whole address is part of a cache's key (RFC 9111, 2).
/// </summary>
sealed class VariesByHost;
