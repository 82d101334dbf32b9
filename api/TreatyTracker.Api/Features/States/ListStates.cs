using FastEndpoints;
using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.Features.States;

public sealed class ListStates : Endpoint<ListStates.Request, Page<ParticipantProfile>>
{
    public sealed class Request : ParticipantListRequest;

    public override void Configure()
    {
        Get("/v1/states");
        this.Describe(
            ApiTags.States,
            "Which States and organizations are in the register?",
            "Returns UN Members, observers, other States, regional organizations and former States, ordered by code, each with a summary "
                + "of its standings on the requested day.",
            "/v1/states?q=swaziland&asOf=2017-06-30"
        );
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        if (ParticipantFilters.WrongOrganization(req.MemberOf, context) is { } wrong)
            return Send.ResultAsync(wrong);
        var rows = context
            .Register.Facts.Participants.Where(p => req.Matches(p, context))
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
