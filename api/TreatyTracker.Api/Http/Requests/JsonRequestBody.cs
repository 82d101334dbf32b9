using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace TreatyTracker.Api.Http.Requests;

/// <summary>Reads the JSON body of a request within limits. FastEndpoints would answer bad JSON with names of .NET types.</summary>
static class JsonRequestBody
{
    /// <summary>The largest body, in bytes.</summary>
    public const int MostBytes = 1 << 20;

    /// <summary>Deeper bodies are refused before they are looked at.</summary>
    static readonly JsonDocumentOptions s_options = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>The answer to a request with a body, which no cache keeps; a problem where the body cannot be read.</summary>
    /// <param name="http">The request.</param>
    /// <param name="form">What the body must be, for the message: a phrase with an example.</param>
    /// <param name="answer">Makes the answer from the body, which exists no longer than that takes.</param>
    /// <param name="ct">Ends the reading.</param>
    public static async Task<IResult> Answer(HttpContext http, string form, Func<JsonElement, Task<IResult>> answer, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        var (body, problem) = await Read(http, form, ct);
        if (body is null)
            return problem!;
        using (body)
            return await answer(body.RootElement);
    }

    static async Task<(JsonDocument? Body, IResult? Problem)> Read(HttpContext http, string form, CancellationToken ct)
    {
        if (
            http.Request.Headers.ContentEncoding.ToString() is { Length: > 0 } encoding
            && !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase)
        )
            return (null, Unsupported("The body is compressed. Send it without the header Content-Encoding."));
        if (MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) && type.Charset.HasValue && !IsUtf8(type.Charset.Value))
            return (null, Unsupported("The body is not in UTF-8. Send it in UTF-8, with the header Content-Type: application/json."));
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostBytes;
        using var bytes = new MemoryStream();
        var part = new byte[16 << 10];
        try
        {
            // Kestrel keeps this limit itself; other servers may have none.
            while (bytes.Length <= MostBytes && await http.Request.Body.ReadAsync(part, ct) is > 0 and var read)
                bytes.Write(part, 0, read);
        }
        // Not left to the exception handler, which logs an error: it is the client's.
        catch (BadHttpRequestException e) when (e.StatusCode == ProblemType.ContentTooLarge.Status)
        {
            return (null, TooLarge());
        }
        if (bytes.Length > MostBytes)
            return (null, TooLarge());
        ReadOnlyMemory<byte> text = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        if (text.Span.StartsWith("\uFEFF"u8))
            text = text[3..];
        if (!Utf8.IsValid(text.Span))
            return (null, Bad($"The body is not valid UTF-8. Send {form}."));
        try
        {
            return (JsonDocument.Parse(text, s_options), null);
        }
        catch (JsonException e)
        {
            var place = string.Create(
                CultureInfo.InvariantCulture,
                $"line {(e.LineNumber ?? 0) + 1}, byte {(e.BytePositionInLine ?? 0) + 1}"
            );
            return (null, Bad($"The body is not JSON, or is nested too deeply, or has a member twice ({place}). Send {form}."));
        }
        // The name of a member that holds a lone surrogate.
        catch (InvalidOperationException)
        {
            return (null, Bad($"The body has a member whose name is not valid Unicode. Send {form}."));
        }
    }

    /// <summary>The text of a value; <c>null</c> where it is no text, or holds a lone surrogate.</summary>
    public static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind is JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    static bool IsUtf8(string charset) => charset.Trim('"').ToUpperInvariant() is "UTF-8" or "UTF8";

    static IResult TooLarge() => Http.Problem.Result(ProblemType.ContentTooLarge);

    static IResult Unsupported(string message) => Http.Problem.Result(ProblemType.UnsupportedMediaType, message);

    static IResult Bad(string message) => Http.Problem.BadParameter("body", message);
}
