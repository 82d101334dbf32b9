using FastEndpoints;

namespace TreatyTracker.Api.Http.Representations;

/// <summary>Marks an endpoint that sends a file: in one representation, whole or in parts, with its own tag.</summary>
/// <param name="MediaType">The media type.</param>
public sealed record SendsFile(string MediaType)
{
    /// <summary>Declares the answers of such an endpoint.</summary>
    public static void Describe(BaseEndpoint endpoint, string mediaType) =>
        endpoint.Definition.Description(
            b =>
                b.WithMetadata(new SendsFile(mediaType))
                    .Produces(StatusCodes.Status200OK, contentType: mediaType)
                    .Produces(StatusCodes.Status206PartialContent, contentType: mediaType)
                    .Produces<Problem>(StatusCodes.Status412PreconditionFailed, Problem.MediaType)
                    .Produces<Problem>(StatusCodes.Status416RangeNotSatisfiable, Problem.MediaType),
            clearDefaults: true
        );
}
