using System.Security.Cryptography;
using System.Text;
using FastEndpoints;
using Microsoft.Net.Http.Headers;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Http;

/// <summary>
/// Lets answers be kept: a strong ETag that depends on the address, the data version, the representation and the effective clocks alone, so that
/// it is known before the answer is made; 304 for who holds it; and how long the answer holds.
/// </summary>
static class Caching
{
    /// <summary>Of an answer that may change: it speaks of today, or of all that the register knows.</summary>
    const string Brief = "public, max-age=60";

    /// <summary>Of an answer that never changes: a past day, as known at an instant.</summary>
    const string Long = "public, max-age=86400";

    public static Task Apply(HttpContext http, RequestDelegate next)
    {
        var endpoint = http.GetEndpoint()?.Metadata.GetMetadata<EndpointDefinition>();
        if (endpoint is null || !HttpMethods.IsGet(http.Request.Method) || !http.Request.Path.StartsWithSegments("/v1") || http.Features.Get<Register>() is not { } register) return next(http);

        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var today = Instant.Text(DateOnly.FromDateTime(now.UtcDateTime));
        var (asOf, knownAt) = ((string?)http.Request.Query["asOf"], (string?)http.Request.Query["knownAt"]);
        var tag = new EntityTagHeaderValue($"\"{Tag(http, endpoint, register, asOf ?? today)}\"");
        var headers = http.Response.GetTypedHeaders();

        void Describe()
        {
            headers.ETag = tag;
            http.Response.Headers.CacheControl = knownAt is not null && string.CompareOrdinal(asOf ?? today, today) < 0 ? Long : Brief;
            var told = http.Response.Headers.GetCommaSeparatedValues(HeaderNames.Vary);
            http.Response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, [.. new[] { HeaderNames.Accept, HeaderNames.AcceptLanguage }.Except(told, StringComparer.OrdinalIgnoreCase)]);
            if (register.LastRecordedAt is { } recorded) headers.LastModified = asOf is null && recorded < now.UtcDateTime.Date ? now.UtcDateTime.Date : recorded;
        }

        // Who names a tag has had the answer. Any tag at all (*) is answered in full: whether there is an answer is not known yet, and 304 for a
        // treaty that does not exist would be wrong (RFC 9110, 13.2.1).
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(t => !t.Equals(EntityTagHeaderValue.Any) && t.Compare(tag, useStrongComparison: false)))
        {
            Describe();
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        http.Response.OnStarting(() =>
        {
            if (http.Response.StatusCode == StatusCodes.Status200OK) Describe();
            return Task.CompletedTask;
        });
        return next(http);
    }

    static string Tag(HttpContext http, EndpointDefinition endpoint, Register register, string asOf)
    {
        // A list has one of three forms; what negotiates forms of its own gets a tag for each Accept.
        var format = typeof(IListRequest).IsAssignableFrom(endpoint.ReqDtoType) ? Formats.OfList(http, Law.Words.Find<Format>(http.Request.Query["format"]))?.ToString()
            : endpoint.ReqDtoType.GetProperty(nameof(IListRequest.Format)) is not null ? http.Request.Headers.Accept.ToString() : null;
        var key = string.Join('\n', register.Version, http.Request.Path + http.Request.QueryString, asOf, format, Tongues.Of(http, http.Request.Query["lang"]));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 12));
    }
}
