using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Pages;

/// <summary>A problem as a page, with a search box and what was probably meant.</summary>
sealed class ProblemPage(ILogger<ProblemPage> log) : IProblemPage
{
    /// <inheritdoc/>
    public bool Answers(HttpContext http) =>
        !http.Request.Path.StartsWithSegments("/v1")
        && (
            http.GetEndpoint()?.Metadata.GetMetadata<AnswersWithPage>() is not null
            || http.Request.Headers.Accept.Any(a => a?.Contains("text/html", StringComparison.OrdinalIgnoreCase) is true)
        );

    /// <inheritdoc/>
    public async Task Send(HttpContext http, Problem problem)
    {
        try
        {
            await new RenderedPage(
                PageContext.Of(http),
                typeof(ProblemView),
                new() { [nameof(ProblemView.Problem)] = problem },
                problem.Status
            ).ExecuteAsync(http);
        }
        // The problem is worth more than its looks.
        catch (Exception e) when (!http.Response.HasStarted)
        {
            log.LogError(e, "The page of a problem could not be rendered");
            await JsonBody.Write(http.Response, problem, Problem.MediaType);
        }
    }
}
