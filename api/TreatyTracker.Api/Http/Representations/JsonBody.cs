using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TreatyTracker.Api.Http.Representations;

/// <summary>Writes answers as JSON.</summary>
static class JsonBody
{
    /// <summary>The largest buffer, in bytes, that a thread keeps between two answers.</summary>
    const int LargestBuffer = 256 * 1024;

    /// <summary>The options of the writer: the same encoding as <see cref="Json"/>.</summary>
    public static JsonWriterOptions Writer { get; } =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>JSON of answers: absent means not known.</summary>
    public static JsonSerializerOptions Json { get; } = Configured(new(JsonSerializerDefaults.Web));

    static JsonSerializerOptions Configured(JsonSerializerOptions options)
    {
        Data.Json.Configure(options);
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        return options;
    }

    [ThreadStatic]
    static ArrayBufferWriter<byte>? t_buffer;

    /// <summary>
    /// Writes an answer as JSON, in one piece and with its length: pages are bounded. Unbounded lists are CSV or NDJSON, and written row by
    /// row.
    /// </summary>
    public static Task Write(HttpResponse response, object? answer, string mediaType)
    {
        response.ContentType = mediaType;
        if (answer is null)
            return Task.CompletedTask;
        var buffer = t_buffer ??= new(4096);
        buffer.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(buffer, Writer))
            JsonSerializer.Serialize(writer, answer, answer.GetType(), Json);
        response.ContentLength = buffer.WrittenCount;
        // The pipe copies the bytes, so the buffer can be reused at once.
        response.BodyWriter.Write(buffer.WrittenSpan);
        if (buffer.Capacity > LargestBuffer)
            t_buffer = null;
        return Task.CompletedTask;
    }

    /// <summary>Gives the same JSON options to binding and to the OpenAPI document.</summary>
    public static void AddTo(IServiceCollection services) => services.ConfigureHttpJsonOptions(o => Configured(o.SerializerOptions));
}
