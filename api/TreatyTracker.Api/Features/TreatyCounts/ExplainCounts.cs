using FastEndpoints;
using TreatyTracker.Api.Features.Parties;
using TreatyTracker.Api.Features.Treaties;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.TreatyCounts;

public sealed class ExplainCounts : Endpoint<ExplainCounts.Request, CountsExplanation>
{
    public sealed class Request : TimedListRequest
    {
        /// <inheritdoc cref="Treaties.TreatyRequest.Treaty"/>
        public string Treaty { get; init; } = "";

        /// <summary>Only this count. Repeat the parameter for several counts. Default: all counts.</summary>
        public NamedCount[]? Count { get; init; }

        /// <summary>Only this State or organization, by code.</summary>
        public string? Participant { get; init; }

        /// <inheritdoc cref="ParticipantListRequest.MemberOf"/>
        public string? MemberOf { get; init; }
    }

    public override void Configure()
    {
        Get("/v1/treaties/{treaty}/counts/explanation");
        this.Describe(
            ApiTags.Counts,
            "How is a figure computed?",
            "Lists every participant that ever acted under the treaty. For each named count it says whether the participant is included, "
                + "and gives the event, rule, article and source behind the decision. The sums prove each figure.",
            "/v1/treaties/untoc/counts/explanation?asOf=2017-06-30&count=parties&participant=PRK"
        );
        Description(b => b.WithMetadata(new CoverageInHeaders()));
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        var register = context.Register;
        if (context.Find(req.Treaty, out var treaty) is { } missing)
            return Send.ResultAsync(missing);
        if (context.FindState("participant", req.Participant, out var state) is { } unknown)
            return Send.ResultAsync(unknown);
        if (ParticipantFilters.WrongOrganization(req.MemberOf, context) is { } wrong)
            return Send.ResultAsync(wrong);
        CanonicalPath.Declare(HttpContext, $"/v1/treaties/{treaty.Id}/counts/explanation");
        var record = RecordCoverage.Of(treaty, context);
        record.SetHeaders(HttpContext);

        var status = context.StatusOf(treaty);
        var asked = Enum.GetValues<NamedCount>().Where(c => req.Count is null || req.Count.Contains(c)).ToList();
        var explained = status
            .Participations.Select(p =>
                (Participation: p, Reasons: Explanation.Of(status, p, context.AsOf).Where(r => asked.Contains(r.Count)).ToList())
            )
            .ToList();
        var figures = status.Timeline.On(context.AsOf);
        var rows = explained
            .Where(e => state is null || e.Participation.Participant.Code == state.Code)
            .Where(e =>
                req.MemberOf is null || ParticipantFilters.IsMember(e.Participation.Participant, req.MemberOf, context.AsOf, context)
            )
            .Select(e => (e.Participation, e.Reasons, Standing: e.Participation.StandingOn(context.AsOf)))
            .Select(e => new ExplainedParticipant(
                ParticipantReference.Of(register.Participant(e.Participation.Participant.Code), context),
                e.Standing,
                [.. e.Reasons.Select(r => CountReason.Of(r, context))],
                Labels.Of(e.Standing, context.Language),
                e.Participation.AppliesProvisionally(context.AsOf),
                PendingEnd.Of(e.Participation, status, context)
            ))
            .ToList();
        return Send.ResultAsync(
            ListResults.Table(
                HttpContext,
                req,
                rows,
                r => r.Participant.Code,
                r => r.Reasons.Select(reason => (r, reason)),
                ColumnsIn(context.Language),
                page => new CountsExplanation
                {
                    Treaty = TreatyReference.Of(treaty, context),
                    AsOf = context.AsOf,
                    KnownAt = context.KnownAt,
                    LooksAhead = context.LooksAhead,
                    Record = record,
                    Proofs =
                    [
                        .. asked.Select(c => Proof(c, figures.Figure(c), explained.SelectMany(e => e.Reasons).Where(r => r.Count == c))),
                    ],
                    Outlook = EntryIntoForceOutlookAnswer.Of(EntryIntoForceOutlook.Of(status, context.AsOf, context.AsOf), treaty, context),
                    Total = page.Total,
                    Items = page.Items,
                    Next = page.Next,
                    ReasonLanguage = context.Language,
                }
            )
        );
    }

    static CountProof Proof(NamedCount count, int figure, IEnumerable<Reason> reasons)
    {
        var byRule = reasons
            .GroupBy(r => r.Counted)
            .ToDictionary(g => g.Key, g => g.CountBy(r => r.Rule).OrderBy(r => r.Key).ToDictionary(r => r.Key.WireName(), r => r.Value));
        return new(count, figure, byRule.GetValueOrDefault(true, []), byRule.GetValueOrDefault(false, []));
    }

    static IReadOnlyList<Column<(ExplainedParticipant Row, CountReason Reason)>> ColumnsIn(string language) =>
        [
            new("participant", x => x.Row.Participant.Code),
            new("name", x => x.Row.Participant.Name),
            new("standing", x => x.Row.Standing.WireName()),
            new("count", x => x.Reason.Count),
            new("counted", x => x.Reason.Counted),
            new("rule", x => x.Reason.Rule.WireName()),
            new("reason", x => x.Reason.Reason),
            new("article", x => x.Reason.Article),
            new("events", x => string.Join('|', x.Reason.Events)),
            new("sources", x => string.Join('|', x.Reason.Sources)),
            new("verification", x => x.Reason.Verification?.WireName()),
            new("standingLabel", x => x.Row.StandingLabel),
            new("reasonLanguage", _ => language),
            new("appliesProvisionally", x => x.Row.AppliesProvisionally),
            new("pending", x => x.Row.Pending?.Outcome.WireName()),
            new("pendingSince", x => x.Row.Pending?.Since, "The day on which the pending end was announced."),
            new("pendingUntil", x => x.Row.Pending?.Until, "The first day on which it will no longer be bound; empty if not known."),
        ];
}
