using FastEndpoints;
using Microsoft.AspNetCore.Components;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Pages;

/// <summary>
/// An endpoint that answers with a page. It is bound, checked, tagged and cached as the operations of the API are, and is not in the
/// OpenAPI document.
/// </summary>
public abstract class PageEndpoint<TRequest> : Endpoint<TRequest>
    where TRequest : notnull, new()
{
    /// <summary>The address of the page.</summary>
    protected abstract string Address { get; }

    /// <inheritdoc/>
    public sealed override void Configure()
    {
        Get(Address);
        AllowAnonymous();
        Description(b => b.ExcludeFromDescription().WithMetadata(new AnswersWithPage(), new VariesByHost()));
    }

    /// <inheritdoc/>
    public sealed override Task HandleAsync(TRequest req, CancellationToken ct) =>
        Send.ResultAsync(
            req is not KnownRequest known ? Answer(req, PageContext.Of(HttpContext))
            : RequestSnapshot.Of(HttpContext) is null ? Problem.Result(ProblemType.Unavailable)
            : Answer(req, PageContext.Of(HttpContext, known))
        );

    /// <summary>Makes the page.</summary>
    protected abstract IResult Answer(TRequest req, PageContext page);

    /// <summary>The page that a component renders.</summary>
    private protected static IResult Page<TComponent>(PageContext page, params IEnumerable<(string Name, object? Value)> parameters)
        where TComponent : IComponent => new RenderedPage(page, typeof(TComponent), parameters.ToDictionary(p => p.Name, p => p.Value));

    /// <summary>404 with what was probably meant.</summary>
    private protected static IResult NotFound(PageContext page, string asked) =>
        new RenderedPage(
            page,
            typeof(NotFoundView),
            new() { [nameof(NotFoundView.Asked)] = asked, [nameof(NotFoundView.Found)] = SearchResults.Of(asked, page.Answer) },
            StatusCodes.Status404NotFound
        );
}
