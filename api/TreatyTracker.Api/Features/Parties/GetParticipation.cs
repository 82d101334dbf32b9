using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Parties;

public sealed class GetParticipation : Endpoint<GetParticipation.Request, ParticipationHistory>
{
    public sealed class Request : TimedRequest
    {
        /// <inheritdoc cref="Treaties.TreatyRequest.Treaty"/>
        public string Treaty { get; init; } = "";

        /// <inheritdoc cref="States.GetState.Request.State"/>
        public string State { get; init; } = "";
    }

    public override void Configure()
    {
        Get("/v1/treaties/{treaty}/parties/{state}");
        this.Describe(
            ApiTags.Parties,
            "What is a State's standing under a treaty, and why?",
            "Returns the standing on the requested day, the events in order, and the computed dates of effect, each with its rule and "
                + "article.",
            "/v1/treaties/untoc/parties/PRK?asOf=2016-06-30"
        );
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        var register = context.Register;
        if (context.Find(req.Treaty, out var treaty) is { } missing)
            return Send.ResultAsync(missing);
        if (register.FindParticipant(req.State) is not { } state)
            return Send.ResultAsync(NotFoundResults.UnknownState(register, req.State));
        if (context.StatusOf(treaty).Of(state.Code) is not { } participation)
            return Send.ResultAsync(
                Problem.Result(
                    ProblemType.NotFound,
                    $"{state.NameIn(Languages.English)} has no event under '{treaty.Id}' recorded by {Instant.Text(context.KnownAt)}. "
                        + $"The record of the treaty is complete through {Instant.Text(treaty.CompleteThrough)}."
                )
            );
        CanonicalPath.Declare(HttpContext, $"/v1/treaties/{treaty.Id}/parties/{state.Code}");
        return Send.OkAsync(ParticipationHistory.Of(participation, treaty, context), ct);
    }
}
