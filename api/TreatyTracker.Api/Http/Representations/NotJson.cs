using FastEndpoints;

namespace TreatyTracker.Api.Http.Representations;

/// <summary>Answers that are never JSON.</summary>
static class NotJson
{
    /// <summary>Serves one media type alone.</summary>
    public static void ServeOnly(this BaseEndpoint endpoint, string mediaType, params object[] marks) =>
        endpoint.Definition.Description(
            b => b.Produces<string>(200, mediaType).WithMetadata([new ProducesMediaTypes(mediaType), .. marks]),
            clearDefaults: true
        );
}
