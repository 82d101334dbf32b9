using System.Diagnostics;
using System.Text.Json.Serialization;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Http;

/// <summary>The one shape of every error (RFC 9457), sent as <c>application/problem+json</c>.</summary>
public record Problem
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>The trace id in examples.</summary>
    public const string ExampleTraceId = "4bf92f3577b34da6a3ce929d0e0e4736";

    /// <summary>The type of the problem: the address of a page of this service that explains it.</summary>
    public required string Type { get; init; }

    /// <summary>The type in a few words, in the requested language; the same for every problem of the type.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What is wrong with this request and what to do. In English, unless <c>Content-Language</c> says otherwise.</summary>
    public required string Detail { get; init; }

    /// <summary>The requested path.</summary>
    public required string Instance { get; init; }

    /// <summary>Identifies this request in the service's log.</summary>
    public required string TraceId { get; init; }

    /// <summary>For bad input: what is wrong with each parameter, by name.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>The language of the title.</summary>
    [JsonIgnore]
    public string TitleLanguage { get; init; } = Languages.English;

    /// <summary>The language of the detail and of what is wrong with each parameter.</summary>
    [JsonIgnore]
    public string DetailLanguage { get; init; } = Languages.English;

    /// <summary>The detail of a problem with parameters: the first message about each of them.</summary>
    public static string DetailOf(IReadOnlyDictionary<string, string[]> errors) =>
        string.Join(" ", errors.Select(e => $"{e.Key}: {e.Value[0]}"));

    /// <summary>The problem of a request.</summary>
    public static Problem Of(
        HttpContext http,
        ProblemType type,
        string? detail = null,
        IReadOnlyDictionary<string, string[]>? errors = null
    )
    {
        var language = LanguageNegotiation.Of(http, http.Request.Query["lang"]);
        return new()
        {
            Type = $"/problems/{type.Slug}",
            Title = type.TitleIn(language),
            Status = type.Status,
            Detail = detail ?? type.RemedyIn(language),
            Instance = http.Request.Path,
            TraceId = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier,
            Errors = errors,
            TitleLanguage = language,
            DetailLanguage = detail is null ? language : Languages.English,
        };
    }

    /// <summary>Sends a problem. Errors are never stored by caches.</summary>
    public static Task Send(
        HttpContext http,
        ProblemType type,
        string? detail = null,
        IReadOnlyDictionary<string, string[]>? errors = null
    ) => Send(http, Of(http, type, detail, errors));

    /// <inheritdoc cref="Send(HttpContext, ProblemType, string?, IReadOnlyDictionary{string, string[]}?)"/>
    public static Task Send(HttpContext http, Problem problem)
    {
        http.Response.StatusCode = problem.Status;
        // The exception handler clears the headers.
        SharedHeaders.Set(http);
        // The exception handler logs exceptions (500), and monitoring asks for /health often.
        if (problem.Status > 500 && !http.Request.Path.StartsWithSegments("/health"))
            http.RequestServices.GetRequiredService<ILogger<Problem>>()
                .LogWarning("{Path} answered {Status}: {Detail}", http.Request.Path, problem.Status, problem.Detail);
        http.Response.Headers.CacheControl = "no-store";
        // It describes the answer that the request would have got.
        http.Response.Headers.Link = default;
        return Write(http, problem);
    }

    /// <summary>Writes a problem as the body of the answer: as a page where people ask for one, otherwise as JSON.</summary>
    public static Task Write(HttpContext http, Problem problem)
    {
        http.Response.Headers.ContentLanguage =
            problem.TitleLanguage == problem.DetailLanguage ? problem.TitleLanguage : $"{problem.TitleLanguage}, {problem.DetailLanguage}";
        return http.RequestServices.GetService<IProblemPage>() is { } page && page.Answers(http)
            ? page.Send(http, problem)
            : JsonBody.Write(http.Response, problem, MediaType);
    }

    /// <summary>A result that sends a problem.</summary>
    public static IResult Result(ProblemType type, string? detail = null) => new Sending(type, detail, null);

    /// <summary>A result for one bad parameter.</summary>
    public static IResult BadParameter(string parameter, string message) =>
        BadParameters(new Dictionary<string, string[]> { [parameter] = [message] });

    /// <summary>A result for bad parameters, each with what is wrong with it.</summary>
    public static IResult BadParameters(IReadOnlyDictionary<string, string[]> errors) =>
        new Sending(ProblemType.InvalidRequest, DetailOf(errors), errors);

    sealed record Sending(ProblemType Type, string? Detail, IReadOnlyDictionary<string, string[]>? Errors) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Send(httpContext, Type, Detail, Errors);
    }
}
