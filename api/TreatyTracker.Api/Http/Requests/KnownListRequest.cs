using System.ComponentModel.DataAnnotations;
using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.Http.Requests;

/// <summary>A request for a list of what the register knew at an instant.</summary>
public abstract class KnownListRequest : KnownRequest, IListRequest
{
    /// <inheritdoc cref="IListRequest.Limit"/>
    [Range(1, IListRequest.MaxLimit)]
    public int? Limit { get; init; }

    /// <inheritdoc cref="IListRequest.Cursor"/>
    public string? Cursor { get; init; }

    /// <inheritdoc cref="IListRequest.Format"/>
    public Format? Format { get; init; }
}
