using FastEndpoints;
using TreatyTracker.Api.Features.Parties;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.States;

public sealed class CompareParticipations : Endpoint<CompareParticipations.Request, Page<StateParticipation>>
{
    public sealed class Request : ParticipantListRequest
    {
        /// <summary>Only these States or organizations, by code. Repeat the parameter for each. Default: all.</summary>
        public string[]? State { get; init; }

        /// <summary>Treaty ids or MTDSG numbers. Repeat the parameter for each treaty. Default: all treaties.</summary>
        public string[]? Treaty { get; init; }

        /// <summary>
        /// The rows to list: <c>any</c> (default: with an act on or before the requested day), <c>party</c> (counted in <c>parties</c>),
        /// <c>party-in-force</c>, <c>contracting</c>, <c>signatory</c> (not bound), <c>former-party</c>, <c>provisionally-applying</c>, or
        /// <c>none</c>: treaties that it has neither signed nor joined, of those that were adopted by the requested day and have not ended.
        /// </summary>
        public StandingFilter? Standing { get; init; }

        /// <inheritdoc cref="ListParticipations.Request.Subject"/>
        public string? Subject { get; init; }
    }

    public override void Configure()
    {
        Get("/v1/participations");
        this.Describe(
            ApiTags.States,
            "When did several States join each treaty?",
            "Returns one row for every treaty and participant, with its standing and dates, ordered by treaty id, then code, so that "
                + "States stand side by side. CSV, NDJSON and XLSX contain every row.",
            "/v1/participations?state=JPN&state=KOR&treaty=untoc&treaty=uncac&asOf=2017-06-01"
        );
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        if (context.Find(req.Treaty, out var treaties) is { } noTreaty)
            return Send.ResultAsync(noTreaty);
        if (context.FindStates(req.State, out var states) is { } noState)
            return Send.ResultAsync(noState);
        if (ParticipantFilters.WrongOrganization(req.MemberOf, context) is { } wrong)
            return Send.ResultAsync(wrong);
        if (NotFoundResults.NotOneOf("subject", req.Subject, context.Register.Facts.Treaties.Select(t => t.Subject)) is { } bad)
            return Send.ResultAsync(bad);
        var standing = req.Standing ?? StandingFilter.Any;
        var entries = context
            .Register.Facts.Participants.Where(p => states?.Contains(p.Code) is not false && req.Matches(p, context))
            .Where(p => standing is not StandingFilter.None || p.Participant.KindOn(context.AsOf) is not ParticipantKind.FormerState)
            .ToList();
        var rows = (
            from treaty in treaties.OrderBy(t => t.Id, StringComparer.Ordinal)
            where req.Subject is null || treaty.Subject == req.Subject
            let status = context.StatusOf(treaty)
            from entry in entries
            let participation = status.Find(entry.Participant, standing)
            where participation is not null && standing.Selects(status, participation, context.AsOf)
            select (treaty, participation)
        ).ToList();
        var records = new Dictionary<string, RecordCoverage>();
        return Send.ResultAsync(
            ListResults.List(
                HttpContext,
                req,
                new LazyRows<StateParticipation>(rows.Count, i => Row(rows[i])),
                r => $"{r.Treaty} {r.Status.Participant}",
                StateParticipation.Columns,
                p => p with { AsOf = context.AsOf, KnownAt = context.KnownAt }
            )
        );

        StateParticipation Row((Treaty Treaty, Participation Participation) row)
        {
            if (!records.TryGetValue(row.Treaty.Id, out var record))
                records[row.Treaty.Id] = record = RecordCoverage.Of(row.Treaty, context);
            return StateParticipation.Of(row.Participation, row.Treaty, context, record);
        }
    }
}
