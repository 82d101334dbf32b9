using Microsoft.AspNetCore.HttpOverrides;

namespace TreatyTracker.Api.Hosting;

/// <summary>Believes what proxies say of the caller (X-Forwarded-For, -Proto, -Host, -Prefix), and those alone that are trusted.</summary>
static class Proxies
{
    public static void Use(WebApplication app, Settings settings)
    {
        if (settings.TrustedProxies.Count == 0)
            return;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.All,
            // Through as many proxies as are trusted, from the nearest on.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in settings.TrustedProxies)
            options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }
}
