using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Http.Caching;

/// <summary>All of a request that an answer may depend on.</summary>
readonly record struct CacheKey(
    string Scheme,
    string PathBase,
    string Path,
    string Query,
    string Host,
    string Accept,
    string AcceptEncoding,
    string AcceptLanguage
)
{
    const string Day = "asOf=";

    // The address tells nearly all questions apart; to hash the headers as well would cost more than it saves.
    readonly int _hash = HashCode.Combine(Path, Query);

    /// <summary>Of a question about any day of a stretch, that stretch's first day.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>That of a request.</summary>
    public static CacheKey Of(HttpContext http)
    {
        var (request, headers) = (http.Request, http.Request.Headers);
        return new(
            request.Scheme,
            request.PathBase.Value ?? "",
            request.Path.Value ?? "",
            request.QueryString.Value ?? "",
            headers.Host.ToString(),
            headers.Accept.ToString(),
            headers.AcceptEncoding.ToString(),
            headers.AcceptLanguage.ToString()
        );
    }

    /// <summary>
    /// The question without the day that it is about, so that it is the same for all days; <c>null</c> when it names none. What may come
    /// compressed has no days to be told apart.
    /// </summary>
    /// <param name="day">The day.</param>
    public CacheKey? WithoutDay(out DateOnly day)
    {
        day = default;
        var from = AcceptEncoding.Length > 0 ? -1 : Query.IndexOf(Day, StringComparison.Ordinal) + Day.Length;
        var to = from + "2017-06-30".Length;
        if (
            from <= Day.Length
            || Query[from - Day.Length - 1] is not ('?' or '&')
            || to > Query.Length
            || (to < Query.Length && Query[to] != '&')
            || Instant.ParseDay(Query[from..to]) is not { } asked
        )
            return null;
        day = asked;
        return new(
            Scheme,
            PathBase,
            Path,
            string.Concat(Query.AsSpan(..from), Query.AsSpan(to..)),
            Host,
            Accept,
            AcceptEncoding,
            AcceptLanguage
        );
    }

    /// <inheritdoc/>
    public override int GetHashCode() => Since is { } day ? HashCode.Combine(_hash, day) : _hash;
}
