using FastEndpoints;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Charts;

public sealed class GetMap : Endpoint<GetMap.Request>
{
    public sealed class Request : PictureRequest
    {
        /// <inheritdoc cref="Treaties.TreatyRequest.Treaty"/>
        public string Treaty { get; init; } = "";
    }

    public override void Configure()
    {
        Get("/v1/treaties/{treaty}/map.svg");
        this.Describe(
            ApiTags.Parties,
            "Who is a party to a treaty on a day? As a map",
            "Returns a world map as an SVG image with the standing of each State on the requested day, in colours and patterns. Small "
                + "States are dots; organizations and others without a territory on the map are listed below it. Boundaries are today's. "
                + "On an earlier day a territory has the standing of the State that held it. The map says how far the record goes. "
                + "/v1/treaties/{treaty}/parties returns the same as a table.",
            "/v1/treaties/untoc/map.svg?asOf=2017-06-30&width=480"
        );
        ProducesMediaTypes.Only(this, Picture.MediaType);
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        if (context.Find(req.Treaty, out var treaty) is { } missing)
            return Send.ResultAsync(missing);
        CanonicalPath.Declare(HttpContext, $"/v1/treaties/{treaty.Id}/map.svg");
        return Send.ResultAsync(MapPicture.Draw(treaty, new(req, context)));
    }
}
