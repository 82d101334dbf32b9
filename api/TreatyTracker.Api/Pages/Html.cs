using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace TreatyTracker.Api.Pages;

/// <summary>
/// The layout of every page: plain HTML without scripts, fonts or requests to other sites. It is readable without its stylesheet.
/// </summary>
static class Html
{
    /// <summary>Renders a page.</summary>
    /// <param name="http">The request.</param>
    /// <param name="title">The title and first heading, as text.</param>
    /// <param name="body">The content below the heading, as HTML.</param>
    public static IResult Page(HttpContext http, string title, string body)
    {
        // The home page has the site's name as its title, so its browser title adds the slogan instead.
        var name = http.Request.Path == "/" ? "Who is bound by which treaty, on any day" : "Treaty Tracker";
        return Cacheable(
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
                <link rel="icon" type="image/svg+xml" href="/favicon.svg">
                <style>
                :root { color-scheme: light dark; }
                body { font: 1.05rem/1.6 system-ui, sans-serif; max-width: 46rem; margin: 0 auto; padding: 1rem 1.25rem 3rem;
                  color: #1b1b1b; background: #fff; }
                nav { border-bottom: 1px solid #ccc; padding-bottom: .5rem; }
                nav a { display: inline-block; padding: .25rem .9rem .25rem 0; }
                h1 { font-size: 1.9rem; line-height: 1.2; margin: 1.5rem 0 .75rem; } h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
                a { color: #0b57a4; } li { margin: .35rem 0; }
                .figure strong { font-size: 2.4rem; line-height: 1; }
                ol li { margin: .7rem 0; } ol li span { display: block; } .try { font-size: .9rem; }
                ol li .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
                code { background: #f1f3f5; padding: .1em .3em; border-radius: 3px; overflow-wrap: break-word; }
                pre { background: #f1f3f5; padding: .75rem 1rem; border-radius: 4px; line-height: 1.45; }
                pre code { padding: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
                table { border-collapse: collapse; width: 100%; } th { font-weight: 600; }
                td, th { text-align: left; vertical-align: top; padding: .5rem 1rem .5rem 0; border-top: 1px solid #ccc; }
                td:last-child, th code { overflow-wrap: anywhere; }
                @media (max-width: 36rem) { table { font-size: .85rem; } td, th { padding-right: .6rem; } }
                @media (prefers-color-scheme: dark) {
                  body { color: #e6e6e6; background: #16181b; } a { color: #8ab8ff; } code, pre { background: #24282d; }
                  nav, td, th { border-color: #555; }
                }
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

    /// <summary>Sends bytes that caches may keep for a minute and then revalidate by ETag.</summary>
    public static IResult Cacheable(HttpContext http, byte[] bytes, string type)
    {
        http.Response.Headers.CacheControl = "public, max-age=60";
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        return TypedResults.Bytes(
            bytes,
            type,
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"")
        );
    }

    /// <summary>Encodes text as HTML.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Renders text as a code block.</summary>
    public static string Code(string text) => $"<pre><code>{Text(text)}</code></pre>";
}
