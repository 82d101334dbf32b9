using Microsoft.Extensions.Primitives;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Http;

/// <summary>The headers of every answer, errors included: security, CORS and the data version.</summary>
static class SharedHeaders
{
    /// <summary>Names the data that an answer was computed from.</summary>
    public const string DataVersion = "X-Data-Version";

    /// <summary>The last day, inclusive, through which the record of the treaty is known to be complete.</summary>
    public const string CompleteThrough = "X-Complete-Through";

    /// <summary>How far the record of the treaty is proved. Absent if the record does not say.</summary>
    public const string Coverage = "X-Coverage";

    /// <summary>The number of events whose day is known only as a period that contains the requested day.</summary>
    public const string UndatedEvents = "X-Undated-Events";

    /// <summary>The number of events up to the requested day whose date is not confirmed.</summary>
    public const string UnverifiedEvents = "X-Unverified-Events";

    /// <summary>The number of parties whose date of entry into force is assumed.</summary>
    public const string AssumedEffects = "X-Assumed-Effects";

    static readonly StringValues s_noSniffing = "nosniff",
        s_noFrames = "DENY",
        s_noReferrer = "no-referrer",
        s_anySite = "cross-origin",
        s_anyOrigin = "*",
        s_oneYear = "max-age=31536000";

    /// <summary>Data loads and runs nothing; a picture has its own styles.</summary>
    static readonly StringValues s_dataPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    static readonly StringValues s_pagePolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Swagger UI runs its own scripts, calls this service, and has inline pictures and styles.</summary>
    static readonly StringValues s_swaggerPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    static readonly StringValues s_exposed =
        "Accept-Ranges, Content-Disposition, Content-Range, ETag, Last-Modified, Link, Location, Retry-After, "
        + "WWW-Authenticate, X-Total-Count, "
        + string.Join(", ", CompleteThrough, Coverage, UndatedEvents, UnverifiedEvents, AssumedEffects, DataVersion);

    /// <summary>Sets them. Also called when an error has cleared the headers.</summary>
    public static void Set(HttpContext http)
    {
        var headers = http.Response.Headers;
        if (RequestSnapshot.Of(http) is { } snapshot)
            headers[DataVersion] = snapshot.Register.Version;
        // Unconditional, also for requests without Origin: a shared cache gives one answer to both kinds.
        headers.AccessControlAllowOrigin = s_anyOrigin;
        headers.AccessControlExposeHeaders = s_exposed;
        headers["Cross-Origin-Resource-Policy"] = s_anySite;
        headers.XContentTypeOptions = s_noSniffing;
        if (http.Request.Path.StartsWithSegments("/v1"))
            headers.ContentSecurityPolicy = s_dataPolicy;
        else
        {
            headers.ContentSecurityPolicy = http.Request.Path.StartsWithSegments("/swagger") ? s_swaggerPolicy : s_pagePolicy;
            headers.XFrameOptions = s_noFrames;
            headers["Referrer-Policy"] = s_noReferrer;
        }
        // On localhost it would make the browser refuse every other service there.
        if (http.Request.IsHttps && http.Request.Host.Host is not ("localhost" or "127.0.0.1" or "[::1]"))
            headers.StrictTransportSecurity = s_oneYear;
    }
}
