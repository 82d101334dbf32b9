namespace TreatyTracker.Api.Data;

/// <summary>A count for a day, as a source published it.</summary>
/// <param name="Treaty">The treaty's id.</param>
/// <param name="AsOf">The day.</param>
/// <param name="Metric">Which count.</param>
/// <param name="Published">The figure.</param>
/// <param name="Source">Id of the source.</param>
/// <param name="Note">A remark; <c>null</c> for none.</param>
public sealed record PublishedCount(string Treaty, DateOnly AsOf, PublishedMetric Metric, int Published, string Source, string? Note);
