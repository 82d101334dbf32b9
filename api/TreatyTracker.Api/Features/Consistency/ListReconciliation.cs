using FastEndpoints;
using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Consistency.Formats;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Consistency;

public sealed class ListReconciliation : Endpoint<ListReconciliation.Request, Page<ReconciledFigure>>
{
    public sealed class Request : TimedListRequest
    {
        /// <summary>Only counts of this treaty (id or MTDSG number). Repeat the parameter for several treaties.</summary>
        public string[]? Treaty { get; init; }

        /// <summary>Only this named count.</summary>
        public PublishedMetric? Metric { get; init; }

        /// <summary><c>true</c>: only counts that agree with the computed figure. <c>false</c>: only counts that differ from it.</summary>
        public bool? Agrees { get; init; }
    }

    static IReadOnlyList<Column<ReconciledFigure>> Columns { get; } =
    [
        new("treaty", f => f.Treaty),
        new("metric", f => f.Metric.WireName()),
        new("day", f => f.Day),
        new("published", f => f.Published),
        new("computed", f => f.Computed),
        new("difference", f => f.Difference),
        new("lastAgreeing", f => f.LastAgreeing),
        new("firstDisagreeing", f => f.FirstDisagreeing),
        new("suspects", f => string.Join('|', f.Suspects)),
        new("source", f => f.Source),
    ];

    public override void Configure()
    {
        Get("/v1/consistency/reconciliation");
        this.Describe(
            ApiTags.Consistency,
            "Do the computed counts agree with published counts?",
            "Compares each count published for a day on or before asOf with the computed count. Shows the difference, the interval in "
                + "which the figures diverge, and the unverified events in that interval. Ordered by treaty, count, day and source.",
            "/v1/consistency/reconciliation?agrees=false&asOf=2026-12-01&limit=2"
        );
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        var treaties = new HashSet<string>(StringComparer.Ordinal);
        foreach (var asked in req.Treaty ?? [])
        {
            if (context.Register.FindTreaty(asked) is not { } treaty)
                return Send.ResultAsync(NotFoundResults.BadTreaty(context.Register, "treaty", asked));
            treaties.Add(treaty.Id);
        }
        var (_, reconciliation) = ReportCache.Of(context.Register, context.KnownAt, context.AsOf);
        var rows = reconciliation
            .Counts.Select(ReconciledFigure.Of)
            .Where(f => treaties.Count == 0 || treaties.Contains(f.Treaty))
            .Where(f => req.Metric is null || f.Metric == req.Metric)
            .Where(f => req.Agrees is null || f.Difference == 0 == req.Agrees)
            .OrderBy(Key, StringComparer.Ordinal)
            .ToList();
        return Send.ResultAsync(
            ListResults.List(HttpContext, req, rows, Key, Columns, p => p with { AsOf = context.AsOf, KnownAt = context.KnownAt })
        );
    }

    // The separator sorts before every character of an id, so that 'untoc' comes before 'untoc-firearms'.
    static string Key(ReconciledFigure figure) =>
        string.Join('\u001f', figure.Treaty, figure.Metric.WireName(), Instant.Text(figure.Day), figure.Source);
}
