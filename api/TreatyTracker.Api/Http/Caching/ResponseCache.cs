using System.Collections.Immutable;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Http.Caching;

/// <summary>
/// Keeps answers that are requested again, so that a common request is answered before anything is computed. The key contains the data
/// version and the current day, so an entry is never out of date. The cache is bounded, and evicts the least recently used entries.
/// </summary>
public sealed class ResponseCache : IDisposable
{
    /// <summary>The largest body, in bytes, that is kept.</summary>
    const int LargestBody = 256 * 1024;

    /// <summary>The most bytes that are kept: about the counts of each step of the 309 shipped treaties.</summary>
    const long Capacity = 64 * 1024 * 1024;

    readonly MemoryCache _answers = new(new MemoryCacheOptions { SizeLimit = Capacity, CompactionPercentage = 0.25 });

    // An answer is kept at the second request, so that single requests cost no memory.
    readonly int[] _askedOnce = new int[8192];

    /// <summary>Answers from the cache, or keeps the answer if this is the second such request.</summary>
    public Task Answer(HttpContext http, RequestDelegate next)
    {
        var isGet = HttpMethods.IsGet(http.Request.Method);
        // If-Match is rare, and is evaluated where the tag is computed.
        if (
            (!isGet && !HttpMethods.IsHead(http.Request.Method))
            || http.Request.Headers.IfMatch.Count > 0
            || RequestSnapshot.Of(http) is not { } snapshot
        )
            return next(http);

        var dayless = CacheKey.WithoutDay(http, snapshot, out var day);
        if (dayless is not null && _answers.TryGetValue<Steps>(dayless, out var steps) && steps!.Of(day) is { } step)
            return step.Send(http, day);
        var key = CacheKey.Of(http, snapshot);
        if (_answers.TryGetValue<CachedResponse>(key, out var ready) && ready!.Answers(http))
            return ready.Send(http, day);
        return isGet && WasAsked(dayless ?? key) ? MakeAndKeep(http, next, key, dayless) : next(http);
    }

    /// <inheritdoc/>
    public void Dispose() => _answers.Dispose();

    bool WasAsked(CacheKey key)
    {
        var hash = key.GetHashCode();
        ref var mark = ref _askedOnce[(uint)hash % (uint)_askedOnce.Length];
        if (mark == hash)
            return true;
        mark = hash;
        return false;
    }

    async Task MakeAndKeep(HttpContext http, RequestDelegate next, CacheKey key, CacheKey? dayless)
    {
        var (body, before) = (http.Response.Body, http.Response.Headers.ToArray());
        await using var copy = new TeeStream(body, LargestBody);
        http.Response.Body = copy;
        try
        {
            await next(http);
            await http.Response.CompleteAsync();
        }
        finally
        {
            http.Response.Body = body;
        }
        var headers = http.Response.Headers;
        // An aborted answer can be incomplete, and only answers with a tag are the same the next time. Files are streamed from disk.
        if (
            http.RequestAborted.IsCancellationRequested
            || http.Response.StatusCode is not (StatusCodes.Status200OK or StatusCodes.Status304NotModified)
            || StringValues.IsNullOrEmpty(headers.ETag)
            || EndpointTraits.Of(http) is { SendsFile: true }
            || copy.Copied is not { } bytes
        )
            return;
        // The headers that are set before the cache are set for a kept answer too.
        var own = headers.Except(before).Where(h => !IsOfConnection(h.Key)).ToArray();
        // A client that polls never asks for the body: the 304 is kept alone.
        if (http.Response.StatusCode == StatusCodes.Status304NotModified)
        {
            var unchanged = new CachedResponse(own, null, null, http.GetEndpoint());
            Set(key, unchanged, unchanged.Size);
        }
        // A canonical link contains the day too, so such an answer is kept for its own day only.
        else if (http.Features.Get<DayTemplate>() is { } template && http.Features.Get<CanonicalPath>() is null && dayless is not null)
            Keep(dayless, own, template, http.GetEndpoint());
        // That another day was asked for before says nothing of an answer that holds for its own day only.
        else if (dayless is null || WasAsked(key))
        {
            var answer = new CachedResponse(own, bytes, null, http.GetEndpoint());
            Set(key, answer, answer.Size);
        }
    }

    static bool IsOfConnection(string header) =>
        header == HeaderNames.Date || header == HeaderNames.ContentLength || header == HeaderNames.TransferEncoding;

    void Keep(CacheKey dayless, KeyValuePair<string, StringValues>[] headers, DayTemplate template, Endpoint? endpoint)
    {
        var steps = _answers.TryGetValue<Steps>(dayless, out var known) ? known! : new([]);
        var step = new CachedResponse(headers, null, template, endpoint, steps.ByDay.FirstOrDefault());
        Set(dayless, steps = steps.With(step), steps.Size);
    }

    void Set(CacheKey key, object value, int size) => _answers.Set(key, value, new MemoryCacheEntryOptions { Size = size });

    /// <summary>The answers to one request for the days of different steps, by first day.</summary>
    sealed record Steps(ImmutableArray<CachedResponse> ByDay)
    {
        // Beside each other, so that a search looks at one answer alone.
        readonly DateOnly[] _firstDays = [.. ByDay.Select(s => s.Template!.From)];

        public int Size => ByDay.Sum(s => s.Size);

        public CachedResponse? Of(DateOnly day)
        {
            var found = Array.BinarySearch(_firstDays, day);
            var at = found < 0 ? ~found - 1 : found;
            return at >= 0 && day < ByDay[at].Template!.Until ? ByDay[at] : null;
        }

        public Steps With(CachedResponse step) =>
            Of(step.Template!.From) is null ? new([.. ByDay.Add(step).OrderBy(s => s.Template!.From)]) : this;
    }
}
