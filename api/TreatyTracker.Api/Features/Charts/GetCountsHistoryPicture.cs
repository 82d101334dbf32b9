using FastEndpoints;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Charts;

public sealed class GetCountsHistoryPicture : Endpoint<GetCountsHistoryPicture.Request>
{
    public sealed class Request : PictureRequest
    {
        /// <inheritdoc cref="Treaties.TreatyRequest.Treaty"/>
        public string Treaty { get; init; } = "";
    }

    public override void Configure()
    {
        Get("/v1/treaties/{treaty}/counts/history.svg");
        this.Describe(
            ApiTags.Counts,
            "How did a treaty grow? As a picture",
            "Returns an SVG image with the signatories, the parties and the parties in force over time, up to the requested day. It marks "
                + "the threshold and the day of entry into force, and each departure. Curves are dashed beyond the record, and the picture "
                + "says what is not certain. /v1/treaties/{treaty}/counts/history returns the same in numbers.",
            "/v1/treaties/untoc/counts/history.svg?asOf=2017-06-30&width=480"
        );
        ProducesMediaTypes.Only(this, Picture.MediaType);
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        if (context.Find(req.Treaty, out var treaty) is { } missing)
            return Send.ResultAsync(missing);
        CanonicalPath.Declare(HttpContext, $"/v1/treaties/{treaty.Id}/counts/history.svg");
        return Send.ResultAsync(GrowthPicture.Draw(treaty, new(req, context)));
    }
}
