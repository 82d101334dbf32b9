using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Diagnostics;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Caching;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Http.Representations;

/// <summary>What every answer has in common: its JSON, its data version, and one shape for whatever goes wrong.</summary>
static class JsonBody
{
    /// <summary>The header that names the data from which an answer was computed.</summary>
    public const string DataVersion = "X-Data-Version";

    /// <summary>The most bytes that a thread holds on to between two answers.</summary>
    const int LargestBuffer = 256 * 1024;

    /// <summary>The same, of what writes it.</summary>
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
    /// Writes an answer as JSON. Whole and with its length, so that it leaves in one piece: pages are bounded, and what is not is served as
    /// CSV or NDJSON, row by row.
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
        // Copied into the pipe, which the server empties at the end of the request: the buffer is free at once.
        response.BodyWriter.Write(buffer.WrittenSpan);
        if (buffer.Capacity > LargestBuffer)
            t_buffer = null;
        return Task.CompletedTask;
    }

    /// <summary>Registers what <see cref="Use"/> needs.</summary>
    public static void AddTo(IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(o => Configured(o.SerializerOptions));
        services.AddSingleton<ResponseCache>().AddSingleton<EntityTags>();
        services.AddResponseCompression(o =>
        {
            // Everything served is public: there is no secret that the length of a compressed answer could betray.
            o.EnableForHttps = true;
            o.MimeTypes =
            [
                "application/json",
                "application/yaml",
                "application/x-ndjson",
                "text/csv",
                "text/plain",
                "text/html",
                "text/css",
                "text/javascript",
                "text/calendar",
                "application/atom+xml",
                "image/svg+xml",
            ];
        });
    }

    /// <summary>The outer middleware, in order.</summary>
    public static void Use(WebApplication app)
    {
        app.Use(app.Services.GetRequiredService<ResponseCache>().Answer);
        app.Use(Trace);
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = OnException });
        app.Use(WeakenTags);
        app.UseResponseCompression();
        app.UseStatusCodePages(context =>
        {
            // Routing names the methods of its own table; HEAD and OPTIONS are taken wherever GET is.
            if (context.HttpContext.Response.Headers.Allow.Count > 0)
                context.HttpContext.Response.Headers.Allow = HeadOptionsCors.Methods;
            return Problem.Send(context.HttpContext, ProblemType.OfStatus(context.HttpContext.Response.StatusCode));
        });
        app.Use(HeadOptionsCors.OpenToAll);
        app.Use(HideTestRoutes);
        app.Use(FixMoment(app.Services));
        app.UseRouting();
        app.Use(HeadOptionsCors.TellMethods);
    }

    /// <summary>
    /// What is logged of a request that is worked out, and the problem that it may end with, name its trace: that which its caller began,
    /// or one of its own.
    /// </summary>
    static async Task Trace(HttpContext http, RequestDelegate next)
    {
        using var trace = Activity.Current is null ? new Activity("request") : null;
        if (http.Request.Headers.TraceParent is [{ } parent])
            trace?.SetParentId(parent);
        trace?.Start();
        await next(http);
    }

    static Task OnException(HttpContext http)
    {
        // The headers set so far are gone.
        SecurityHeaders.Set(http);
        HeadOptionsCors.OpenToAll(http.Response);
        return Problem.Send(
            http,
            http.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException bad
                ? ProblemType.OfStatus(bad.StatusCode)
                : ProblemType.InternalError
        );
    }

    /// <summary>
    /// The tag of a page is that of its bytes before they are coded: of coded ones it is true only as a weak tag (RFC 9110, 8.8.1). Those
    /// of the API's answers name the coding.
    /// </summary>
    static Task WeakenTags(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path.StartsWithSegments("/v1"))
            return next(http);
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            if (headers.ContentEncoding.Count > 0 && headers.ETag is [{ } tag] && tag.StartsWith('"'))
                headers.ETag = $"W/{tag}";
            return Task.CompletedTask;
        });
        return next(http);
    }

    /// <summary>FastEndpoints serves a list of its types at an address of its own; nothing internal leaks.</summary>
    static Task HideTestRoutes(HttpContext http, RequestDelegate next)
    {
        if (!http.Request.Path.StartsWithSegments("/_test_url_cache_"))
            return next(http);
        http.Response.StatusCode = 404;
        return Task.CompletedTask;
    }

    /// <summary>One snapshot answers one request, and the answer names it.</summary>
    static Func<HttpContext, RequestDelegate, Task> FixMoment(IServiceProvider services)
    {
        var (current, clock) = (services.GetRequiredService<CurrentRegister>(), services.GetRequiredService<TimeProvider>());
        return (http, next) =>
        {
            if (current.Now is { } register)
            {
                http.Features.Set(new RequestSnapshot(register, clock.GetUtcNow()));
                http.Response.Headers[DataVersion] = register.Version;
                return next(http);
            }
            return http.Request.Path.StartsWithSegments("/v1")
                ? Problem.Send(http, ProblemType.Unavailable, "No register is loaded yet.")
                : next(http);
        };
    }
}
