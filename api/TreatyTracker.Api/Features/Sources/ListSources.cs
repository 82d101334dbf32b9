using FastEndpoints;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Sources;

public sealed class ListSources : Endpoint<ListSources.Request, Page<CitedSource>>
{
    public sealed class Request : KnownRequest, IListRequest
    {
        /// <summary>
        /// The maximum number of rows, from 1 to 500. Default: 100 in JSON, all rows in CSV and NDJSON.
        /// </summary>
        public int? Limit { get; init; }

        /// <summary>The position at which to continue: the value of <c>next</c> on the previous page.</summary>
        public string? Cursor { get; init; }

        /// <summary>The representation. Overrides the Accept header. <c>excel</c> is CSV in a form that Excel opens correctly.</summary>
        public Format? Format { get; init; }
    }

    public sealed class RequestValidator : Validator<Request>
    {
        public RequestValidator() => this.AddListRules();
    }

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
