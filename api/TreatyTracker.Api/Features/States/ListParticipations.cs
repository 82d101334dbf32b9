using FastEndpoints;
using TreatyTracker.Api.Features;
using TreatyTracker.Api.Features.Parties;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.States;

public sealed class ListParticipations : Endpoint<ListParticipations.Request, Page<StateParticipation>>
{
    public sealed class Request : TimedListRequest
    {
        /// <inheritdoc cref="States.GetState.Request.State"/>
        public string State { get; init; } = "";

        /// <summary>
        /// The rows to list: <c>any</c> (default), <c>party</c> (counted in <c>parties</c>), <c>party-in-force</c>, <c>contracting</c> (not
        /// in force for it), <c>signatory</c> (not bound), <c>former-party</c>, <c>provisionally-applying</c>, or <c>none</c>: treaties
        /// that it has neither signed nor joined, of those that were adopted by the requested day and have not ended.
        /// </summary>
        public StandingFilter? Standing { get; init; }

        /// <summary>
        /// Only treaties with this subject. <c>terrorism</c> stands for the nineteen universal counter-terrorism instruments.
        /// </summary>
        public string? Subject { get; init; }
    }

    public override void Configure()
    {
        Get("/v1/states/{state}/participations");
        this.Describe(
            ApiTags.States,
            "Which treaties is a State bound by on a day?",
            "Returns one row for every treaty under which the participant has an act on or before the requested day, with its standing, "
                + "ordered by treaty id. standing=none returns the treaties that it has neither signed nor joined.",
            "/v1/states/PRK/participations?asOf=2017-06-30&limit=2"
        );
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        if (context.Register.FindParticipant(req.State) is not { } state)
            return Send.ResultAsync(NotFoundResults.UnknownState(context.Register, req.State));
        if (NotFoundResults.NotOneOf("subject", req.Subject, context.Register.Facts.Treaties.Select(t => t.Subject)) is { } bad)
            return Send.ResultAsync(bad);
        CanonicalPath.Declare(HttpContext, $"/v1/states/{state.Code}/participations");
        var standing = req.Standing ?? StandingFilter.Any;
        var rows = context
            .View.Treaties.Where(t => req.Subject is null || t.Subject == req.Subject)
            .Select(t => (Status: context.StatusOf(t), Participation: context.StatusOf(t).Find(state.Participant, standing)))
            .Where(r => r.Participation is { } p && standing.Selects(r.Status, p, context.AsOf))
            .Select(r => StateParticipation.Of(r.Participation!, r.Status.Treaty, context))
            .ToList();
        return Send.ResultAsync(
            ListResults.List(
                HttpContext,
                req,
                rows,
                r => r.Treaty,
                StateParticipation.Columns,
                p => p with { AsOf = context.AsOf, KnownAt = context.KnownAt }
            )
        );
    }
}
