using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Sources;

public sealed class GetSource : Endpoint<GetSource.Request, CitedSource>
{
    public sealed class Request : KnownRequest
    {
        /// <summary>The source's id.</summary>
        public string Id { get; init; } = "";
    }

    public override void Configure()
    {
        Get("/v1/sources/{id}");
        this.Describe(
            ApiTags.Sources,
            "What is this source?",
            "Returns the title, address and terms of use of a source, and the number of events that cite it.",
            "/v1/sources/sg-report-72-108"
        );
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        var register = context.Register;
        return register.FindSource(req.Id) is { } source
            ? Send.OkAsync(CitedSource.Of(source, context), ct)
            : Send.ResultAsync(
                Problem.Result(
                    ProblemType.NotFound,
                    $"Unknown source '{req.Id}'.{Suggestions.SuggestionText(req.Id, register.Sources.Keys)} /v1/sources lists all sources."
                )
            );
    }
}
