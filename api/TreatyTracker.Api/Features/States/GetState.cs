using FastEndpoints;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.States;

public sealed class GetState : Endpoint<GetState.Request, ParticipantProfile>
{
    public sealed class Request : TimedRequest
    {
        /// <summary>The participant's ISO alpha-3 (<c>PRK</c>), alpha-2 (<c>KP</c>) or M49 code (<c>408</c>), case-insensitive.</summary>
        public string State { get; init; } = "";
    }

    public override void Configure()
    {
        Get("/v1/states/{state}");
        this.Describe(
            ApiTags.States,
            "What does the register know about a State or organization?",
            "Returns names by language and period, membership, region, predecessors and successors, and a summary of its standings on the "
                + "requested day.",
            "/v1/states/MNE?asOf=2017-06-30"
        );
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        if (context.Register.FindParticipant(req.State) is not { } state)
            return Send.ResultAsync(NotFoundResults.UnknownState(context.Register, req.State));
        CanonicalPath.Declare(HttpContext, $"/v1/states/{state.Code}");
        return Send.OkAsync(ParticipantProfile.Of(state, context), ct);
    }
}
