using System.ComponentModel.DataAnnotations;
using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.Http.Requests;

/// <summary>A request for a list that depends neither on a day nor on what the register knew.</summary>
public abstract class ListRequest : IListRequest
{
    /// <inheritdoc cref="IListRequest.Limit"/>
    [Range(1, IListRequest.MaxLimit)]
    public int? Limit { get; init; }

    /// <inheritdoc cref="IListRequest.Cursor"/>
    public string? Cursor { get; init; }

    /// <inheritdoc cref="IListRequest.Format"/>
    public Format? Format { get; init; }
}
