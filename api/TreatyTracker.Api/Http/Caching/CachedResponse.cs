using System.Text;
using Microsoft.Extensions.Primitives;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Http.Caching;

/// <summary>A whole answer, to be sent again. It may be about a day of a stretch, from which those about its other days are made.</summary>
sealed class CachedResponse
{
    readonly KeyValuePair<string, StringValues>[] _headers;
    readonly byte[] _body;
    readonly Endpoint? _endpoint;
    readonly DateOnly _day;
    readonly Func<DateOnly, string>[] _written = [];
    readonly (int At, int Length, int Form)[] _places = [];

    /// <summary>An answer that is sent as it is.</summary>
    public CachedResponse(KeyValuePair<string, StringValues>[] headers, byte[] body, Endpoint? endpoint) =>
        (_headers, _body, _endpoint) = (headers, body, endpoint);

    /// <summary>An answer about a day.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="day">The day.</param>
    /// <param name="written">The forms in which it writes the day.</param>
    public CachedResponse(CachedResponse answer, DateOnly day, Func<DateOnly, string>[] written)
        : this(answer._headers, answer._body, answer._endpoint)
    {
        (_day, _written) = (day, written);
        _places = [.. written.SelectMany((form, at) => Places(form(day), at)).OrderBy(p => p.At)];
    }

    /// <summary>About how much memory it takes.</summary>
    public int Size => _body.Length + 1024;

    /// <summary>
    /// Whether an answer about another day was made from it, or it from one, and was the one that was worked out for that day.
    /// </summary>
    public bool IsProved { get; private set; }

    string Tag => Array.Find(_headers, h => h.Key == "ETag").Value.ToString();

    /// <summary>
    /// The answer about a day of the stretch; <c>null</c> while it is not sure that it can be made: a day that it has anyhow may be the
    /// very one asked about.
    /// </summary>
    public CachedResponse? On(DateOnly day) =>
        day == _day ? this
        : IsProved ? Made(day)
        : null;

    /// <summary>Holds it against an answer about another day of the stretch that was worked out.</summary>
    public void Prove(CachedResponse other)
    {
        var made = Made(other._day);
        IsProved = _day != other._day && made._body.AsSpan().SequenceEqual(other._body) && made._headers.SequenceEqual(other._headers);
        other.IsProved = IsProved;
    }

    /// <summary>Sends it, or says that whoever asks has it.</summary>
    public Task Send(HttpContext http, bool withBody)
    {
        var held = http.Request.Headers.IfNoneMatch;
        var isHeld =
            held.Count > 0
            && (Tag is var tag && held == tag || held.ToString() is "*" || held.ToString().Contains(tag, StringComparison.Ordinal));
        var sent = http.Response.Headers;
        foreach (var (name, value) in _headers)
            // Of these a 304 has none: they would describe a body.
            if (!isHeld || name == "Content-Security-Policy" || !name.StartsWith("Content-", StringComparison.Ordinal))
                sent[name] = value;
        // The host tells its metrics and traces by it.
        http.SetEndpoint(_endpoint);
        Meters.ReadyAnswers.Add(1);
        if (isHeld)
        {
            Meters.NotModified.Add(1);
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        sent.ContentLength = _body.Length;
        return withBody ? http.Response.BodyWriter.WriteAsync(_body, http.RequestAborted).AsTask() : Task.CompletedTask;
    }

    CachedResponse Made(DateOnly day)
    {
        var texts = Array.ConvertAll(_written, form => Encoding.UTF8.GetBytes(form(day)));
        var body = new byte[_body.Length + _places.Sum(p => texts[p.Form].Length - p.Length)];
        var (from, to) = (0, 0);
        foreach (var (at, length, form) in _places)
        {
            _body.AsSpan(from..at).CopyTo(body.AsSpan(to));
            texts[form].CopyTo(body, to += at - from);
            (from, to) = (at + length, to + texts[form].Length);
        }
        _body.AsSpan(from).CopyTo(body.AsSpan(to));
        var (before, after) = (Instant.Text(_day), Instant.Text(day));
        return new(
            Array.ConvertAll(
                _headers,
                h =>
                    h.Value.ToString() is var value && value.Contains(before, StringComparison.Ordinal)
                        ? new(h.Key, value.Replace(before, after, StringComparison.Ordinal))
                        : h
            ),
            body,
            _endpoint
        );
    }

    IEnumerable<(int At, int Length, int Form)> Places(string text, int form)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (int at = 0, next; (next = _body.AsSpan(at).IndexOf(bytes)) >= 0; at += next + bytes.Length)
            yield return (at + next, bytes.Length, form);
    }
}
