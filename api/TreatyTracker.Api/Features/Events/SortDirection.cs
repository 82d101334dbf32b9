namespace TreatyTracker.Api.Features.Events;

/// <summary>The direction of an order.</summary>
public enum SortDirection
{
    /// <summary>Ascending: the earliest first.</summary>
    Asc,

    /// <summary>Descending: the latest first.</summary>
    Desc,
}
