using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace TreatyTracker.Api.Pages;

/// <summary>
/// The frame of every page. Plain HTML: no script, no font, nothing fetched from elsewhere; it reads as well without its style.
/// </summary>
static class Html
{
    /// <summary>A page.</summary>
    /// <param name="http">The request.</param>
    /// <param name="title">Its title and first heading, as text.</param>
    /// <param name="body">The rest, as HTML.</param>
    public static IResult Page(HttpContext http, string title, string body)
    {
        // The site's name stands beside the title of every page but its own.
        var name = http.Request.Path == "/" ? "Who is bound by which treaty, on any day" : "Treaty Tracker";
        return Kept(
            http,
            Encoding.UTF8.GetBytes(
                $$"""
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <link rel="alternate" type="application/atom+xml" title="Treaty events" href="/v1/events.atom">
                <title>{{Text(title)}} · {{name}}</title>
                <link rel="icon" href="data:,">
                <style>
                :root { color-scheme: light dark; }
                body { font: 1.05rem/1.6 system-ui, sans-serif; max-width: 46rem; margin: 0 auto; padding: 1rem 1.25rem 3rem; color: #1b1b1b; background: #fff; }
                nav { border-bottom: 1px solid #ccc; padding-bottom: .5rem; } nav a { display: inline-block; padding: .25rem .9rem .25rem 0; }
                h1 { font-size: 1.9rem; line-height: 1.2; margin: 1.5rem 0 .75rem; } h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
                a { color: #0b57a4; } li { margin: .35rem 0; }
                .figure strong { font-size: 2.4rem; line-height: 1; } ol li { margin: .7rem 0; } ol li span { display: block; } .try { font-size: .9rem; }
                ol li .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
                code { background: #f1f3f5; padding: .1em .3em; border-radius: 3px; overflow-wrap: break-word; }
                pre { background: #f1f3f5; padding: .75rem 1rem; border-radius: 4px; line-height: 1.45; } pre code { padding: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
                table { border-collapse: collapse; width: 100%; } td, th { text-align: left; vertical-align: top; padding: .5rem 1rem .5rem 0; border-top: 1px solid #ccc; } th { font-weight: 600; }
                @media (max-width: 36rem) { table { font-size: .85rem; } td, th { padding-right: .6rem; } }
                @media (prefers-color-scheme: dark) { body { color: #e6e6e6; background: #16181b; } a { color: #8ab8ff; } code, pre { background: #24282d; } nav, td, th { border-color: #555; } }
                </style>
                </head>
                <body>
                <header><nav aria-label="Site">
                <a href="/">Treaty Tracker</a>
                <a href="/swagger">Try the API</a>
                <a href="/docs/counts">Counts</a>
                <a href="/problems">Problems</a>
                <a href="/openapi.yaml">OpenAPI</a>
                </nav></header>
                <main>
                <h1>{{Text(title)}}</h1>
                {{body}}
                </main>
                </body>
                </html>

                """
            ),
            "text/html; charset=utf-8"
        );
    }

    /// <summary>Bytes that caches keep for a minute and then ask about by their ETag.</summary>
    public static IResult Kept(HttpContext http, byte[] bytes, string type)
    {
        http.Response.Headers.CacheControl = "public, max-age=60";
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        return TypedResults.Bytes(
            bytes,
            type,
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"")
        );
    }

    /// <summary>Text as HTML.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Lines of text as a block of code.</summary>
    public static string Code(string text) => $"<pre><code>{Text(text)}</code></pre>";
}
