using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Net.Http.Headers;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.OpenApi;

namespace TreatyTracker.Api.Pages;

/// <summary>What pages are made with, and the routes of their stylesheet and icon and of the OpenAPI document.</summary>
static class PageRoutes
{
    static readonly byte[] s_styles = Resource("pages.css");

    /// <summary>The address of the stylesheet. It changes with its content, so that no page meets an older one.</summary>
    public static string Styles { get; } = $"/pages.css?v={Hash(s_styles)}";

    public static void AddTo(IServiceCollection services)
    {
        services.AddSingleton<IProblemPage, ProblemPage>();
        // Letters of all scripts as they are: as numbers, they take three times the bytes.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
    }

    public static void MapPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription();
        Map(pages, "/openapi.yaml", (HttpContext http, OpenApiDocument document) => Cacheable(http, document.Yaml, "application/yaml"));
        Map(pages, "/openapi.json", (HttpContext http, OpenApiDocument document) => Cacheable(http, document.Json, "application/json"));
        Map(pages, "/pages.css", (HttpContext http) => Cacheable(http, s_styles, "text/css; charset=utf-8"));
        // Browsers request /favicon.ico for answers that are not pages, such as JSON. They accept SVG at that address.
        foreach (var path in new[] { "/favicon.svg", "/favicon.ico" })
            Map(pages, path, (HttpContext http) => Cacheable(http, Icon.Svg, "image/svg+xml"));
    }

    static void Map(IEndpointRouteBuilder pages, string path, Delegate handler) =>
        pages.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], handler);

    /// <summary>Sends bytes that caches may keep for a minute and then revalidate by ETag.</summary>
    static IResult Cacheable(HttpContext http, byte[] bytes, string type)
    {
        http.Response.Headers.CacheControl = "public, max-age=60";
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        return TypedResults.Bytes(bytes, type, entityTag: new EntityTagHeaderValue($"\"{Hash(bytes)}\""));
    }

    static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12));

    static byte[] Resource(string name)
    {
        using var stream = typeof(PageRoutes).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
