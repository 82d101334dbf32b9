using FastEndpoints;
using FluentValidation;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>A treaty's counts over time.</summary>
public sealed class ListCountsHistory : Endpoint<ListCountsHistory.Request, CountsHistory>
{
    /// <summary>Which treaty, and which days.</summary>
    public sealed class Request : KnownRequest, IListRequest
    {
        /// <summary>Id or MTDSG number, in any letter case.</summary>
        public string Treaty { get; init; } = "";

        /// <summary>Every <c>change</c> (if not given), or the last day of every <c>month</c> or <c>year</c>.</summary>
        public Interval? Interval { get; init; }

        /// <summary>First day, inclusive; that of the first event if not given.</summary>
        public DateOnly? From { get; init; }

        /// <summary>Last day, inclusive; today if not given.</summary>
        public DateOnly? To { get; init; }

        /// <summary>
        /// How many rows at the most, from 1 to 500. In JSON 100 if not given; CSV and NDJSON carry all rows if not given.
        /// </summary>
        public int? Limit { get; init; }

        /// <summary>Where to go on: the <c>next</c> of the page before.</summary>
        public string? Cursor { get; init; }

        /// <summary>The representation; wins over the header Accept. <c>excel</c> is CSV as a file that Excel opens rightly.</summary>
        public Format? Format { get; init; }
    }

    /// <summary>The rules of the request.</summary>
    public sealed class RequestValidator : Validator<Request>
    {
        /// <summary>Lays them down.</summary>
        public RequestValidator()
        {
            this.AddListRules();
            this.AddStretchRule(r => r.From, r => r.To);
        }
    }

    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/treaties/{treaty}/counts/history");
        this.Describe(
            ApiTags.Counts,
            "How did the counts of a treaty change over time?",
            "The named counts on every day on which one changed, or at the end of every month or year; the value of a day holds until the next row.",
            "/v1/treaties/untoc/counts/history?interval=year&from=2003-01-01&to=2006-12-31"
        );
    }

    /// <inheritdoc/>
    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        if (context.Find(req.Treaty, out var treaty) is { } missing)
            return Send.ResultAsync(missing);
        CanonicalPath.Declare(HttpContext, $"/v1/treaties/{treaty.Id}/counts/history");

        var timeline = context.StatusOf(treaty).Timeline;
        var steps = timeline.Steps.Select(s => s.Key).ToList();
        var from = req.From ?? (steps.Count > 0 ? steps[0] : context.Today);
        var to = req.To ?? context.Today;
        var days = req.Interval switch
        {
            Interval.Month => Ends(from, to, 1),
            Interval.Year => Ends(from, to, 12),
            _ => steps.Where(d => from <= d && d <= to),
        };
        var rows = days.Select(d => new CountsOnDay(d, NamedCounts.Of(timeline.On(d)), d > treaty.CompleteThrough)).ToList();
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

    /// <summary>The last days of the months or years within the range, and the range's own last day.</summary>
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
