namespace TreatyTracker.Api.Pages;

/// <summary>Defines the named counts. Every answer with counts links to it.</summary>
public sealed class DocsCountsPage : PageEndpoint<PageRequest>
{
    /// <inheritdoc/>
    protected override string Address => "/docs/counts";

    /// <inheritdoc/>
    protected override IResult Answer(PageRequest req, PageContext page) => Page<DocsCountsView>(page);
}
