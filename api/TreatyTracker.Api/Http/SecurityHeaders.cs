using Microsoft.Extensions.Primitives;

namespace TreatyTracker.Api.Http;

/// <summary>
/// What every answer tells a browser: take it for what it says it is, load and run nothing but what belongs to it, show it in no frame,
/// tell no other
/// site where a reader comes from; any site may read it, for the data is open.
/// </summary>
static class SecurityHeaders
{
    static readonly StringValues s_noSniffing = "nosniff",
        s_noFrames = "DENY",
        s_noReferrer = "no-referrer",
        s_anySite = "cross-origin",
        s_encryptedForAYear = "max-age=31536000";

    /// <summary>Pages carry a style of their own and no script; data carries neither.</summary>
    static readonly StringValues s_pages =
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Swagger UI runs its own scripts, asks this service, and has pictures and styles inline.</summary>
    static readonly StringValues s_swagger =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static Task Apply(HttpContext http, RequestDelegate next)
    {
        Set(http);
        return next(http);
    }

    /// <summary>Sets them, again where an error has cleared the headers.</summary>
    public static void Set(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = s_noSniffing;
        headers.XFrameOptions = s_noFrames;
        headers.ContentSecurityPolicy = http.Request.Path.StartsWithSegments("/swagger") ? s_swagger : s_pages;
        headers["Referrer-Policy"] = s_noReferrer;
        headers["Cross-Origin-Resource-Policy"] = s_anySite;
        // A browser that has once seen it on localhost would refuse every other service there.
        if (http.Request.IsHttps && http.Request.Host.Host is not ("localhost" or "127.0.0.1" or "[::1]"))
            headers.StrictTransportSecurity = s_encryptedForAYear;
    }
}
