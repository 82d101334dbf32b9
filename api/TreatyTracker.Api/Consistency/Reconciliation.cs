using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency;

/// <summary>Compares published counts with computed ones: where they diverge, by how much, and which events may be the cause.</summary>
/// <param name="AsOf">The day of the check. Counts published for a later day are omitted.</param>
/// <param name="Counts">One item per published count, ordered by treaty, metric, day and source.</param>
public sealed record Reconciliation(DateOnly AsOf, IReadOnlyList<ReconciledCount> Counts)
{
    /// <summary>Compares all published counts of a record.</summary>
    public static Reconciliation Of(CheckContext context)
    {
        var treaties = context.Facts.Treaties.ToDictionary(t => t.Id);
        return new(
            context.AsOf,
            [
                .. context
                    .Facts.PublishedCounts.Where(c => c.AsOf <= context.AsOf && treaties.ContainsKey(c.Treaty))
                    .GroupBy(c => (c.Treaty, c.Metric))
                    .OrderBy(g => g.Key.Treaty, StringComparer.Ordinal)
                    .ThenBy(g => g.Key.Metric)
                    .SelectMany(g =>
                        Reconcile(
                            context,
                            context.View.StatusOf(treaties[g.Key.Treaty]),
                            g.OrderBy(c => c.AsOf).ThenBy(c => c.Source, StringComparer.Ordinal)
                        )
                    ),
            ]
        );
    }

    static IEnumerable<ReconciledCount> Reconcile(CheckContext context, TreatyStatus status, IEnumerable<PublishedCount> inOrder)
    {
        DateOnly? agreed = null,
            diverged = null;
        foreach (var count in inOrder)
        {
            var computed = Computed(status, count);
            var where = context.Where.GetValueOrDefault(SeedLocations.Of(count));
            if (Agrees(status, count))
            {
                (agreed, diverged) = (count.AsOf, null);
                yield return new(count, computed, null, null, [], where);
                continue;
            }
            diverged ??= count.AsOf;
            yield return new(
                count,
                computed,
                agreed,
                diverged,
                Suspects(context, status.Treaty, count.Metric, agreed, diverged.Value),
                where
            );
        }
    }

    internal static int Computed(TreatyStatus status, PublishedCount count)
    {
        var counts = status.Timeline.On(count.AsOf);
        return count.Metric is PublishedMetric.Parties ? counts.Parties : counts.Signatories;
    }

    /// <summary>
    /// Whether the published figure is one of those that the record allows: the computed one, or any between the fewest and the most
    /// parties where the days of events are known only as periods.
    /// </summary>
    internal static bool Agrees(TreatyStatus status, PublishedCount count)
    {
        var (computed, counts) = (Computed(status, count), status.Timeline.On(count.AsOf));
        return count.Metric is PublishedMetric.Parties
            ? (counts.PartiesAtLeast ?? computed) <= count.Published && count.Published <= (counts.PartiesAtMost ?? computed)
            : computed == count.Published;
    }

    static EquatableArray<TreatyEvent> Suspects(
        CheckContext context,
        Treaty treaty,
        PublishedMetric metric,
        DateOnly? after,
        DateOnly until
    ) =>
        [
            .. context
                .View.ActsOf(treaty)
                .Where(a => a.Verification is Verification.Unverified && (after is null || a.Date > after) && a.Date <= until)
                .Where(a => metric is PublishedMetric.Signatories ? a.Kind.IsSigning() : a.Kind.IsConsent() || a.Kind.IsLeaving())
                .Order(TreatyEvent.HistoricalOrder),
        ];
}
