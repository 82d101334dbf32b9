namespace TreatyTracker.Api.Data;

/// <summary>Which named count a published figure is.</summary>
public enum PublishedMetric
{
    /// <summary><c>parties</c>.</summary>
    Parties,

    /// <summary><c>signatories</c>.</summary>
    Signatories,
}
