using Microsoft.Extensions.Primitives;
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
    public static CacheKey Of(HttpContext http, RequestSnapshot snapshot) => Of(http, snapshot, http.Request.QueryString.Value ?? "");

    /// <summary>
    /// The key of a request without the requested day, the same for all days; <c>null</c> if the request names no day, or accepts a content
    /// coding, because templates are not compressed.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="snapshot">The snapshot that answers it.</param>
    /// <param name="day">The day.</param>
    public static CacheKey? WithoutDay(HttpContext http, RequestSnapshot snapshot, out DateOnly day)
    {
        day = default;
        var query = http.Request.QueryString.Value ?? "";
        var from = !StringValues.IsNullOrEmpty(http.Request.Headers.AcceptEncoding)
            ? -1
            : query.IndexOf(Day, StringComparison.Ordinal) + Day.Length;
        var to = from + "2017-06-30".Length;
        if (
            from <= Day.Length
            || query[from - Day.Length - 1] is not ('?' or '&')
            || to > query.Length
            || (to < query.Length && query[to] != '&')
            || Instant.ParseDay(query[from..to]) is not { } asked
        )
            return null;
        day = asked;
        return Of(http, snapshot, string.Concat(query.AsSpan(..from), query.AsSpan(to..)));
    }

    static CacheKey Of(HttpContext http, RequestSnapshot snapshot, string query)
    {
        var (request, headers) = (http.Request, http.Request.Headers);
        return new(
            snapshot.Register.VersionOfAnswers,
            snapshot.Today,
            request.Scheme,
            request.PathBase.Value ?? "",
            request.Path.Value ?? "",
            query,
            headers.Host.ToString(),
            headers.Accept.ToString(),
            headers.AcceptEncoding.ToString(),
            headers.AcceptLanguage.ToString()
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
