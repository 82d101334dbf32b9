using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Sources;

/// <summary>One source.</summary>
public sealed class GetSource : Endpoint<GetSource.Request, CitedSource>
{
    /// <summary>Which source.</summary>
    public sealed class Request : KnownRequest
    {
        /// <summary>Its id.</summary>
        public string Id { get; init; } = "";
    }

    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/sources/{id}");
        this.Describe(
            ApiTags.Sources,
            "What is this source?",
            "Its title and address, and how many events name it.",
            "/v1/sources/sg-report-72-108"
        );
    }

    /// <inheritdoc/>
    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        var register = context.Register;
        return register.Sources.TryGetValue(req.Id, out var source)
            ? Send.OkAsync(CitedSource.Of(source, context), ct)
            : Send.ResultAsync(
                Problem.Result(
                    ProblemType.NotFound,
                    $"There is no source '{req.Id}' in the register.{Suggestions.SuggestionText(req.Id, register.Sources.Keys)} /v1/sources lists them."
                )
            );
    }
}
