using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency;

/// <summary>The published counts held against the record: where they drift apart, by how much, and which events may be to blame.</summary>
/// <param name="AsOf">The day: later counts are left out.</param>
/// <param name="Counts">One for each published count, by treaty, metric, day and source.</param>
public sealed record Reconciliation(DateOnly AsOf, IReadOnlyList<ReconciledCount> Counts)
{
    /// <summary>Holds them against each other.</summary>
    public static Reconciliation Of(CheckContext record)
    {
        var treaties = record.Facts.Treaties.ToDictionary(t => t.Id);
        return new(
            record.AsOf,
            [
                .. record
                    .Facts.PublishedCounts.Where(c => c.AsOf <= record.AsOf && treaties.ContainsKey(c.Treaty))
                    .GroupBy(c => (c.Treaty, c.Metric))
                    .OrderBy(g => g.Key.Treaty, StringComparer.Ordinal)
                    .ThenBy(g => g.Key.Metric)
                    .SelectMany(g =>
                        Reconcile(
                            record,
                            record.View.StatusOf(treaties[g.Key.Treaty]),
                            g.OrderBy(c => c.AsOf).ThenBy(c => c.Source, StringComparer.Ordinal)
                        )
                    ),
            ]
        );
    }

    static IEnumerable<ReconciledCount> Reconcile(CheckContext record, TreatyStatus status, IEnumerable<PublishedCount> inOrder)
    {
        DateOnly? agreed = null,
            drifted = null;
        foreach (var count in inOrder)
        {
            var computed = Computed(status, count);
            var where = record.Where.GetValueOrDefault(SeedLocations.Of(count));
            if (computed == count.Published)
            {
                (agreed, drifted) = (count.AsOf, null);
                yield return new(count, computed, null, null, [], where);
                continue;
            }
            drifted ??= count.AsOf;
            yield return new(count, computed, agreed, drifted, Suspects(record, status.Treaty, count.Metric, agreed, drifted.Value), where);
        }
    }

    internal static int Computed(TreatyStatus status, PublishedCount count)
    {
        var counts = status.Timeline.On(count.AsOf);
        return count.Metric is PublishedMetric.Parties ? counts.Parties : counts.Signatories;
    }

    static EquatableArray<TreatyEvent> Suspects(
        CheckContext record,
        Treaty treaty,
        PublishedMetric metric,
        DateOnly? after,
        DateOnly until
    ) =>
        [
            .. record
                .View.ActsOf(treaty)
                .Where(a => a.Verification is Verification.Unverified && (after is null || a.Date > after) && a.Date <= until)
                .Where(a => metric is PublishedMetric.Signatories ? a.Kind.IsSigning() : a.Kind.IsConsent() || a.Kind.IsLeaving())
                .Order(TreatyEvent.HistoricalOrder),
        ];
}
