using FastEndpoints;
using TreatyTracker.Api.Data;
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
        /// in force for it), <c>signatory</c> (not bound), <c>former-party</c>, or <c>provisionally-applying</c>.
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
                + "ordered by treaty id.",
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
            .Select(t => (Treaty: t, Participation: context.StatusOf(t).Of(state.Code)))
            .Where(r => r.Participation is { } p && standing.Matches(context.StatusOf(r.Treaty), p, context.AsOf))
            .Select(r => (r.Treaty, r.Participation, Title: r.Treaty.TitleIn(context.Language)))
            .Select(r => new StateParticipation(
                r.Treaty.Id,
                r.Treaty.Mtdsg,
                r.Title.Title,
                r.Title.Language,
                StatusRow.Of(r.Participation!, context),
                RecordCoverage.Of(r.Treaty, context)
            ))
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
