using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency;

/// <summary>A published count beside the register's own.</summary>
/// <param name="Count">What was published.</param>
/// <param name="Computed">What the register computes for the day.</param>
/// <param name="LastAgreeing">The last published day before it, of the same treaty and metric, on which both agreed; <c>null</c> where there is none, or where both agree.</param>
/// <param name="FirstDisagreeing">The first published day after that on which they differ; <c>null</c> where both agree.</param>
/// <param name="Suspects">The unverified events of the treaty that change the count, dated after <paramref name="LastAgreeing"/> and not after <paramref name="FirstDisagreeing"/>, in historical order.</param>
/// <param name="Where">Where in the seeds the published count stands; <c>null</c> for a database.</param>
public sealed record ReconciledCount(
    PublishedCount Count, int Computed, DateOnly? LastAgreeing, DateOnly? FirstDisagreeing, EquatableArray<TreatyEvent> Suspects, Location? Where)
{
    /// <summary>Computed less published: above nought, the record has so many too many; below, so many are missing.</summary>
    public int Difference => Computed - Count.Published;

    /// <summary>Whether both agree.</summary>
    public bool Agrees => Difference == 0;

    /// <summary>How many events the record lacks: less joined, or more left, than was published.</summary>
    public int Missing => Math.Max(0, -Difference);

    /// <summary>How many events the record has too many.</summary>
    public int TooMany => Math.Max(0, Difference);
}

/// <summary>The published counts held against the record: where they drift apart, by how much, and which events may be to blame.</summary>
/// <param name="AsOf">The day: later counts are left out.</param>
/// <param name="Counts">One for each published count, by treaty, metric, day and source.</param>
public sealed record Reconciliation(DateOnly AsOf, IReadOnlyList<ReconciledCount> Counts)
{
    /// <summary>Holds them against each other.</summary>
    public static Reconciliation Of(Record record)
    {
        var treaties = record.Facts.Treaties.ToDictionary(t => t.Id);
        return new(record.AsOf, [.. record.Facts.PublishedCounts
            .Where(c => c.AsOf <= record.AsOf && treaties.ContainsKey(c.Treaty))
            .GroupBy(c => (c.Treaty, c.Metric)).OrderBy(g => g.Key.Treaty, StringComparer.Ordinal).ThenBy(g => g.Key.Metric)
            .SelectMany(g => Reconcile(record, record.View.StatusOf(treaties[g.Key.Treaty]), g.OrderBy(c => c.AsOf).ThenBy(c => c.Source, StringComparer.Ordinal)))]);
    }

    static IEnumerable<ReconciledCount> Reconcile(Record record, TreatyStatus status, IEnumerable<PublishedCount> inOrder)
    {
        DateOnly? agreed = null, drifted = null;
        foreach (var count in inOrder)
        {
            var computed = Computed(status, count);
            var where = record.Where.GetValueOrDefault(SeedPlaces.Of(count));
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

    static EquatableArray<TreatyEvent> Suspects(Record record, Treaty treaty, PublishedMetric metric, DateOnly? after, DateOnly until) =>
        [.. record.View.ActsOf(treaty)
            .Where(a => a.Verification is Verification.Unverified && (after is null || a.Date > after) && a.Date <= until)
            .Where(a => metric is PublishedMetric.Signatories ? a.Kind.IsSigning() : a.Kind.IsConsent() || a.Kind.IsLeaving())
            .Order(TreatyEvent.HistoricalOrder)];
}
