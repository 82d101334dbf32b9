using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Parties;

public sealed class GetMatrix : Endpoint<GetMatrix.Request, StandingMatrix>
{
    public sealed class Request : ParticipantListRequest
    {
        /// <summary>Treaty ids or MTDSG numbers. Repeat the parameter for each treaty. Default: all treaties.</summary>
        public string[]? Treaty { get; init; }
    }

    public override void Configure()
    {
        Get("/v1/matrix");
        // The API contract has this operation id.
        Description(b => b.WithName("showMatrix"));
        this.Describe(
            ApiTags.Parties,
            "Which participants are bound by which treaties?",
            "Returns one row per participant, ordered by code, with its standing under each treaty. Treaties are in the order given by "
                + "treaty, otherwise ordered by id. Former States without a standing are omitted.",
            "/v1/matrix?treaty=untoc&treaty=uncac&region=Oceania&asOf=2017-06-30&limit=2"
        );
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        var register = context.Register;
        if (context.Find(req.Treaty, out var treaties) is { } bad)
            return Send.ResultAsync(bad);

        var rows = register
            .Facts.Participants.Where(p => req.Matches(p, context))
            .Select(p => Row(p, treaties, context))
            .Where(r => r.Kind is not ParticipantKind.FormerState || r.Standings.Values.Any(s => s is not Standing.None))
            .ToList();
        IReadOnlyList<Column<MatrixRow>> columns =
        [
            new("participant", r => r.Participant),
            new("name", r => r.Name),
            new("kind", r => r.Kind.WireName()),
            new("region", r => r.Region),
            .. treaties.Select(t => new Column<MatrixRow>(t.Id, r => r.Standings[t.Id].WireName())),
            new("kindLabel", r => r.KindLabel),
            new("regionLabel", r => r.RegionLabel),
        ];
        return Send.ResultAsync(
            ListResults.List(
                HttpContext,
                req,
                rows,
                r => r.Participant,
                columns,
                page => new StandingMatrix(
                    context.AsOf,
                    context.KnownAt,
                    context.LooksAhead,
                    [.. treaties.Select(t => new MatrixTreaty(TreatyReference.Of(t, context), RecordCoverage.Of(t, context)))],
                    Enum.GetValues<Standing>().ToDictionary(s => s.WireName(), s => Labels.Of(s, context.Language)),
                    page.Total,
                    page.Items,
                    page.Next
                )
            )
        );
    }

    static MatrixRow Row(ParticipantEntry entry, IReadOnlyList<Treaty> treaties, AnswerContext context) =>
        new(
            entry.Code,
            entry.NameIn(context.Language),
            entry.Participant.KindOn(context.AsOf),
            entry.Participant.Region,
            treaties.ToDictionary(t => t.Id, t => context.StatusOf(t).Of(entry.Code)?.StandingOn(context.AsOf) ?? Standing.None),
            Labels.Of(entry.Participant.KindOn(context.AsOf), context.Language),
            Labels.OfRegion(entry.Participant.Region, context.Language)
        );
}
