using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features.Parties;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.TreatyCounts;

public sealed class ListCountsHistory : Endpoint<ListCountsHistory.Request, CountsHistory>
{
    public sealed class Request : KnownListRequest
    {
        /// <inheritdoc cref="Treaties.TreatyRequest.Treaty"/>
        public string Treaty { get; init; } = "";

        /// <summary>The days to list: every <c>change</c> (default), or the last day of every <c>month</c> or <c>year</c>.</summary>
        public Interval? Interval { get; init; }

        /// <summary>The first day of the period, inclusive. Default: the day of the first event.</summary>
        public DateOnly? From { get; init; }

        /// <summary>The last day of the period, inclusive. Default: today.</summary>
        [NotBefore(nameof(From))]
        public DateOnly? To { get; init; }

        /// <summary>
        /// Repeat the parameter for several counts. With <c>interval=change</c>, only days on which one of them changes; in CSV and XLSX,
        /// only their columns. Default: all counts.
        /// </summary>
        public NamedCount[]? Count { get; init; }

        /// <summary>
        /// Counts only participants whose consent to be bound, in effect on the day, was expressed in this way. Repeat the parameter for
        /// several ways. Default: all participants, also those without consent.
        /// </summary>
        public ConsentKind[]? Consent { get; init; }

        /// <summary>Counts only participants that have this kind on the day. Repeat the parameter for several kinds.</summary>
        public ParticipantKind[]? Kind { get; init; }
    }

    public override void Configure()
    {
        Get("/v1/treaties/{treaty}/counts/history");
        this.Describe(
            ApiTags.Counts,
            "How did the counts of a treaty change over time?",
            "Returns the named counts on every day on which one of them changed, or at the end of every month or year. "
                + "The counts of a row apply until the next row. consent and kind count a part of the participants only.",
            "/v1/treaties/untoc/counts/history?interval=year&from=2003-01-01&to=2006-12-31"
        );
        Description(b => b.WithMetadata(new CoverageInHeaders()));
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        if (context.Find(req.Treaty, out var treaty) is { } missing)
            return Send.ResultAsync(missing);
        CanonicalPath.Declare(HttpContext, $"/v1/treaties/{treaty.Id}/counts/history");

        var record = RecordCoverage.Of(treaty, context with { AsOf = req.To ?? context.Today });
        record.SetHeaders(HttpContext);
        var status = context.StatusOf(treaty);
        var timeline = TimelineOf(status, req, context);
        var steps = DaysOfChange(timeline, req.Count);
        var from = req.From ?? (steps.Count > 0 ? steps[0] : context.Today);
        var to = req.To ?? context.Today;
        var days = req.Interval switch
        {
            Interval.Month => PeriodEnds.Of(from, to, 1),
            Interval.Year => PeriodEnds.Of(from, to, 12),
            _ => steps.Where(d => from <= d && d <= to),
        };
        var rows = days.Select(d => (Day: d, Counts: timeline.On(d)))
            .Select(x => new CountsOnDay(
                x.Day,
                NamedCounts.Of(x.Counts),
                x.Day > treaty.CompleteThrough,
                status.UndatedEvents(x.Day),
                x.Counts.AssumedEffects,
                context.View.UnverifiedThrough(treaty, x.Day)
            ))
            .ToList();
        return Send.ResultAsync(
            ListResults.List(
                HttpContext,
                req,
                rows,
                r => Instant.Text(r.AsOf),
                [
                    .. CountsOnDay.Columns.Where(c => req.Count is null || IsAsked(c.Name, req.Count)),
                    new("completeThrough", _ => treaty.CompleteThrough),
                    new("coverage", _ => treaty.Coverage?.WireName()),
                ],
                page => new CountsHistory(
                    TreatyReference.Of(treaty, context),
                    context.KnownAt,
                    treaty.CompleteThrough,
                    page.Total,
                    page.Items,
                    page.Next,
                    record
                )
            )
        );
    }

    // A timeline is large, so few are remembered at a time.
    const int Weight = 64;

    /// <summary>The counts over time of the participants asked about; folded once for each choice.</summary>
    static StepFunction<Counts> TimelineOf(TreatyStatus status, Request request, AnswerContext context)
    {
        if (request.Consent is null && request.Kind is null)
            return status.Timeline;
        var consents = request.Consent?.Distinct().Order().Select(c => WireNames.Find<EventKind>(c.WireName())!.Value).ToArray();
        var kinds = request.Kind?.Distinct().Order().ToArray();
        return context.View.Remember(
            (nameof(ListCountsHistory), status.Treaty.Id, string.Join(',', consents ?? []), string.Join(',', kinds ?? [])),
            () =>
                status.CountsOverTime(
                    (participation, day) =>
                        (kinds is null || kinds.Contains(participation.Participant.KindOn(day)))
                        && (
                            consents is null
                            || (participation.ConsentInEffect(day) is { } consent && consents.Contains(consent.Consent.Kind))
                        )
                ),
            Weight
        );
    }

    /// <summary>The days on which one of the counts asked for changes.</summary>
    static List<DateOnly> DaysOfChange(StepFunction<Counts> timeline, NamedCount[]? asked)
    {
        var (days, before) = (new List<DateOnly>(), Counts.Zero);
        foreach (var (day, counts) in timeline.Steps)
        {
            if (asked is null || asked.Any(c => counts.Figure(c) != before.Figure(c)))
                days.Add(day);
            before = counts;
        }
        return days;
    }

    /// <summary>Whether a column is no count, or one of those asked for.</summary>
    static bool IsAsked(string column, NamedCount[] asked) => WireNames.Find<NamedCount>(column) is not { } count || asked.Contains(count);
}
