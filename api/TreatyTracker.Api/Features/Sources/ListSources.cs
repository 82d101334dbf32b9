using FastEndpoints;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Sources;

/// <summary>Where the facts come from.</summary>
public sealed class ListSources : Endpoint<ListSources.Request, Page<CitedSource>>
{
    /// <summary>Which page.</summary>
    public sealed class Request : KnownRequest, IListRequest
    {
        /// <summary>
        /// How many rows at the most, from 1 to 500. In JSON 100 if not given; CSV and NDJSON carry all rows if not given.
        /// </summary>
        public int? Limit { get; init; }

        /// <summary>Where to go on: the <c>next</c> of the page before.</summary>
        public string? Cursor { get; init; }

        /// <summary>The representation; wins over the header Accept. <c>excel</c> is CSV as a file that Excel opens rightly.</summary>
        public Format? Format { get; init; }
    }

    /// <summary>The rules of the request.</summary>
    public sealed class RequestValidator : Validator<Request>
    {
        /// <summary>Lays them down.</summary>
        public RequestValidator() => this.AddListRules();
    }

    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/sources");
        this.Describe(ApiTags.Sources, "Where do the facts come from?", "All sources, in order of id.", "/v1/sources?limit=2");
    }

    /// <inheritdoc/>
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
