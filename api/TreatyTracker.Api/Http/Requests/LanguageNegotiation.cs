using Microsoft.Net.Http.Headers;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Http.Requests;

/// <summary>Chooses the language of an answer.</summary>
static class LanguageNegotiation
{
    /// <summary>The language of the parameter, else the best one in Accept-Language, else English.</summary>
    public static string Of(HttpContext http, string? asked)
    {
        if (asked is not null && Languages.All.Contains(asked))
            return asked;
        if (http.Request.Headers.AcceptLanguage.Count == 0)
            return Languages.English;
        return (
                StringWithQualityHeaderValue.TryParseList(http.Request.Headers.AcceptLanguage, out var accepted)
                    ? accepted
                        .Where(a => a.Quality is not 0)
                        .OrderByDescending(a => a.Quality ?? 1)
                        .Select(a => a.Value.Value!.Split('-')[0].ToLowerInvariant())
                        .FirstOrDefault(Languages.All.Contains)
                    : null
            ) ?? Languages.English;
    }
}
