using FastEndpoints;
using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.Features.States;

/// <summary>States and other participants.</summary>
public sealed class ListStates : Endpoint<ListStates.Request, Page<ParticipantProfile>>
{
    /// <summary>Which participants.</summary>
    public sealed class Request : ParticipantListRequest;

    /// <summary>The rules of the request.</summary>
    public sealed class RequestValidator : Validator<Request>
    {
        /// <summary>Lays them down.</summary>
        public RequestValidator() => this.AddParticipantRules();
    }

    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/states");
        this.Describe(
            ApiTags.States,
            "Which States and organizations does the register know?",
            "UN Members, observers, other States, regional organizations and former States, in order of code, each with a summary of where it stands on the day.",
            "/v1/states?q=swaziland&asOf=2017-06-30"
        );
    }

    /// <inheritdoc/>
    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        var rows = context
            .Register.Facts.Participants.Where(p => req.Takes(p, context))
            .Select(p => ParticipantProfile.Of(p, context))
            .ToList();
        return Send.ResultAsync(
            ListResults.List(
                HttpContext,
                req,
                rows,
                r => r.Code,
                ParticipantProfile.Columns,
                p => p with { AsOf = context.AsOf, KnownAt = context.KnownAt }
            )
        );
    }
}
