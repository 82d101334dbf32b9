using System.ComponentModel.DataAnnotations;
using FastEndpoints;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Charts;

public sealed class CompareCountsHistoryPicture : Endpoint<CompareCountsHistoryPicture.Request>
{
    /// <summary>The most treaties of one picture: more curves cannot be told apart.</summary>
    const int MostTreaties = 8;

    public sealed class Request : PictureRequest
    {
        /// <summary>Treaty ids or MTDSG numbers. Repeat the parameter for each of at most eight treaties.</summary>
        [Required(ErrorMessage = "The parameter is required. Use a treaty's id, such as untoc, and repeat it for each treaty.")]
        [MaxLength(MostTreaties, ErrorMessage = "The parameter is repeated more than eight times. Compare at most eight treaties.")]
        public string[]? Treaty { get; init; }

        /// <summary>The count to show. Default: <c>parties</c>.</summary>
        public NamedCount? Count { get; init; }
    }

    public override void Configure()
    {
        Get("/v1/counts/history.svg");
        this.Describe(
            ApiTags.Counts,
            "How did several treaties grow? As a picture",
            "Returns an SVG image with one curve for each treaty on one axis: its parties, or another count, up to the requested day. Each "
                + "curve is dashed beyond the record of its treaty, and the picture says what is not certain of each.",
            "/v1/counts/history.svg?treaty=untoc-trafficking&treaty=untoc-smuggling&treaty=untoc-firearms&asOf=2017-06-30&width=480"
        );
        ProducesMediaTypes.Only(this, Picture.MediaType);
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        return Send.ResultAsync(
            context.Find(req.Treaty, out var treaties)
                ?? ComparisonPicture.Draw(treaties, req.Count ?? NamedCount.Parties, new(req, context))
        );
    }
}
