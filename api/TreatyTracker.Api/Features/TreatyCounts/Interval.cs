namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>The days for which a history has a row.</summary>
public enum Interval
{
    /// <summary>Every day on which a count changes.</summary>
    Change,

    /// <summary>The last day of every month.</summary>
    Month,

    /// <summary>The last day of every year.</summary>
    Year,
}
