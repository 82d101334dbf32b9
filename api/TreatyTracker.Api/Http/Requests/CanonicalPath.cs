using Microsoft.Net.Http.Headers;

namespace TreatyTracker.Api.Http.Requests;

/// <summary>The canonical path of a resource that was requested under another one.</summary>
/// <param name="Path">The path.</param>
sealed record CanonicalPath(string Path)
{
    /// <summary>The same text for every address of a resource.</summary>
    public static string Of(HttpContext http) =>
        (http.Features.Get<CanonicalPath>()?.Path ?? http.Request.Path.Value!).TrimEnd('/').ToLowerInvariant();

    /// <summary>
    /// Adds the canonical address in a <c>Link</c> header, if another address was used; and at <c>/v1</c> that of the page about the same
    /// treaty or State.
    /// </summary>
    public static void Declare(HttpContext http, string path)
    {
        if (PageOf(path) is { } page)
            http.Response.Headers.Append(HeaderNames.Link, $"<{http.Request.PathBase}{page}>; rel=\"alternate\"; type=\"text/html\"");
        if (string.Equals(http.Request.Path.Value, path, StringComparison.Ordinal))
            return;
        http.Response.Headers.Append(HeaderNames.Link, $"<{http.Request.PathBase}{path}{http.Request.QueryString}>; rel=\"canonical\"");
        http.Features.Set(new CanonicalPath(path));
    }

    // "/v1/treaties/untoc/counts" has the page "/treaties/untoc".
    static string? PageOf(string path) =>
        path.Split('/') is ["", "v1", "treaties" or "states" or "conventions" or "protocols", var name, ..] parts
            ? $"/{(parts[2] is "states" ? "states" : "treaties")}/{name}"
            : null;
}
