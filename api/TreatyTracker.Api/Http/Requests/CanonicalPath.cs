using Microsoft.Net.Http.Headers;

namespace TreatyTracker.Api.Http.Requests;

/// <summary>The canonical path of what was asked for by another.</summary>
/// <param name="Path">The path.</param>
sealed record CanonicalPath(string Path)
{
    /// <summary>What names a resource, whichever of its addresses was asked.</summary>
    public static string Of(HttpContext http) =>
        (http.Features.Get<CanonicalPath>()?.Path ?? http.Request.Path.Value!).TrimEnd('/').ToLowerInvariant();

    /// <summary>Names the canonical address of what was asked for, in a <c>Link</c> header, where another address was used.</summary>
    public static void Declare(HttpContext http, string path)
    {
        if (string.Equals(http.Request.Path.Value, path, StringComparison.Ordinal))
            return;
        http.Response.Headers.Append(HeaderNames.Link, $"<{http.Request.PathBase}{path}{http.Request.QueryString}>; rel=\"canonical\"");
        http.Features.Set(new CanonicalPath(path));
    }
}
