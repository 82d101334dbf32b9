using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Parties;

/// <summary>One participant under one treaty.</summary>
public sealed class GetParticipation : Endpoint<GetParticipation.Request, ParticipationHistory>
{
    /// <summary>Who, under which treaty, and when.</summary>
    public sealed class Request : TimedRequest
    {
        /// <summary>Id or MTDSG number, in any letter case.</summary>
        public string Treaty { get; init; } = "";

        /// <summary>ISO alpha-3 (<c>PRK</c>), alpha-2 (<c>KP</c>) or M49 (<c>408</c>), in any letter case.</summary>
        public string State { get; init; } = "";
    }

    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/treaties/{treaty}/parties/{state}");
        this.Describe(
            ApiTags.Parties,
            "Where does a State stand under a treaty, and why?",
            "Its standing on the day, its events in order, and the computed days of effect with the rule and article that gave them.",
            "/v1/treaties/untoc/parties/PRK?asOf=2016-06-30"
        );
    }

    /// <inheritdoc/>
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
                    $"By {Instant.Text(context.KnownAt)} the register knew no event of {state.NameIn(Languages.English)} under '{treaty.Id}'. The treaty's record is complete through {Instant.Text(treaty.CompleteThrough)}."
                )
            );
        CanonicalPath.Declare(HttpContext, $"/v1/treaties/{treaty.Id}/parties/{state.Code}");
        return Send.OkAsync(ParticipationHistory.Of(participation, treaty, context), ct);
    }
}
