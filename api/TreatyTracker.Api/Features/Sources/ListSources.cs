using FastEndpoints;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Sources;

public sealed class ListSources : Endpoint<ListSources.Request, Page<CitedSource>>
{
    public sealed class Request : KnownListRequest;

    public override void Configure()
    {
        Get("/v1/sources");
        this.Describe(ApiTags.Sources, "Where do the facts come from?", "Returns all sources, ordered by id.", "/v1/sources?limit=2");
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        return Send.ResultAsync(
            ListResults.List(
                HttpContext,
                req,
                [.. context.Register.Facts.Sources.Select(s => CitedSource.Of(s, context))],
                s => s.Id,
                CitedSource.Columns,
                p => p with { KnownAt = context.KnownAt }
            )
        );
    }
}
