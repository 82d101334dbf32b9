namespace TreatyTracker.Api.Features.Treaties;

/// <summary>The order of a list of treaties.</summary>
public enum TreatyOrder
{
    /// <summary>By id.</summary>
    Id,

    /// <summary>By coverage, from proved to older-table, then by id.</summary>
    Coverage,

    /// <summary>By the last day through which the record is complete, the oldest first, then by id.</summary>
    CompleteThrough,
}
