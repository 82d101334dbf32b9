namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>A representation of the counts.</summary>
public enum CountsFormat
{
    /// <summary><c>application/json</c>: all of them.</summary>
    Json,

    /// <summary><c>text/plain</c>: one of them, the bare number and a line feed.</summary>
    Text,
}
