using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Http;

/// <summary>
/// Keeps the bytes of answers that are asked for again, so that a common question is answered without being worked out: those of one data version
/// and one day, since on another day "today" is another answer.
/// </summary>
/// <param name="current">The snapshot that answers come from.</param>
/// <param name="clock">What day it is.</param>
public sealed class ReadyAnswers(CurrentRegister current, TimeProvider clock)
{
    /// <summary>A larger answer is sent as it is made, and not kept.</summary>
    const int LargestBody = 256 * 1024;

    /// <summary>When so many bytes are kept, those asked for since stay, and the rest make room.</summary>
    const long Capacity = 8 * 1024 * 1024;

    volatile Kept? _kept;

    /// <summary>Answers from what is kept, or keeps the answer of a question that comes for the second time.</summary>
    public Task Answer(HttpContext http, RequestDelegate next)
    {
        var isGet = HttpMethods.IsGet(http.Request.Method);
        if ((!isGet && !HttpMethods.IsHead(http.Request.Method)) || current.Now is not { } register) return next(http);

        var day = clock.GetUtcNow().UtcDateTime.Date;
        var kept = _kept;
        if (kept is null || kept.Register != register || kept.Day != day) _kept = kept = new Kept(register, day);
        var question = Question.Of(http);
        if (kept.Find(question) is { } ready) return ready.Send(http, withBody: isGet);
        return isGet && kept.WasAsked(question) ? MakeAndKeep(http, next, kept, question) : next(http);
    }

    static async Task MakeAndKeep(HttpContext http, RequestDelegate next, Kept kept, Question question)
    {
        var body = http.Response.Body;
        await using var copy = new CopyingStream(body, LargestBody);
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
        if (!Limits.WasCutOff(http) && http.Response.StatusCode == StatusCodes.Status200OK && copy.Copied is { } bytes && !StringValues.IsNullOrEmpty(http.Response.Headers.ETag)
            && http.Response.Headers[Answers.DataVersion] == kept.Register.Version && StringValues.IsNullOrEmpty(http.Response.Headers.AcceptRanges))
            kept.Keep(question, new Ready([.. http.Response.Headers.Where(h => h.Key is not ("Date" or "Content-Length" or "Transfer-Encoding"))], bytes));
    }

    /// <summary>All of a request that an answer may depend on.</summary>
    readonly record struct Question(string PathBase, string Path, string Query, string Host, string Accept, string AcceptEncoding, string AcceptLanguage)
    {
        // The address tells nearly all questions apart; to hash the headers as well would cost more than it saves.
        readonly int _hash = HashCode.Combine(Path, Query);

        public override int GetHashCode() => _hash;

        public static Question Of(HttpContext http)
        {
            var (request, headers) = (http.Request, http.Request.Headers);
            return new(request.PathBase.Value ?? "", request.Path.Value ?? "", request.QueryString.Value ?? "", headers.Host.ToString(), headers.Accept.ToString(), headers.AcceptEncoding.ToString(), headers.AcceptLanguage.ToString());
        }
    }

    /// <summary>A whole answer.</summary>
    sealed class Ready(KeyValuePair<string, StringValues>[] headers, byte[] body)
    {
        readonly string _tag = headers.First(h => h.Key == "ETag").Value.ToString();

        public int Size => body.Length + 1024;

        public Task Send(HttpContext http, bool withBody)
        {
            var held = http.Request.Headers.IfNoneMatch;
            var isHeld = held.Count > 0 && (held == _tag || held.ToString() is "*" || held.ToString().Contains(_tag, StringComparison.Ordinal));
            var sent = http.Response.Headers;
            foreach (var (name, value) in headers)
                // Of these a 304 has none: they would describe a body.
                if (!isHeld || name == "Content-Security-Policy" || !name.StartsWith("Content-", StringComparison.Ordinal)) sent[name] = value;
            Meters.ReadyAnswers.Add(1);
            if (isHeld)
            {
                Meters.NotModified.Add(1);
                http.Response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }
            sent.ContentLength = body.Length;
            return withBody ? http.Response.BodyWriter.WriteAsync(body, http.RequestAborted).AsTask() : Task.CompletedTask;
        }
    }

    /// <summary>What is kept for one data version on one day: the answers asked for lately, and those asked for before them.</summary>
    sealed class Kept(Register register, DateTime day)
    {
        // A question is kept when its mark is found: one that comes once, such as about a random day, costs no memory.
        readonly int[] _marks = new int[8192];
        ConcurrentDictionary<Question, Ready> _late = new(), _earlier = new();
        long _size;

        public Register Register => register;

        public DateTime Day => day;

        public Ready? Find(Question question)
        {
            if (_late.TryGetValue(question, out var ready)) return ready;
            if (!_earlier.TryGetValue(question, out ready)) return null;
            Keep(question, ready);
            return ready;
        }

        public bool WasAsked(Question question)
        {
            var hash = question.GetHashCode();
            ref var mark = ref _marks[(uint)hash % (uint)_marks.Length];
            if (mark == hash) return true;
            mark = hash;
            return false;
        }

        public void Keep(Question question, Ready ready)
        {
            if (!_late.TryAdd(question, ready) || Interlocked.Add(ref _size, ready.Size) < Capacity) return;
            Interlocked.Exchange(ref _size, 0);
            (_earlier, _late) = (_late, new());
        }
    }
}
