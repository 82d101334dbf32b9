namespace TreatyTracker.Api.Http;

/// <summary>The canonical path of what was asked for by another.</summary>
/// <param name="Path">The path.</param>
sealed record CanonicalPath(string Path)
{
    /// <summary>What names a resource, whichever of its addresses was asked.</summary>
    public static string Of(HttpContext http) => (http.Features.Get<CanonicalPath>()?.Path ?? http.Request.Path.Value!).TrimEnd('/').ToLowerInvariant();
}
