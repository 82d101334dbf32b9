using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Http.Caching;

/// <summary>Everything that an answer can depend on: the data, the current day, and the request.</summary>
sealed record CacheKey(
    string DataVersion,
    DateOnly Today,
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

    // The address distinguishes nearly all requests. Hashing the headers too would cost more than it saves.
    readonly int _hash = HashCode.Combine(Path, Query);

    /// <summary>The key of a request.</summary>
    public static CacheKey Of(HttpContext http, RequestSnapshot snapshot)
    {
        var (request, headers) = (http.Request, http.Request.Headers);
        return new(
            snapshot.Register.VersionOfAnswers,
            snapshot.Today,
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
    /// The key without the requested day, the same for all days; <c>null</c> if the request names no day, or accepts a content coding,
    /// because templates are not compressed.
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
            DataVersion,
            Today,
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
    public bool Equals(CacheKey? other) =>
        other is not null
        && _hash == other._hash
        && (DataVersion, Today, Scheme, PathBase, Path) == (other.DataVersion, other.Today, other.Scheme, other.PathBase, other.Path)
        && (Query, Host, Accept, AcceptEncoding, AcceptLanguage)
            == (other.Query, other.Host, other.Accept, other.AcceptEncoding, other.AcceptLanguage);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;
}
