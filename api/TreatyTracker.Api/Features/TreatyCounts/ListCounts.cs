using FastEndpoints;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>The named counts of several treaties in one answer.</summary>
public sealed class ListCounts : Endpoint<ListCounts.Request, Page<CountsAnswer>>
{
    /// <summary>Which treaties, and when.</summary>
    public sealed class Request : TimedListRequest
    {
        /// <summary>Ids or MTDSG numbers; give it once for each. All treaties if not given.</summary>
        public string[]? Treaty { get; init; }
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
        Get("/v1/counts");
        this.Describe(
            ApiTags.Counts,
            "How many parties did several treaties have on a day?",
            "The counts of the treaties named, or of all, in order of id.",
            "/v1/counts?treaty=untoc&treaty=uncac&asOf=2017-06-01"
        );
        Description(b => b.WithMetadata(new VariesByHost()));
    }

    /// <inheritdoc/>
    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        if (context.Find(req.Treaty, out var treaties) is { } bad)
            return Send.ResultAsync(bad);
        var rows = treaties.Select(t => CountsAnswer.Of(t, context, HttpContext)).ToList();
        return Send.ResultAsync(
            ListResults.List(
                HttpContext,
                req,
                rows,
                r => r.Treaty,
                CountsAnswer.Columns,
                p => p with { AsOf = context.AsOf, KnownAt = context.KnownAt }
            )
        );
    }
}
