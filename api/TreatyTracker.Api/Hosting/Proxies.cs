using System.Text.RegularExpressions;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Primitives;

namespace TreatyTracker.Api.Hosting;

/// <summary>
/// Believes what trusted proxies say of the caller: its address, the scheme, the path prefix, and the host if it is one of the public
/// hosts. A value that could not come from a well configured proxy is ignored, because links and citations are made of these values.
/// </summary>
static partial class Proxies
{
    /// <summary>Adds the steps; none where no proxy is trusted.</summary>
    public static void Use(WebApplication app, Settings settings)
    {
        if (settings.TrustedProxies.Count == 0)
            return;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedPrefix,
            // Through as many proxies as are trusted, from the nearest on.
            ForwardLimit = null,
            RequireHeaderSymmetry = false,
        };
        if (settings.PublicHosts.Count > 0)
        {
            options.ForwardedHeaders |= ForwardedHeaders.XForwardedHost;
            options.AllowedHosts = [.. settings.PublicHosts];
        }
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in settings.TrustedProxies)
            options.KnownIPNetworks.Add(network);
        app.Use(DropMalformed);
        app.UseForwardedHeaders(options);
    }

    static Task DropMalformed(HttpContext http, RequestDelegate next)
    {
        var headers = http.Request.Headers;
        if (!All(headers["X-Forwarded-Proto"], scheme => scheme is "http" or "https"))
            headers.Remove("X-Forwarded-Proto");
        if (!All(headers["X-Forwarded-Prefix"], Prefix().IsMatch))
            headers.Remove("X-Forwarded-Prefix");
        return next(http);
    }

    // Each proxy on the way adds its own value, separated by commas.
    static bool All(StringValues header, Func<string, bool> holds) =>
        header.SelectMany(h => h!.Split(',', StringSplitOptions.TrimEntries)).All(holds);

    /// <summary>A path of unreserved characters (RFC 3986, 2.3), without empty segments.</summary>
    [GeneratedRegex("^(/[A-Za-z0-9._~-]+)+$")]
    private static partial Regex Prefix();
}
