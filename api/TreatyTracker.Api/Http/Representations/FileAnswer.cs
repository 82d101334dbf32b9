using Microsoft.Net.Http.Headers;
using TreatyTracker.Api.Http.Caching;

namespace TreatyTracker.Api.Http.Representations;

/// <summary>Sends a file, whole or the part that Range names, or 304 to whoever holds it.</summary>
/// <param name="Content">The file, open; closed afterwards.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Name">What it is to be called where it is saved; <c>null</c> for what is rather read than saved.</param>
/// <param name="Tag">Hash of its bytes.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="DataVersion">The data that it holds, which may be newer than those that the request found.</param>
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
        // A part is one of these bytes, whatever coding the rest came in.
        request.Headers.AcceptEncoding = default;
        // Parts are for GET alone (RFC 9110, 14.2), and two files of one second would pass for the same by date (13.1.5).
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
