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

        /// <summary>Only these States or organizations, by code. Repeat the parameter for each. Default: all.</summary>
        public string[]? State { get; init; }
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
                + "treaty, otherwise ordered by id. Former States without a standing are omitted. In CSV and NDJSON the headers "
                + "say what holds of "
                + "every treaty: the earliest day through which a record is complete, and the lowest grade. /v1/treaties lists both.",
            "/v1/matrix?treaty=untoc&treaty=uncac&region=Oceania&asOf=2017-06-30&limit=2"
        );
        Description(b => b.WithMetadata(new CoverageInHeaders()));
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        var register = context.Register;
        if (context.Find(req.Treaty, out var treaties) is { } bad)
            return Send.ResultAsync(bad);

        if (ParticipantFilters.WrongOrganization(req.MemberOf, context) is { } wrong)
            return Send.ResultAsync(wrong);
        if (context.FindStates(req.State, out var states) is { } unknown)
            return Send.ResultAsync(unknown);
        var records = treaties.Select(t => new MatrixTreaty(TreatyReference.Of(t, context), RecordCoverage.Of(t, context))).ToList();
        RecordCoverage.WeakestOf([.. records.Select(r => r.Record)])?.SetHeaders(HttpContext);
        var entries = register
            .Facts.Participants.Where(p => states?.Contains(p.Code) is not false && req.Matches(p, context))
            .Where(p =>
                p.Participant.KindOn(context.AsOf) is not ParticipantKind.FormerState
                || treaties.Any(t => StandingOf(p, t, context) is not Standing.None)
            )
            .ToList();
        var rows = new LazyRows<MatrixRow>(entries.Count, i => Row(entries[i], treaties, context));
        IReadOnlyList<Column<MatrixRow>> columns =
        [
            new("participant", r => r.Participant),
            new("name", r => r.Name),
            new("kind", r => r.Kind.WireName()),
            new("region", r => r.Region),
            .. treaties.Select(t => new Column<MatrixRow>(
                t.Id,
                r => r.Standings[t.Id].WireName(),
                $"Standing under {t.Named(context.Register)}; its record is complete through {Instant.Text(t.CompleteThrough)}."
            )),
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
                    records,
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
            treaties.ToDictionary(t => t.Id, t => StandingOf(entry, t, context)),
            Labels.Of(entry.Participant.KindOn(context.AsOf), context.Language),
            Labels.OfRegion(entry.Participant.Region, context.Language)
        );

    static Standing StandingOf(ParticipantEntry entry, Treaty treaty, AnswerContext context) =>
        context.StatusOf(treaty).Of(entry.Code)?.StandingOn(context.AsOf) ?? Standing.None;
}
