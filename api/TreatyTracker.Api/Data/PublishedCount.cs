using TreatyTracker.Law;

namespace TreatyTracker.Api.Data;

/// <summary>A count for a day, as a source published it.</summary>
/// <param name="Treaty">The treaty's id.</param>
/// <param name="AsOf">The day.</param>
/// <param name="Metric">Which count.</param>
/// <param name="Published">The figure.</param>
/// <param name="Source">Id of the source.</param>
/// <param name="Note">A remark; <c>null</c> for none.</param>
public sealed record PublishedCount(string Treaty, DateOnly AsOf, PublishedMetric Metric, int Published, string Source, string? Note)
{
    /// <summary>Counts in the order of the register.</summary>
    public static IReadOnlyList<PublishedCount> InOrder(IEnumerable<PublishedCount> counts) =>
        [
            .. counts
                .OrderBy(c => c.Treaty, StringComparer.Ordinal)
                .ThenBy(c => c.AsOf)
                .ThenBy(c => c.Metric.WireName(), StringComparer.Ordinal)
                .ThenBy(c => c.Source, StringComparer.Ordinal),
        ];
}
