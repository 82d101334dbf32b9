using Microsoft.Net.Http.Headers;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Http.Representations;

/// <summary>Finds the representation that Accept asks for (RFC 9110, 12.5.1).</summary>
static class Negotiation
{
    /// <summary>
    /// The best of what is offered, by <c>format</c> or else by Accept with its quality values; <c>null</c> when none will do.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="asked">What <c>format</c> says.</param>
    /// <param name="offered">Representations with their media types, the usual one first.</param>
    public static T? Best<T>(HttpContext http, T? asked, IReadOnlyList<(T Format, string MediaType)> offered)
        where T : struct, Enum =>
        asked
        ?? (BestType(http, [.. offered.Select(o => o.MediaType)]) is { } best ? offered.First(o => o.MediaType == best).Format : null);

    /// <summary>
    /// The best of some media types, the usual one first, by Accept with its quality values; <c>null</c> when none will do.
    /// </summary>
    public static string? BestType(HttpContext http, IReadOnlyList<string> mediaTypes)
    {
        if (HasNoPreference(http))
            return mediaTypes[0];
        if (!MediaTypeHeaderValue.TryParseList(http.Request.Headers.Accept, out var accepted))
            return null;
        // The most specific range that matches a type gives its quality (RFC 9110, 12.5.1).
        double QualityOf(string mediaType)
        {
            var type = new MediaTypeHeaderValue(mediaType);
            var best = accepted
                .Where(a => type.IsSubsetOf(WithoutParameters(a)))
                .OrderByDescending(a =>
                    a.MatchesAllTypes ? 0
                    : a.MatchesAllSubTypes ? 1
                    : 2
                )
                .FirstOrDefault();
            return best is null ? 0 : best.Quality ?? 1;
        }
        return mediaTypes
            .Select(m => (MediaType: m, Quality: QualityOf(m)))
            .Where(m => m.Quality > 0)
            .OrderByDescending(m => m.Quality)
            .FirstOrDefault()
            .MediaType;
    }

    /// <summary>
    /// Whether Accept is left out, or a list of nothing, which HTTP allows (RFC 9110, 5.6.1.2) and some clients send to say as much.
    /// </summary>
    static bool HasNoPreference(HttpContext http) =>
        http.Request.Headers.Accept.All(accept => string.IsNullOrWhiteSpace(accept?.Replace(',', ' ')));

    /// <summary>
    /// Refuses a request for what is there in one form only, mostly JSON, and that does not accept it. What is there in several forms
    /// negotiates itself.
    /// </summary>
    public static Task RefuseUnacceptable(HttpContext http, RequestDelegate next)
    {
        if (HasNoPreference(http) || EndpointTraits.Of(http) is not { IsVersioned: true, Negotiates: false })
            return next(http);
        var metadata = http.GetEndpoint()!.Metadata;
        var mediaType =
            metadata.GetMetadata<SendsFile>()?.MediaType ?? metadata.GetMetadata<ProducesMediaTypes>()?.MediaTypes[0] ?? "application/json";
        return BestType(http, [mediaType]) is null
            ? Problem.Send(
                http,
                ProblemType.NotAcceptable,
                $"This is served as {mediaType} alone. Name it in Accept, or leave the header out."
            )
            : next(http);
    }

    static MediaTypeHeaderValue WithoutParameters(MediaTypeHeaderValue value) => new(value.MediaType);
}
