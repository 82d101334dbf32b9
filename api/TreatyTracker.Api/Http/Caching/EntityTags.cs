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

    public Task Apply(HttpContext http, RequestDelegate next)
    {
        if (
            EndpointTraits.Of(http) is not { IsVersioned: true } shape
            || !HttpMethods.IsGet(http.Request.Method)
            || RequestSnapshot.Of(http) is not { } moment
        )
            return next(http);
        http.Response.Headers.Vary = s_vary;
        // What sends a file has the tag of its bytes.
        if (http.GetEndpoint()!.Metadata.GetMetadata<SendsFile>() is not null)
            return next(http);

        var asOf = (string?)http.Request.Query["asOf"];
        var tag = Tag(http, shape, moment, asOf);
        if (http.Request.Headers.IfNoneMatch is { Count: > 0 } held && EntityTagHeaderValue.TryParseList(held, out var tags))
        {
            if (tags.Contains(EntityTagHeaderValue.Any))
                return AnswerUnlessThere(http, next, () => Describe(http, moment, tag, asOf));
            // Only an answer of this very address with status 200 carries this tag: who holds it need not wait for the same answer to be
            // made again.
            if (tags.Any(t => t.Tag == tag))
            {
                Describe(http, moment, tag, asOf);
                http.Response.StatusCode = StatusCodes.Status304NotModified;
                Meters.NotModified.Add(1);
                return Task.CompletedTask;
            }
        }
        http.Response.OnStarting(() =>
        {
            if (http.Response.StatusCode == StatusCodes.Status200OK)
                Describe(http, moment, tag, asOf);
            return Task.CompletedTask;
        });
        return next(http);
    }

    /// <summary>Whether whoever asks holds the answer already (RFC 9110, 13.1.2: a weak tag will do).</summary>
    public static bool Holds(HttpContext http, EntityTagHeaderValue tag) =>
        http
            .Request.GetTypedHeaders()
            .IfNoneMatch.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(tag, useStrongComparison: false));

    static void Describe(HttpContext http, RequestSnapshot moment, string tag, string? asOf)
    {
        var (headers, today) = (http.Response.Headers, Instant.Text(moment.Today));
        headers.ETag = tag;
        headers.CacheControl = http.Request.Query.ContainsKey("knownAt") && string.CompareOrdinal(asOf ?? today, today) < 0 ? Long : Brief;
        if (moment.Register.LastRecordedAt is not { } recorded)
            return;
        // What speaks of today is another answer every day.
        var midnight = new DateTimeOffset(moment.Today, default, TimeSpan.Zero);
        // Never later than the answer itself (RFC 9110, 8.8.2.1), even where the clock was put back since.
        headers.LastModified = HeaderUtilities.FormatDate(
            recorded > moment.Now ? moment.Now
            : asOf is null && recorded < midnight ? midnight
            : recorded
        );
    }

    /// <summary>
    /// A client that holds anything at all ("*") gets 304 for whatever there is. That is known only when the answer is there.
    /// </summary>
    static async Task AnswerUnlessThere(HttpContext http, RequestDelegate next, Action describe)
    {
        var body = http.Response.Body;
        using var made = new MemoryStream();
        http.Response.Body = made;
        try
        {
            await next(http);
            await http.Response.CompleteAsync();
        }
        finally
        {
            http.Response.Body = body;
        }
        if (http.Response.StatusCode == StatusCodes.Status200OK)
        {
            describe();
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            // They would describe a body.
            foreach (
                var header in http
                    .Response.Headers.Keys.Where(k =>
                        k.StartsWith("Content-", StringComparison.Ordinal) && k != HeaderNames.ContentSecurityPolicy
                    )
                    .ToList()
            )
                http.Response.Headers.Remove(header);
            return;
        }
        made.Position = 0;
        await made.CopyToAsync(body, http.RequestAborted);
    }

    /// <summary>
    /// Such as <c>"1f3a5c7e9b2d4f60.2017-06-30.json.br.en.9b2d4f601f3a5c7e"</c>, which ends with the hash of the address.
    /// </summary>
    string Tag(HttpContext http, EndpointTraits shape, RequestSnapshot moment, string? asOf)
    {
        var request = http.Request;
        var metadata = http.GetEndpoint()!.Metadata;
        // A list has one of three forms, and what serves others names them.
        var format =
            shape.IsList ? ListResults.OfList(http, WireNames.Find<Format>(request.Query["format"]))?.WireName()
            : metadata.GetMetadata<ProducesMediaTypes>() is { } offered
                ? (string?)request.Query["format"] ?? Negotiation.BestType(http, offered.MediaTypes)
            : "json";
        var coding = request.Headers.AcceptEncoding.Count == 0 ? "" : compression.GetCompressionProvider(http)?.EncodingName;
        var host = metadata.GetMetadata<VariesByHost>() is null ? null : $"{request.Scheme}://{request.Host}{request.PathBase}";
        // The day stands in the tag itself.
        var query = asOf is null
            ? request.QueryString.Value
            : request.QueryString.Value!.Replace($"asOf={asOf}", "asOf", StringComparison.Ordinal);
        return $"\"{moment.Register.Version}.{asOf ?? Instant.Text(moment.Today)}.{format}.{coding}.{LanguageNegotiation.Of(http, request.Query["lang"])}.{Hash($"{host}{request.Path}{query}"):x16}\"";
    }

    static ulong Hash(string address) => XxHash64.HashToUInt64(MemoryMarshal.AsBytes(address.AsSpan()), s_build);
}
