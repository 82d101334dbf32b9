using Microsoft.Net.Http.Headers;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Http.Representations;

/// <summary>
/// Decides in which representation a request is answered: by the parameter <c>format</c>, otherwise by Accept (RFC 9110, 12.5.1).
/// </summary>
static class Negotiation
{
    /// <summary>Sets <see cref="AnswerFormat"/>, or answers 406 where Accept excludes everything that the endpoint serves.</summary>
    public static Task Decide(HttpContext http, RequestDelegate next)
    {
        if (EndpointTraits.Of(http) is not { IsVersioned: true } traits)
            return next(http);
        var offered = traits.Representations;
        // An invalid word is left to the binder, which lists the valid ones.
        var chosen =
            traits.Parameters.ContainsKey("format") && http.Request.Query["format"] is [{ Length: > 0 } format]
                ? offered.FirstOrDefault(r => r.Format == format) ?? offered[0]
                : Best(http, offered);
        if (chosen is null)
            return Problem.Send(http, ProblemType.NotAcceptable, Unacceptable(traits));
        http.Features.Set(new AnswerFormat(chosen));
        return next(http);
    }

    static Representation? Best(HttpContext http, IReadOnlyList<Representation> offered)
    {
        // Some clients send an empty Accept, or a list of nothing, which HTTP allows (RFC 9110, 5.6.1.2).
        if (http.Request.Headers.Accept.All(accept => string.IsNullOrWhiteSpace(accept?.Replace(',', ' '))))
            return offered[0];
        if (!MediaTypeHeaderValue.TryParseList(http.Request.Headers.Accept, out var accepted))
            return null;
        return offered
            .Where(r => r.ByAccept)
            .Select(r => (Representation: r, Quality: QualityOf(r.MediaType, accepted)))
            .Where(r => r.Quality > 0)
            .OrderByDescending(r => r.Quality)
            .FirstOrDefault()
            .Representation;
    }

    // The most specific range that matches a media type gives its quality.
    static double QualityOf(string mediaType, IList<MediaTypeHeaderValue> accepted)
    {
        var type = new MediaTypeHeaderValue(mediaType);
        var range = accepted
            .Where(a => type.IsSubsetOf(new MediaTypeHeaderValue(a.MediaType)))
            .MaxBy(a =>
                a.MatchesAllTypes ? 0
                : a.MatchesAllSubTypes ? 1
                : 2
            );
        return range is null ? 0 : range.Quality ?? 1;
    }

    static string Unacceptable(EndpointTraits traits)
    {
        var types = string.Join(", ", traits.Representations.Where(r => r.ByAccept).Select(r => r.MediaType));
        var formats = string.Join(", ", traits.Representations.Select(r => r.Format).Distinct());
        return traits.Parameters.ContainsKey("format")
            ? $"None of the media types in Accept is available here. Available: {types}. "
                + $"Use one of them, or the parameter format ({formats})."
            : $"None of the media types in Accept is available here. Available: {types}. Use it, or omit the header.";
    }
}
