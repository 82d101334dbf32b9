using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.Http.Caching;

/// <summary>
/// Keeps the bytes of answers that are asked for again, so that a common question is answered without being worked out: those of one data
/// version
/// and one day, since on another day "today" is another answer. Where an endpoint tells on which days its answer changes, one that is kept
/// does for
/// all days until the next.
/// </summary>
/// <param name="current">The snapshot that answers come from.</param>
/// <param name="clock">What day it is.</param>
public sealed class ResponseCache(CurrentRegister current, TimeProvider clock)
{
    /// <summary>A larger answer is sent as it is made, and not kept.</summary>
    const int LargestBody = 256 * 1024;

    /// <summary>When so many bytes are kept, those asked for since stay, and the rest make room.</summary>
    const long Capacity = 8 * 1024 * 1024;

    /// <summary>Of so many questions, whatever the day, it is known when their answers change.</summary>
    const int MostStretches = 2048;

    volatile Kept? _kept;

    /// <summary>Answers from what is kept, or keeps the answer of a question that comes for the second time.</summary>
    public Task Answer(HttpContext http, RequestDelegate next)
    {
        var isGet = HttpMethods.IsGet(http.Request.Method);
        if ((!isGet && !HttpMethods.IsHead(http.Request.Method)) || current.Now is not { } register)
            return next(http);

        var today = clock.GetUtcNow().UtcDateTime.Date;
        var kept = _kept;
        if (kept is null || kept.Register != register || kept.Day != today)
            _kept = kept = new Kept(register, today);
        var question = CacheKey.Of(http);
        Stretches? stretches = null;
        if (question.WithoutDay(out var day) is { } dayless)
        {
            stretches = kept.StretchesOf(dayless);
            if (stretches is not null)
                question = dayless with { Since = stretches.StartOf(day) };
            else
                http.Features.Set(kept.Listener(dayless));
        }
        if ((stretches is null ? kept.Find(question) : kept.Find(question)?.On(day)) is { } ready)
            return ready.Send(http, withBody: isGet);
        return isGet && kept.WasAsked(question) ? MakeAndKeep(http, next, kept, question, stretches, day) : next(http);
    }

    static async Task MakeAndKeep(HttpContext http, RequestDelegate next, Kept kept, CacheKey question, Stretches? stretches, DateOnly day)
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
        // A tag says that the answer holds for this data version and day; the version, that it was made from them.
        if (
            CutOff.Happened(http)
            || http.Response.StatusCode != StatusCodes.Status200OK
            || copy.Copied is not { } bytes
            || StringValues.IsNullOrEmpty(http.Response.Headers.ETag)
            || http.Response.Headers[JsonBody.DataVersion] != kept.Register.Version
            || !StringValues.IsNullOrEmpty(http.Response.Headers.AcceptRanges)
        )
            return;
        // What every answer is given before it comes here need not be given twice.
        var answer = new CachedResponse(
            [.. http.Response.Headers.Except(before).Where(h => h.Key is not ("Date" or "Content-Length" or "Transfer-Encoding"))],
            bytes,
            http.GetEndpoint()
        );
        kept.Keep(question, stretches is null ? answer : new(answer, day, stretches.Written));
    }

    /// <summary>What is kept for one data version on one day: the answers asked for lately, and those asked for before them.</summary>
    sealed class Kept(Register register, DateTime day)
    {
        // A question is kept when its mark is found: one that comes once costs no memory.
        readonly int[] _marks = new int[8192];
        readonly ConcurrentDictionary<CacheKey, Stretches> _stretches = new();
        ConcurrentDictionary<CacheKey, CachedResponse> _late = new(),
            _earlier = new();
        long _size;

        public Register Register => register;

        public DateTime Day => day;

        public CachedResponse? Find(CacheKey question)
        {
            if (_late.TryGetValue(question, out var ready))
                return ready;
            if (!_earlier.TryGetValue(question, out ready))
                return null;
            Keep(question, ready);
            return ready;
        }

        public bool WasAsked(CacheKey question)
        {
            var hash = question.GetHashCode();
            ref var mark = ref _marks[(uint)hash % (uint)_marks.Length];
            if (mark == hash)
                return true;
            mark = hash;
            return false;
        }

        public void Keep(CacheKey question, CachedResponse ready)
        {
            if (_late.TryGetValue(question, out var other))
            {
                // Of two answers about days of one stretch, each proves the other.
                if (question.Since is not null && !other.IsProved)
                    (_late[question] = ready).Prove(other);
                return;
            }
            if (!_late.TryAdd(question, ready) || Interlocked.Add(ref _size, ready.Size) < Capacity)
                return;
            Interlocked.Exchange(ref _size, 0);
            (_earlier, _late) = (_late, new());
        }

        public Stretches? StretchesOf(CacheKey dayless) => _stretches.GetValueOrDefault(dayless);

        public Stretches.Listener Listener(CacheKey dayless) =>
            new(told =>
            {
                if (_stretches.Count >= MostStretches)
                    _stretches.Clear();
                _stretches.TryAdd(dayless, told);
            });
    }
}
