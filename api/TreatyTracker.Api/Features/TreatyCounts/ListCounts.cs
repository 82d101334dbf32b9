using System.Globalization;
using FastEndpoints;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.TreatyCounts;

public sealed class ListCounts : Endpoint<ListCounts.Request, Page<CountsAnswer>>
{
    public sealed class Request : TimedListRequest
    {
        /// <summary>Treaty ids or MTDSG numbers. Repeat the parameter for each treaty. Default: all treaties.</summary>
        public string[]? Treaty { get; init; }
    }

    public override void Configure()
    {
        Get("/v1/counts");
        this.Describe(
            ApiTags.Counts,
            "How many parties did several treaties have on a day?",
            "Returns the counts of the treaties named by treaty, in the order given, or of all treaties, ordered by id.",
            "/v1/counts?treaty=untoc&treaty=uncac&asOf=2017-06-01"
        );
        Description(b => b.WithMetadata(new VariesByHost()));
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        if (context.Find(req.Treaty, out var treaties) is { } bad)
            return Send.ResultAsync(bad);
        var rows = treaties.Select(t => CountsAnswer.Of(t, context, HttpContext)).ToList();
        // Cursors compare keys. If the request names treaties, a key is therefore the position of the treaty in the request.
        var position = treaties.Index().ToDictionary(t => t.Item.Id, t => t.Index.ToString("D5", CultureInfo.InvariantCulture));
        return Send.ResultAsync(
            ListResults.List(
                HttpContext,
                req,
                rows,
                r => req.Treaty is null ? r.Treaty : position[r.Treaty],
                CountsAnswer.Columns,
                p => p with { AsOf = context.AsOf, KnownAt = context.KnownAt }
            )
        );
    }
}
