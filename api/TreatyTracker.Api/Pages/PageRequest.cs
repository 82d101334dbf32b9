using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Pages;

/// <summary>A request for a page that does not depend on the record.</summary>
public sealed class PageRequest
{
    /// <summary>The language of the page.</summary>
    public Language? Lang { get; init; }
}
