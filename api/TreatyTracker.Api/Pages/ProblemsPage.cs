namespace TreatyTracker.Api.Pages;

/// <summary>All types of problems.</summary>
public sealed class ProblemsPage : PageEndpoint<PageRequest>
{
    /// <inheritdoc/>
    protected override string Address => "/problems";

    /// <inheritdoc/>
    protected override IResult Answer(PageRequest req, PageContext page) => Page<ProblemsView>(page);
}
