using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Diagnostics;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Http;

/// <summary>What every answer has in common: its JSON, its data version, and one shape for whatever goes wrong.</summary>
static class Answers
{
    /// <summary>The header that names the data from which an answer was computed.</summary>
    public const string DataVersion = "X-Data-Version";

    /// <summary>The headers that a page of another origin may read.</summary>
    public static string[] Exposed { get; } = [DataVersion, "ETag", "Link", "X-Total-Count"];

    /// <summary>JSON of answers: absent means not known.</summary>
    public static void Configure(System.Text.Json.JsonSerializerOptions options)
    {
        Json.Configure(options);
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    }

    /// <summary>The outer middleware, in order.</summary>
    public static void Use(WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = OnException });
        app.UseStatusCodePages(context =>
        {
            // HEAD is answered wherever GET is.
            if (context.HttpContext.Response.Headers.Allow == HttpMethods.Get) context.HttpContext.Response.Headers.Allow = "GET, HEAD";
            return Problem.Send(context.HttpContext, ProblemType.OfStatus(context.HttpContext.Response.StatusCode));
        });
        app.Use(HeadAsGet);
        app.Use(HideTestRoutes);
        app.Use(OpenToAll);
        app.Use(FixRegister);
        app.UseRouting();
    }

    static Task OnException(HttpContext http) => http.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException bad
        ? Problem.Send(http, ProblemType.OfStatus(bad.StatusCode))
        : Problem.Send(http, ProblemType.InternalError);

    /// <summary>HEAD is answered as GET; the server sends no body for it.</summary>
    static Task HeadAsGet(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsHead(http.Request.Method)) http.Request.Method = HttpMethods.Get;
        return next(http);
    }

    /// <summary>FastEndpoints serves a list of its types at an address of its own; nothing internal leaks.</summary>
    static Task HideTestRoutes(HttpContext http, RequestDelegate next)
    {
        if (!http.Request.Path.StartsWithSegments("/_test_url_cache_")) return next(http);
        http.Response.StatusCode = 404;
        return Task.CompletedTask;
    }

    /// <summary>Every answer is open to every origin, whoever asks: a shared cache gives to a page what it kept for one that named no origin.</summary>
    static Task OpenToAll(HttpContext http, RequestDelegate next)
    {
        http.Response.Headers.AccessControlAllowOrigin = "*";
        http.Response.Headers.AccessControlExposeHeaders = string.Join(',', Exposed);
        return next(http);
    }

    /// <summary>One snapshot answers one request, and the answer names it.</summary>
    static Task FixRegister(HttpContext http, RequestDelegate next)
    {
        var register = http.RequestServices.GetRequiredService<CurrentRegister>().Now;
        if (register is not null)
        {
            http.Features.Set(register);
            http.Response.Headers[DataVersion] = register.Version;
        }
        else if (http.Request.Path.StartsWithSegments("/v1"))
        {
            return Problem.Send(http, ProblemType.Unavailable, "No register is loaded yet.");
        }
        return next(http);
    }
}
