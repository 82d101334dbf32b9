using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Http.Caching;

/// <summary>An answer with status 200, or a 304 alone, kept to be sent again.</summary>
/// <param name="headers">Its headers, except those that every answer gets before the cache.</param>
/// <param name="body">Its body; <c>null</c> where <paramref name="template"/> makes it, or for a 304.</param>
/// <param name="template">Makes the body for each day of a step; <c>null</c> for an answer that is sent as it is.</param>
/// <param name="endpoint">The endpoint that gave it, for metrics and traces.</param>
/// <param name="like">An answer to the same request for other days, with which it shares its headers where they are equal.</param>
sealed class CachedResponse(
    KeyValuePair<string, StringValues>[] headers,
    byte[]? body,
    DayTemplate? template,
    Endpoint? endpoint,
    CachedResponse? like = null
)
{
    readonly string _tag = headers.First(h => h.Key == HeaderNames.ETag).Value.ToString();
    readonly (KeyValuePair<string, StringValues>[] All, bool AreShared) _headers = Shared(
        [.. headers.Where(h => h.Key != HeaderNames.ETag)],
        like
    );

    /// <summary>Its approximate size in bytes.</summary>
    public int Size => (body?.Length ?? template?.Size ?? 0) + (_headers.AreShared ? 512 : 1024);

    /// <summary>Makes the body for each day of a step; <c>null</c> for an answer that is sent as it is.</summary>
    public DayTemplate? Template => template;

    /// <summary>Whether it answers the request: a 304 does so only for a client that has the answer.</summary>
    public bool Answers(HttpContext http) => body is not null || template is not null || IsHeld(http, _tag);

    /// <summary>Sends it, or 304 to a client that has it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="day">The requested day; used only if there is a template.</param>
    public Task Send(HttpContext http, DateOnly day)
    {
        var iso = template is null ? "" : Instant.Text(day);
        var tag = template is null ? _tag : TagOn(iso);
        var isHeld = IsHeld(http, tag);
        var sent = http.Response.Headers;
        foreach (var (name, value) in _headers.All)
            // A 304 has no headers that describe a body.
            if (!isHeld || !name.StartsWith("Content-", StringComparison.Ordinal))
                sent[name] = value;
        sent.ETag = tag;
        http.SetEndpoint(endpoint);
        Meters.CachedAnswers.Add(1);
        if (isHeld)
        {
            Meters.NotModified.Add(1);
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        var bytes = body ?? template!.On(day, iso);
        sent.ContentLength = bytes.Length;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.BodyWriter.WriteAsync(bytes).AsTask();
    }

    static (KeyValuePair<string, StringValues>[], bool) Shared(KeyValuePair<string, StringValues>[] own, CachedResponse? like) =>
        like is not null && own.SequenceEqual(like._headers.All) ? (like._headers.All, true) : (own, false);

    static bool IsHeld(HttpContext http, string tag) =>
        http.Request.Headers.IfNoneMatch is { Count: > 0 } held && held.ToString().Contains(tag, StringComparison.Ordinal);

    string TagOn(string day)
    {
        var (start, length) = EntityTags.DayIn(_tag).GetOffsetAndLength(_tag.Length);
        return string.Concat(_tag.AsSpan(0, start), day, _tag.AsSpan(start + length));
    }
}
