using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Features;

/// <summary>Addresses whose answer does not change.</summary>
static class Permalinks
{
    /// <summary>The path with the day and the instant fixed, and the language unless it is English.</summary>
    /// <param name="context">The context of the answer.</param>
    /// <param name="path">The canonical path of the answer.</param>
    public static string PermalinkTo(this AnswerContext context, string path) =>
        $"{path}?asOf={context.AsOfText}&knownAt={Instant.Text(context.KnownAt)}"
        + (context.Language == Languages.English ? "" : $"&lang={context.Language}");

    /// <summary>An absolute address of this service, with the scheme and host of the request.</summary>
    public static Uri Absolute(this HttpContext http, string pathAndQuery) => new(http.AbsoluteText(pathAndQuery));

    /// <summary>The same, as text. An HTTP/1.0 request may have no host.</summary>
    public static string AbsoluteText(this HttpContext http, string pathAndQuery) =>
        $"{http.Request.Scheme}://{(http.Request.Host.HasValue ? http.Request.Host.ToUriComponent() : "localhost")}"
        + $"{http.Request.PathBase.ToUriComponent()}{pathAndQuery}";
}
