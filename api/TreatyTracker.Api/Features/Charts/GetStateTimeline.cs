using FastEndpoints;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Charts;

public sealed class GetStateTimeline : Endpoint<GetStateTimeline.Request>
{
    public sealed class Request : PictureRequest
    {
        /// <inheritdoc cref="States.GetState.Request.State"/>
        public string State { get; init; } = "";

        /// <summary>Only these treaties: ids or MTDSG numbers. Repeat the parameter for each. Default: all treaties.</summary>
        public string[]? Treaty { get; init; }

        /// <inheritdoc cref="States.ListParticipations.Request.Subject"/>
        public string? Subject { get; init; }
    }

    public override void Configure()
    {
        Get("/v1/states/{state}/timeline.svg");
        this.Describe(
            ApiTags.States,
            "When did a State join each treaty? As a picture",
            "Returns an SVG image with one bar for each treaty under which the participant has a standing up to the requested day, in the "
                + "order in which it first had one: signatory, contracting party, party, former party. Bars are dashed beyond the "
                + "record of their treaty, and the picture says what is not certain. /v1/states/{state}/participations returns "
                + "the same as a table.",
            "/v1/states/BDI/timeline.svg?asOf=2019-06-30&subject=organized-crime&width=480"
        );
        ProducesMediaTypes.Only(this, Picture.MediaType);
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        var register = context.Register;
        if (register.FindParticipant(req.State) is not { } state)
            return Send.ResultAsync(NotFoundResults.UnknownState(register, req.State));
        if (NotFoundResults.NotOneOf("subject", req.Subject, register.Facts.Treaties.Select(t => t.Subject)) is { } bad)
            return Send.ResultAsync(bad);
        if (context.Find(req.Treaty, out var treaties) is { } unknown)
            return Send.ResultAsync(unknown);
        CanonicalPath.Declare(HttpContext, $"/v1/states/{state.Code}/timeline.svg");
        return Send.ResultAsync(
            TimelinePicture.Draw(state, [.. treaties.Where(t => req.Subject is null || t.Subject == req.Subject)], new(req, context))
        );
    }
}
