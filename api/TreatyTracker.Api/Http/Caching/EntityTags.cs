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
/// Makes answers cacheable: a strong ETag, 304 for a client that has the answer, and how long the answer can be kept. The tag is made from
/// the data version, the requested day, the representation, its content coding, its language and the address only, so it is known before
/// the answer is computed.
/// </summary>
/// <param name="compression">Chooses the content coding of an answer.</param>
sealed class EntityTags(IResponseCompressionProvider compression)
{
    /// <summary>For an answer that can change, because it depends on today or on everything that the register knows.</summary>
    public const string Brief = "public, max-age=60";

    /// <summary>For an answer that never changes: a past day, as known at an instant.</summary>
    const string Long = "public, max-age=86400";

    // Longer than an import can hold the database between its instant of recording and its end, and clocks can differ.
    static readonly TimeSpan s_settled = TimeSpan.FromHours(1);

    // The headers that an answer can depend on: the same for all answers, so that no shared cache confuses two representations.
    static readonly StringValues s_vary = $"{HeaderNames.Accept}, {HeaderNames.AcceptEncoding}, {HeaderNames.AcceptLanguage}";

    // Another build can give another answer from the same data. All replicas run the same build.
    static readonly long s_build = BitConverter.ToInt64(
        XxHash64.Hash([
            .. typeof(EntityTags).Module.ModuleVersionId.ToByteArray(),
            .. typeof(TreatyEvent).Module.ModuleVersionId.ToByteArray(),
        ])
    );

    /// <summary>
    /// Sets the tag of the answer; answers 304 if If-None-Match has it, and 412 if If-Match does not (RFC 9110, 13.1). Endpoints that send
    /// a file use the tag of its bytes, and evaluate the conditions themselves.
    /// </summary>
    public Task Apply(HttpContext http, RequestDelegate next)
    {
        if (EndpointTraits.Of(http) is not { IsTagged: true } traits || RequestSnapshot.Of(http) is not { } snapshot || !IsReading(http))
            return next(http);
        http.Response.Headers.Vary = s_vary;
        if (traits.SendsFile)
            return next(http);

        var asOf = (string?)http.Request.Query["asOf"];
        // The request is wrong, whatever the client holds.
        if (asOf is not null && Instant.ParseDay(asOf) is null)
            return next(http);
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

    // "*" matches any existing answer, but whether one exists is known only after it is computed. In If-Match, where it changes nothing for
    // an existing answer, it is accepted; in If-None-Match it is ignored.
    static bool Matches(StringValues condition, string tag, bool weakly) =>
        EntityTagHeaderValue.TryParseList(condition, out var tags)
        && tags.Any(t => (!weakly && t.Equals(EntityTagHeaderValue.Any)) || (t.Tag == tag && (weakly || !t.IsWeak)));

    /// <summary>Whether the client has the answer already (RFC 9110, 13.1.2: a weak tag is enough).</summary>
    public static bool Holds(HttpContext http, EntityTagHeaderValue tag) =>
        http.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false));

    static void Describe(HttpContext http, RequestSnapshot snapshot, string tag, string? asOf)
    {
        var (headers, today) = (http.Response.Headers, Instant.Text(snapshot.Today));
        headers.ETag = tag;
        headers.CacheControl = Brief;
        if (snapshot.Register.LastRecordedAt is not { } recorded)
            return;
        // Nothing is recorded before the latest recording any more, nor long ago. An instant just now may still be overtaken by one.
        if (
            (
                Instant.Parse(http.Request.Query["knownAt"]) is { } knownAt
                    ? knownAt <= recorded || knownAt < snapshot.Now - s_settled
                    : http.Request.Query.ContainsKey("version")
            )
            && string.CompareOrdinal(asOf ?? today, today) < 0
        )
            headers.CacheControl = Long;
        // An answer about today changes every day.
        var midnight = new DateTimeOffset(snapshot.Today, default, TimeSpan.Zero);
        // Never later than the answer itself (RFC 9110, 8.8.2.1), even if the clock was set back.
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
        var representation = http.Features.Get<AnswerFormat>()?.Representation;
        var coding = request.Headers.AcceptEncoding.Count == 0 ? "" : compression.GetCompressionProvider(http)?.EncodingName;
        var language = LanguageNegotiation.Of(http, request.Query["lang"]);
        var host =
            traits.VariesByHost || representation is { NamesHost: true } ? $"{request.Scheme}://{request.Host}{request.PathBase}" : null;
        // The tag itself contains the day.
        var query = asOf is null
            ? request.QueryString.Value
            : request.QueryString.Value!.Replace($"asOf={asOf}", "asOf", StringComparison.Ordinal);
        var address = Hash($"{host}{request.Path}{query}");
        var day = asOf ?? Instant.Text(snapshot.Today);
        return $"\"{snapshot.Register.VersionOfAnswers}.{day}.{representation?.Format}.{coding}.{language}.{address:x16}\"";
    }

    /// <summary>The position of the day in a tag.</summary>
    public static Range DayIn(string tag) => (tag.IndexOf('.') + 1)..(tag.IndexOf('.') + 1 + "2017-06-30".Length);

    static ulong Hash(string address) => XxHash64.HashToUInt64(MemoryMarshal.AsBytes(address.AsSpan()), s_build);
}
