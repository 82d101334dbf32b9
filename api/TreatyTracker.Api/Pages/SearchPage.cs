using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Pages;

/// <summary>What a text finds.</summary>
public sealed class SearchPage : PageEndpoint<SearchPage.Request>
{
    public sealed class Request : TimedRequest
    {
        /// <summary>The text.</summary>
        public string? Q { get; init; }
    }

    /// <inheritdoc/>
    protected override string Address => "/search";

    /// <inheritdoc/>
    protected override IResult Answer(Request req, PageContext page) =>
        Page<SearchView>(page, (nameof(SearchView.Q), req.Q ?? ""), (nameof(SearchView.Found), SearchResults.Of(req.Q ?? "", page.Answer)));
}
