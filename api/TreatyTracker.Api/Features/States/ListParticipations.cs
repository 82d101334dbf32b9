using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features;
using TreatyTracker.Api.Features.Parties;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.States;

/// <summary>A participant's standing under every treaty.</summary>
public sealed class ListParticipations : Endpoint<ListParticipations.Request, Page<StateParticipation>>
{
    /// <summary>Who, and when.</summary>
    public sealed class Request : TimedListRequest
    {
        /// <summary>ISO alpha-3, alpha-2 or M49, in any letter case.</summary>
        public string State { get; init; } = "";

        /// <summary>
        /// Which rows: <c>any</c> (if not given), <c>party</c> (counted in <c>parties</c>), <c>party-in-force</c>, <c>contracting</c> (not
        /// in force for it),
        /// <c>signatory</c> (not bound), or <c>former-party</c>.
        /// </summary>
        public StandingFilter? Standing { get; init; }
    }

    /// <summary>The rules of the request.</summary>
    public sealed class RequestValidator : Validator<Request>
    {
        /// <summary>Lays them down.</summary>
        public RequestValidator() => this.AddListRules();
    }

    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/states/{state}/participations");
        this.Describe(
            ApiTags.States,
            "Which treaties is a State bound by on a day?",
            "A row for every treaty under which it has acted by the day, in order of treaty id, with its standing.",
            "/v1/states/PRK/participations?asOf=2017-06-30&limit=2"
        );
    }

    /// <inheritdoc/>
    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        if (context.Register.FindParticipant(req.State) is not { } state)
            return Send.ResultAsync(NotFoundResults.UnknownState(context.Register, req.State));
        CanonicalPath.Declare(HttpContext, $"/v1/states/{state.Code}/participations");
        var rows = context
            .View.Treaties.Select(t => (Treaty: t, Participation: context.StatusOf(t).Of(state.Code)))
            .Where(r => r.Participation is { } p && (req.Standing ?? StandingFilter.Any).Takes(context.StatusOf(r.Treaty), p, context.AsOf))
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
