using FastEndpoints;

namespace TreatyTracker.Api.Http;

/// <summary>
/// The media types of an answer that is no list, the usual one first: what Accept is held against, and what the answer's tag depends on.
/// An endpoint that names none has JSON alone.
/// </summary>
sealed record Offered(params string[] MediaTypes);

/// <summary>
/// Marks an answer that holds absolute links, made from the scheme and host asked for: its tag depends on them, too. Vary need not name Host,
/// since caches tell answers apart by the whole address (RFC 9111, 2).
/// </summary>
sealed class NamesTheHost;

/// <summary>Answers that are never JSON.</summary>
static class NotJson
{
    /// <summary>Serves one media type alone.</summary>
    public static void ServeOnly(this BaseEndpoint endpoint, string mediaType, params object[] marks) =>
        endpoint.Definition.Description(b => b.Produces<string>(200, mediaType).WithMetadata([new Offered(mediaType), .. marks]), clearDefaults: true);
}
