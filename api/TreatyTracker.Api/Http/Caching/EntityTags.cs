using System.IO.Hashing;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Http.Caching;

/// <summary>
/// Lets answers be kept: a strong ETag that is made of the data version, the day asked about, the representation, its content coding, its
/// language
/// and the address alone, so that it is known before the answer is made; 304 for who holds it; and how long the answer holds.
/// </summary>
/// <param name="compression">Which content coding an answer would get.</param>
sealed class EntityTags(IResponseCompressionProvider compression)
{
    /// <summary>Of an answer that may change: it speaks of today, or of all that the register knows.</summary>
    public const string Brief = "public, max-age=60";

    /// <summary>Of an answer that never changes: a past day, as known at an instant.</summary>
    const string Long = "public, max-age=86400";

    /// <summary>
    /// What an answer may depend on beside its address: the same words for all, so that no shared cache mixes two representations up.
    /// </summary>
    static readonly StringValues s_vary = $"{HeaderNames.Accept}, {HeaderNames.AcceptEncoding}, {HeaderNames.AcceptLanguage}";

    // Another build may say the same in other words. Replicas run the same one.
    static readonly long s_build = BitConverter.ToInt64(
        XxHash64.Hash([
            .. typeof(EntityTags).Module.ModuleVersionId.ToByteArray(),
            .. typeof(TreatyEvent).Module.ModuleVersionId.ToByteArray(),
        ])
    );

    /// <summary>
    /// Tags the answer; answers 304 to who holds it and 412 to who holds another one (RFC 9110, 13.1). What sends a file has the tag of its
    /// bytes and evaluates the conditions itself.
    /// </summary>
    public Task Apply(HttpContext http, RequestDelegate next)
    {
        if (EndpointTraits.Of(http) is not { IsVersioned: true } traits || RequestSnapshot.Of(http) is not { } snapshot || !IsReading(http))
            return next(http);
        http.Response.Headers.Vary = s_vary;
        if (traits.SendsFile)
            return next(http);

        var asOf = (string?)http.Request.Query["asOf"];
        var tag = Tag(http, traits, snapshot, asOf);
        // Only an answer of this address with status 200 carries this tag, so the answer need not be computed to compare it.
        if (http.Request.Headers.IfMatch is { Count: > 0 } wanted && !Matches(wanted, tag, weakly: false))
            return Problem.Send(http, ProblemType.PreconditionFailed);
        if (http.Request.Headers.IfNoneMatch is { Count: > 0 } held && Matches(held, tag, weakly: true))
        {
            Describe(http, snapshot, tag, asOf);
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            Meters.NotModified.Add(1);
            return Task.CompletedTask;
        }
        http.Response.OnStarting(() =>
        {
            if (http.Response.StatusCode == StatusCodes.Status200OK)
                Describe(http, snapshot, tag, asOf);
            return Task.CompletedTask;
        });
        return next(http);
    }

    static bool IsReading(HttpContext http) => HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);

    // "*" matches any answer that there is. Whether there is one is known only once it is computed, so only If-Match honours it,
    // harmlessly.
    static bool Matches(StringValues condition, string tag, bool weakly) =>
        EntityTagHeaderValue.TryParseList(condition, out var tags)
        && tags.Any(t => (!weakly && t.Equals(EntityTagHeaderValue.Any)) || (t.Tag == tag && (weakly || !t.IsWeak)));

    /// <summary>Whether whoever asks holds the answer already (RFC 9110, 13.1.2: a weak tag will do).</summary>
    public static bool Holds(HttpContext http, EntityTagHeaderValue tag) =>
        http
            .Request.GetTypedHeaders()
            .IfNoneMatch.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(tag, useStrongComparison: false));

    static void Describe(HttpContext http, RequestSnapshot snapshot, string tag, string? asOf)
    {
        var (headers, today) = (http.Response.Headers, Instant.Text(snapshot.Today));
        headers.ETag = tag;
        headers.CacheControl = http.Request.Query.ContainsKey("knownAt") && string.CompareOrdinal(asOf ?? today, today) < 0 ? Long : Brief;
        if (snapshot.Register.LastRecordedAt is not { } recorded)
            return;
        // What speaks of today is another answer every day.
        var midnight = new DateTimeOffset(snapshot.Today, default, TimeSpan.Zero);
        // Never later than the answer itself (RFC 9110, 8.8.2.1), even where the clock was put back since.
        headers.LastModified = HeaderUtilities.FormatDate(
            recorded > snapshot.Now ? snapshot.Now
            : asOf is null && recorded < midnight ? midnight
            : recorded
        );
    }

    /// <summary>
    /// Such as <c>"1f3a5c7e9b2d4f60.2017-06-30.json.br.en.9b2d4f601f3a5c7e"</c>, which ends with the hash of the address.
    /// </summary>
    string Tag(HttpContext http, EndpointTraits traits, RequestSnapshot snapshot, string? asOf)
    {
        var request = http.Request;
        var format = http.Features.Get<AnswerFormat>()?.Representation.Format;
        var coding = request.Headers.AcceptEncoding.Count == 0 ? "" : compression.GetCompressionProvider(http)?.EncodingName;
        var language = LanguageNegotiation.Of(http, request.Query["lang"]);
        var host = traits.VariesByHost ? $"{request.Scheme}://{request.Host}{request.PathBase}" : null;
        // The day stands in the tag itself.
        var query = asOf is null
            ? request.QueryString.Value
            : request.QueryString.Value!.Replace($"asOf={asOf}", "asOf", StringComparison.Ordinal);
        var address = Hash($"{host}{request.Path}{query}");
        return $"\"{snapshot.Register.Version}.{asOf ?? Instant.Text(snapshot.Today)}.{format}.{coding}.{language}.{address:x16}\"";
    }

    /// <summary>Where the day stands in a tag.</summary>
    public static Range DayIn(string tag) => (tag.IndexOf('.') + 1)..(tag.IndexOf('.') + 1 + "2017-06-30".Length);

    static ulong Hash(string address) => XxHash64.HashToUInt64(MemoryMarshal.AsBytes(address.AsSpan()), s_build);
}
