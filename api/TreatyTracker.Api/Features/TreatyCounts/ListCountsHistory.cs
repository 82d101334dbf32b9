using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;

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
    }

    public override void Configure()
    {
        Get("/v1/treaties/{treaty}/counts/history");
        this.Describe(
            ApiTags.Counts,
            "How did the counts of a treaty change over time?",
            "Returns the named counts on every day on which one of them changed, or at the end of every month or year. "
                + "The counts of a row apply until the next row.",
            "/v1/treaties/untoc/counts/history?interval=year&from=2003-01-01&to=2006-12-31"
        );
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        if (context.Find(req.Treaty, out var treaty) is { } missing)
            return Send.ResultAsync(missing);
        CanonicalPath.Declare(HttpContext, $"/v1/treaties/{treaty.Id}/counts/history");

        var status = context.StatusOf(treaty);
        var timeline = status.Timeline;
        var steps = timeline.Steps.Select(s => s.Key).ToList();
        var from = req.From ?? (steps.Count > 0 ? steps[0] : context.Today);
        var to = req.To ?? context.Today;
        var days = req.Interval switch
        {
            Interval.Month => Ends(from, to, 1),
            Interval.Year => Ends(from, to, 12),
            _ => steps.Where(d => from <= d && d <= to),
        };
        var rows = days.Select(d => (Day: d, Counts: timeline.On(d)))
            .Select(x => new CountsOnDay(
                x.Day,
                NamedCounts.Of(x.Counts),
                x.Day > treaty.CompleteThrough,
                status.UndatedEvents(x.Day),
                x.Counts.AssumedEffects
            ))
            .ToList();
        return Send.ResultAsync(
            ListResults.List(
                HttpContext,
                req,
                rows,
                r => Instant.Text(r.AsOf),
                CountsOnDay.Columns,
                page => new CountsHistory(
                    TreatyReference.Of(treaty, context),
                    context.KnownAt,
                    treaty.CompleteThrough,
                    page.Total,
                    page.Items,
                    page.Next
                )
            )
        );
    }

    /// <summary>The last days of the months or years in the period, and the last day of the period.</summary>
    static IEnumerable<DateOnly> Ends(DateOnly from, DateOnly to, int months)
    {
        for (var end = EndOf(from, months); end < to; end = EndOf(end.AddDays(1), months))
            yield return end;
        if (from <= to)
            yield return to;
    }

    static DateOnly EndOf(DateOnly day, int months) =>
        months == 12 ? new(day.Year, 12, 31) : new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
}
