using Microsoft.Net.Http.Headers;
using TreatyTracker.Api.Http.Caching;

namespace TreatyTracker.Api.Http.Representations;

/// <summary>Sends a file, whole or the part that Range names, or 304 to a client that has it.</summary>
/// <param name="Content">The file, open; closed afterwards.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Name">The file name for saving; <c>null</c> if it is meant for reading.</param>
/// <param name="Tag">Hash of its bytes.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="DataVersion">The version of the data in it, which can be newer than the snapshot of the request.</param>
sealed record FileAnswer(Stream Content, string MediaType, string? Name, string Tag, DateTimeOffset MadeAt, string DataVersion) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response, tag) = (httpContext.Request, httpContext.Response, new EntityTagHeaderValue($"\"{Tag}\""));
        response.Headers[SharedHeaders.DataVersion] = DataVersion;
        response.Headers.CacheControl = EntityTags.Brief;
        if (EntityTags.Holds(httpContext, tag))
        {
            await Content.DisposeAsync();
            response.StatusCode = StatusCodes.Status304NotModified;
            (response.GetTypedHeaders().ETag, response.GetTypedHeaders().LastModified) = (tag, MadeAt);
            return;
        }
        // A part is a range of these bytes, so it must not be compressed.
        request.Headers.AcceptEncoding = default;
        // Range applies to GET only (RFC 9110, 14.2). A date cannot tell two files of one second apart (13.1.5).
        if (HttpMethods.IsHead(request.Method) || request.GetTypedHeaders().IfRange is { LastModified: not null })
            request.Headers.Range = default;

        await TypedResults.Stream(Content, MediaType, Name, MadeAt, tag, enableRangeProcessing: true).ExecuteAsync(httpContext);
        if (response.StatusCode is not (StatusCodes.Status412PreconditionFailed or StatusCodes.Status416RangeNotSatisfiable))
            return;
        response.ContentLength = null;
        foreach (var header in new[] { HeaderNames.ETag, HeaderNames.LastModified, HeaderNames.ContentDisposition })
            response.Headers.Remove(header);
        await Problem.Send(httpContext, ProblemType.OfStatus(response.StatusCode));
    }
}
