using Microsoft.Extensions.Primitives;
using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.Http.Requests;

/// <summary>Reading is open to all: HEAD and OPTIONS are answered wherever GET is, and a page of any origin may read the answers.</summary>
static class HeadOptionsCors
{
    /// <summary>The methods that every address takes.</summary>
    public static readonly StringValues Methods = "GET, HEAD, OPTIONS";
    static readonly CameAs s_head = new(HttpMethods.Head),
        s_options = new(HttpMethods.Options);
    static readonly StringValues s_anyone = "*";
    static readonly StringValues s_exposed =
        $"Accept-Ranges, Content-Disposition, Content-Range, ETag, Last-Modified, Link, Retry-After, X-Total-Count, {JsonBody.DataVersion}";

    /// <summary>
    /// Before routing: HEAD and OPTIONS look for what GET would find; the server itself leaves out the body of a HEAD. A body that comes
    /// with GET
    /// means nothing (RFC 9110, 9.3.1): who reads is answered by the address alone, by which answers are kept for others.
    /// </summary>
    public static Task OpenToAll(HttpContext http, RequestDelegate next)
    {
        OpenToAll(http.Response);
        if (HttpMethods.IsHead(http.Request.Method) || HttpMethods.IsOptions(http.Request.Method))
        {
            http.Features.Set(HttpMethods.IsHead(http.Request.Method) ? s_head : s_options);
            http.Request.Method = HttpMethods.Get;
        }
        // Without a type nothing reads it.
        if (HttpMethods.IsGet(http.Request.Method))
            http.Request.Headers.ContentType = default;
        return next(http);
    }

    /// <summary>Says that pages of any origin may read the answer.</summary>
    public static void OpenToAll(HttpResponse response)
    {
        // Always, not only for who names an origin: a shared cache hands one answer to both.
        response.Headers.AccessControlAllowOrigin = s_anyone;
        response.Headers.AccessControlExposeHeaders = s_exposed;
    }

    /// <summary>After routing: OPTIONS, also a browser's preflight, tells the methods of what is there.</summary>
    public static Task TellMethods(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint() is null || http.Features.Get<CameAs>() != s_options)
            return next(http);

        var headers = http.Response.Headers;
        headers.Allow = Methods;
        headers.AccessControlAllowMethods = Methods;
        // What a page may send is what it asks to send: nothing sent can do harm where all is read.
        headers.AccessControlAllowHeaders = http.Request.Headers.AccessControlRequestHeaders;
        headers.AccessControlMaxAge = "86400";
        headers.CacheControl = "no-store";
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    /// <summary>Whether the request came as HEAD.</summary>
    public static bool IsHead(HttpContext http) => http.Features.Get<CameAs>() == s_head;

    /// <summary>The method of a request that is answered as GET.</summary>
    sealed record CameAs(string Method);
}
