using FastEndpoints;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.States;

/// <summary>One State or organization.</summary>
public sealed class GetState : Endpoint<GetState.Request, ParticipantProfile>
{
    /// <summary>Who, and when.</summary>
    public sealed class Request : TimedRequest
    {
        /// <summary>ISO alpha-3 (<c>PRK</c>), alpha-2 (<c>KP</c>) or M49 (<c>408</c>), in any letter case.</summary>
        public string State { get; init; } = "";
    }

    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/states/{state}");
        this.Describe(
            ApiTags.States,
            "Who is this State or organization?",
            "Names by language and period, membership, region, predecessors and successors, and a summary of where it stands on the day.",
            "/v1/states/MNE?asOf=2017-06-30"
        );
    }

    /// <inheritdoc/>
    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        if (context.Register.FindParticipant(req.State) is not { } state)
            return Send.ResultAsync(NotFoundResults.UnknownState(context.Register, req.State));
        CanonicalPath.Declare(HttpContext, $"/v1/states/{state.Code}");
        return Send.OkAsync(ParticipantProfile.Of(state, context), ct);
    }
}
