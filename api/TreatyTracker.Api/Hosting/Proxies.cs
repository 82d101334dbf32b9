using System.Text.RegularExpressions;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Primitives;

namespace TreatyTracker.Api.Hosting;

/// <summary>
/// What trusted proxies can say about the caller: its address, the scheme, the path prefix, and the host if it is a public host. Malformed
/// values are ignored, because links and citations are made from them.
/// </summary>
static partial class Proxies
{
    /// <summary>Which headers are believed, and from whom.</summary>
    public static ForwardedHeadersOptions OptionsOf(Settings settings)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedPrefix,
            // Any number of trusted proxies, starting with the nearest.
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
        return options;
    }

    /// <summary>Removes malformed schemes and prefixes.</summary>
    public static Task DropMalformed(HttpContext http, RequestDelegate next)
    {
        var headers = http.Request.Headers;
        if (!All(headers["X-Forwarded-Proto"], scheme => scheme is "http" or "https"))
            headers.Remove("X-Forwarded-Proto");
        if (!All(headers["X-Forwarded-Prefix"], Prefix().IsMatch))
            headers.Remove("X-Forwarded-Prefix");
        return next(http);
    }

    // Each proxy appends its own value, separated by a comma.
    static bool All(StringValues header, Func<string, bool> holds) =>
        header.SelectMany(h => h!.Split(',', StringSplitOptions.TrimEntries)).All(holds);

    /// <summary>A path of unreserved characters (RFC 3986, 2.3), without empty segments and dot segments.</summary>
    [GeneratedRegex(@"\A(/(?!\.{1,2}(/|\z))[A-Za-z0-9._~-]+)+\z")]
    private static partial Regex Prefix();
}
