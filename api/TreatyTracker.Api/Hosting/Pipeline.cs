using System.Buffers;
using System.Diagnostics;
using FastEndpoints;
using Microsoft.AspNetCore.Diagnostics;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Caching;
using TreatyTracker.Api.Http.Keys;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Api.OpenApi;
using TreatyTracker.Api.Pages;

namespace TreatyTracker.Api.Hosting;

/// <summary>
/// Everything that happens to a request, in order. Nothing is added to the pipeline anywhere else.
/// <para>
/// What the steps leave for later ones, as features of the request: <see cref="RequestSnapshot"/> (the data and the instant; an answer to a
/// recording has the snapshot after it), <see cref="AnswerFormat"/> (the representation), <see cref="CanonicalPath"/> (the canonical
/// address, where another was used) and <see cref="DayTemplate"/> (an answer that holds for several days, from its endpoint to the response
/// cache).
/// </para>
/// </summary>
static class Pipeline
{
    static readonly SearchValues<char> s_headerNames = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.*, "
    );

    static readonly string[] s_reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Registers what the steps need.</summary>
    public static void AddTo(IServiceCollection services, Settings settings)
    {
        Limits.AddTo(services, settings);
        JsonBody.AddTo(services);
        PageRoutes.AddTo(services);
        services.AddSingleton<ResponseCache>().AddSingleton<EntityTags>();
        services.AddResponseCompression(o =>
        {
            // All answers are public, so the length of a compressed answer reveals no secret.
            o.EnableForHttps = true;
            o.MimeTypes =
            [
                "application/json",
                "application/problem+json",
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
        KeyAuthentication.AddTo(services);
        services.AddFastEndpoints();
        OpenApiDocument.AddTo(services);
    }

    /// <summary>Adds the steps.</summary>
    public static void Use(WebApplication app, Settings settings)
    {
        if (settings.TrustedProxies.Count > 0)
        {
            // Links and citations are made from the scheme and the prefix, so malformed ones are dropped.
            app.Use(Proxies.DropMalformed);
            // Trusted proxies name the caller's address, scheme, host and prefix. All later steps see these values.
            app.UseForwardedHeaders(Proxies.OptionsOf(settings));
        }
        // One snapshot and one instant answer the whole request; without a register, /v1 gets 503. Every answer gets the shared headers
        // here, whichever step gives it.
        app.Use(FixSnapshot(app.Services));
        // Metrics for Prometheus, if turned on.
        if (settings.Metrics)
            app.UseOpenTelemetryPrometheusScrapingEndpoint(http => http.Request.Path.Value == "/metrics");
        // A refusal is cheap, so the rate limit comes before any work.
        if (settings.RateLimit > 0)
            app.UseRateLimiter(Limits.OfRequests(settings));
        // Dry runs take long, and have a limit of their own.
        if (settings.DryRunLimit > 0)
            app.UseWhen(Limits.IsDryRun, dry => dry.UseRateLimiter(Limits.OfDryRuns(settings)));
        // Answers a request that was answered before, and keeps answers that are requested a second time.
        app.Use(app.Services.GetRequiredService<ResponseCache>().Answer);
        // Log lines and problems name the trace of their request.
        app.Use(StartTrace);
        // A bug becomes a problem with status 500.
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = AnswerException });
        // The tag of fixed bytes, such as a stylesheet, is computed before compression, so it must be weak (RFC 9110, 8.8.1).
        app.Use(WeakenTagsOfBytes);
        // Compresses what later steps write, as Accept-Encoding allows.
        app.UseResponseCompression();
        // A bare status, such as 404 or 405 from routing, becomes a problem; OPTIONS becomes the list of methods.
        app.UseStatusCodePages(AnswerBareStatus);
        // The body of a GET has no meaning (RFC 9110, 9.3.1). Without a content type, no later step reads it.
        app.Use(IgnoreBodyOfReading);
        // A body without a type is JSON: no address reads anything else, and FastEndpoints would answer 415 without a problem.
        app.Use(AssumeJson);
        // FastEndpoints lists its types at this address. Nothing internal must leak.
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/_test_url_cache_"), hidden => hidden.Run(AnswerNotFound));
        // Finds the endpoint.
        app.UseRouting();
        // Swagger UI. Its middleware matches every path against a regular expression, so it sees only its own.
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/swagger"), swagger => swagger.UseSwaggerUI(SwaggerPage.Configure));
        // Who records: only operations that write ask for a key. 401 without a valid one, 403 where it does not allow the operation.
        app.UseAuthentication();
        app.UseAuthorization();
        // Decides the representation of the answer; 406 where there is none.
        app.Use(Negotiation.Decide);
        // Unknown and repeated parameters are errors, never ignored.
        app.Use(StrictQuery.Check);
        // ETag, Cache-Control and Last-Modified; 304 and 412 before anything is computed.
        app.Use(app.Services.GetRequiredService<EntityTags>().Apply);
        // Limits the time that an answer may take; 503 after that.
        app.UseRequestTimeouts();
        // The limit is on the time to the first byte: slow downloads are not cut off.
        app.Use(Limits.EndTimeoutAtFirstByte);
        // The operations of the API: binds and validates the request (400), and runs the endpoint.
        app.UseFastEndpoints(FastEndpointsSetup.Apply);
        // The pages for people and the OpenAPI document.
        app.MapPages();
    }

    static Func<HttpContext, RequestDelegate, Task> FixSnapshot(IServiceProvider services)
    {
        var (current, clock) = (services.GetRequiredService<CurrentRegister>(), services.GetRequiredService<TimeProvider>());
        return (http, next) =>
        {
            if (current.Now is { } register)
                http.Features.Set(new RequestSnapshot(register, clock.GetUtcNow()));
            SharedHeaders.Set(http);
            return current.Now is null && http.Request.Path.StartsWithSegments("/v1")
                ? Problem.Send(http, ProblemType.Unavailable, "No register is loaded yet. Try again in a moment.")
                : next(http);
        };
    }

    // Continues the caller's trace, or starts one.
    static async Task StartTrace(HttpContext http, RequestDelegate next)
    {
        using var trace = Activity.Current is null ? new Activity("request") : null;
        if (http.Request.Headers.TraceParent is [{ } parent] && ActivityContext.TryParse(parent, null, out _))
            trace?.SetParentId(parent);
        trace?.Start();
        await next(http);
    }

    static Task AnswerException(HttpContext http) =>
        Problem.Send(
            http,
            http.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException bad
                ? ProblemType.OfStatus(bad.StatusCode)
                : ProblemType.InternalError
        );

    static Task AnswerBareStatus(StatusCodeContext context)
    {
        var (http, response) = (context.HttpContext, context.HttpContext.Response);
        if (response.StatusCode != StatusCodes.Status405MethodNotAllowed)
            return Problem.Send(http, ProblemType.OfStatus(response.StatusCode));

        // Routing has set Allow.
        response.Headers.Allow = $"{response.Headers.Allow}, {HttpMethods.Options}";
        if (!HttpMethods.IsOptions(http.Request.Method))
            return Problem.Send(http, ProblemType.MethodNotAllowed);
        response.StatusCode = StatusCodes.Status204NoContent;
        response.Headers.AccessControlAllowMethods = response.Headers.Allow;
        // Reading is open to everyone, so any request header is allowed. Anything but a list of names is not repeated.
        if (http.Request.Headers.AccessControlRequestHeaders.ToString() is var asked && !asked.AsSpan().ContainsAnyExcept(s_headerNames))
            response.Headers.AccessControlAllowHeaders = asked;
        response.Headers.AccessControlMaxAge = "86400";
        response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    static Task WeakenTagsOfBytes(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path.StartsWithSegments("/v1"))
            return next(http);
        http.Response.OnStarting(() =>
        {
            if (EndpointTraits.Of(http) is null && http.Response.Headers.ETag is [['"', ..] tag])
                http.Response.Headers.ETag = $"W/{tag}";
            return Task.CompletedTask;
        });
        return next(http);
    }

    static Task AnswerNotFound(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    static Task AssumeJson(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsPost(http.Request.Method) && string.IsNullOrWhiteSpace(http.Request.Headers.ContentType))
            http.Request.Headers.ContentType = "application/json";
        return next(http);
    }

    static Task IgnoreBodyOfReading(HttpContext http, RequestDelegate next)
    {
        if (s_reading.Contains(http.Request.Method))
            http.Request.Headers.ContentType = default;
        return next(http);
    }
}
