using FastEndpoints;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Between;

public sealed class GetRelation : Endpoint<GetRelation.Request, TreatyRelation>
{
    public sealed class Request : TimedRequest
    {
        /// <inheritdoc cref="ListRelations.Request.A"/>
        public string A { get; init; } = "";

        /// <inheritdoc cref="ListRelations.Request.B"/>
        public string B { get; init; } = "";

        /// <inheritdoc cref="Treaties.TreatyRequest.Treaty"/>
        public string Treaty { get; init; } = "";
    }

    public override void Configure()
    {
        Get("/v1/between/{a}/{b}/{treaty}");
        this.Describe(
            ApiTags.Parties,
            "Is a treaty in force between two States, and since when?",
            "Returns whether the treaty is in force between the two participants on the requested day, since when and until when, each "
                + "reason with its rule, article and events, and the row of each in the status table.",
            "/v1/between/DEU/VNM/untoc?asOf=2017-06-30"
        );
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        if (Pair.Find(context, req.A, req.B, out var pair) is { } unknown)
            return Send.ResultAsync(unknown);
        if (context.Find(req.Treaty, out var treaty) is { } missing)
            return Send.ResultAsync(missing);
        var path = $"/v1/between/{pair.A.Code}/{pair.B.Code}/{treaty.Id}";
        CanonicalPath.Declare(HttpContext, path);
        return Send.OkAsync(TreatyRelation.Of(pair, treaty, context, context.PermalinkTo(path)), ct);
    }
}
