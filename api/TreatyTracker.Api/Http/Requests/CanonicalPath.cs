using Microsoft.Net.Http.Headers;

namespace TreatyTracker.Api.Http.Requests;

/// <summary>The canonical path of a resource that was requested under another one.</summary>
/// <param name="Path">The path.</param>
sealed record CanonicalPath(string Path)
{
    /// <summary>The same text for every address of a resource.</summary>
    public static string Of(HttpContext http) =>
        (http.Features.Get<CanonicalPath>()?.Path ?? http.Request.Path.Value!).TrimEnd('/').ToLowerInvariant();

    /// <summary>Adds the canonical address in a <c>Link</c> header, if another address was used.</summary>
    public static void Declare(HttpContext http, string path)
    {
        if (string.Equals(http.Request.Path.Value, path, StringComparison.Ordinal))
            return;
        http.Response.Headers.Append(HeaderNames.Link, $"<{http.Request.PathBase}{path}{http.Request.QueryString}>; rel=\"canonical\"");
        http.Features.Set(new CanonicalPath(path));
    }
}
