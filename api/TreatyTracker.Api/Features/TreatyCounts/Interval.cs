namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>How often the counts over time are shown.</summary>
public enum Interval
{
    /// <summary>On every day on which one of them changes.</summary>
    Change,

    /// <summary>On the last day of every month.</summary>
    Month,

    /// <summary>On the last day of every year.</summary>
    Year,
}
