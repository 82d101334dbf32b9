using System.ComponentModel.DataAnnotations;
using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Panel;

public sealed class GetPanel : Endpoint<GetPanel.Request, PanelPage>
{
    public sealed class Request : KnownListRequest, IParticipantFilters
    {
        /// <summary>The treaty's id or MTDSG number. Repeat the parameter for each treaty.</summary>
        [Required(ErrorMessage = "The parameter is required. Use a treaty's id such as untoc, and repeat it for several treaties.")]
        public string[]? Treaty { get; init; }

        /// <summary>Only these States or organizations, by code. Repeat the parameter for each. Default: all.</summary>
        public string[]? State { get; init; }

        /// <summary>The first day: a year (<c>1990</c>), a month (<c>1990-07</c>) or a day. Default: the adoption of each treaty.</summary>
        public string? From { get; init; }

        /// <summary>The last day, inclusive: a year (<c>2026</c>), a month or a day. Default: today.</summary>
        public string? To { get; init; }

        /// <summary>The length of a period. Default: <c>year</c>.</summary>
        public PanelInterval? Interval { get; init; }

        /// <inheritdoc cref="ParticipantListRequest.Region"/>
        public Region? Region { get; init; }

        /// <inheritdoc cref="ParticipantListRequest.Group"/>
        public RegionalGroup? Group { get; init; }

        /// <summary>Only participants that have this kind at the end of the period.</summary>
        public ParticipantKind? Kind { get; init; }

        /// <summary>Only participants that are members of this organization, by code, at the end of the period.</summary>
        public string? MemberOf { get; init; }

        /// <inheritdoc cref="ParticipantListRequest.Q"/>
        [Searchable]
        public string? Q { get; init; }
    }

    public override void Configure()
    {
        Get("/v1/panel");
        this.Describe(
            ApiTags.Parties,
            "Where did each State stand under a treaty at the end of each year?",
            "Returns one row for every treaty, participant and period, ordered so: the panel that quantitative studies begin with. "
                + "Standing and dates are those of the last day of the period; the last period ends with to. A treaty has no rows before "
                + "its adoption, a State none before it is known to exist or after it ceased, an organization none before its first "
                + "members. CSV and NDJSON are streamed.",
            "/v1/panel?treaty=untoc&state=JPN&state=VNM&from=2015&to=2017&interval=year&limit=3"
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
        if (WrongDay("from", req.From, out var from) is { } badFrom)
            return Send.ResultAsync(badFrom);
        if (WrongDay("to", req.To, out var to) is { } badTo)
            return Send.ResultAsync(badTo);
        var last = to?.Last ?? context.Today;
        if (from?.First > last)
            return Send.ResultAsync(
                Problem.BadParameter(
                    "from",
                    $"{Instant.Text(from.Value.First)} is after {Instant.Text(last)}, the last day. Use an earlier day, or a later 'to'."
                )
            );
        var months = req.Interval is PanelInterval.Month ? 1 : 12;
        var rows = PanelRows.Of(
            [.. treaties.OrderBy(t => t.Id, StringComparer.Ordinal)],
            [.. context.Register.Facts.Participants.Where(p => states?.Contains(p.Code) is not false && req.MatchesAlways(p, context))],
            (from?.First, last, months),
            req,
            context
        );
        return Send.ResultAsync(
            ListResults.List(
                HttpContext,
                req,
                rows,
                r => $"{r.Treaty} {r.Participant} {Instant.Text(r.AsOf)}",
                PanelRow.Columns,
                page => new PanelPage(
                    [.. treaties.Select(t => TreatyReference.Of(t, context))],
                    req.Interval ?? PanelInterval.Year,
                    from?.First,
                    last,
                    context.KnownAt,
                    page.Total,
                    page.Items,
                    page.Next
                )
            )
        );
    }

    static IResult? WrongDay(string parameter, string? asked, out DayPeriod? period)
    {
        period = asked is null || asked.Contains('/') ? null : DayPeriod.Parse(asked);
        return
            asked is null
            || (period is { } found && FastEndpointsSetup.IsDayOfRequests(found.First) && FastEndpointsSetup.IsDayOfRequests(found.Last))
            ? null
            : Problem.BadParameter(
                parameter,
                $"'{asked}' is not a year, month or day {FastEndpointsSetup.DaysOfRequests}. "
                    + "Use a form such as 1990, 1990-07 or 1990-07-01."
            );
    }
}
