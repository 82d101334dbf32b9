using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Features;

/// <summary>Addresses whose answer stays.</summary>
static class Permalinks
{
    /// <summary>The path with the day and the instant fixed, and the language unless it is English.</summary>
    /// <param name="context">The context of the answer.</param>
    /// <param name="path">Its canonical path.</param>
    public static string PermalinkTo(this AnswerContext context, string path) =>
        $"{path}?asOf={context.AsOfText}&knownAt={Instant.Text(context.KnownAt)}{(context.Language == Languages.English ? "" : $"&lang={context.Language}")}";

    /// <summary>An absolute address of this service, by the scheme and host that it was asked under.</summary>
    public static Uri Absolute(this HttpContext http, string pathAndQuery) => new(http.AbsoluteText(pathAndQuery));

    /// <summary>The same, as text. A request of HTTP/1.0 may name no host.</summary>
    public static string AbsoluteText(this HttpContext http, string pathAndQuery) =>
        $"{http.Request.Scheme}://{(http.Request.Host.HasValue ? http.Request.Host.ToUriComponent() : "localhost")}{http.Request.PathBase.ToUriComponent()}{pathAndQuery}";
}
