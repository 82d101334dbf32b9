using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Api.OpenApi;

namespace TreatyTracker.Api.Pages;

/// <summary>Where the pages for people are, and the OpenAPI document.</summary>
static class PageRoutes
{
    public static void MapPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription();
        Map(pages, "/openapi.yaml", (HttpContext http, OpenApiDocument document) => Html.Kept(http, document.Yaml, "application/yaml"));
        Map(pages, "/openapi.json", (HttpContext http, OpenApiDocument document) => Html.Kept(http, document.Json, "application/json"));
        Map(
            pages,
            "/",
            (HttpContext http) =>
                Html.Page(http, "Treaty Tracker", HomePage.Of(RequestSnapshot.Required(http).Register, RequestSnapshot.Of(http)!.Today))
        );
        Map(pages, "/docs/counts", (HttpContext http) => Html.Page(http, "What each count means", CountsPage.Body));
        Map(pages, "/problems", (HttpContext http) => Html.Page(http, "Problems", ProblemPages.All));
        Map(
            pages,
            "/problems/{slug}",
            (HttpContext http, string slug) =>
                ProblemType.All.FirstOrDefault(p => p.Slug == slug) is { } problem
                    ? Html.Page(http, $"{problem.Status} {problem.Title}", ProblemPages.Of(problem))
                    : Problem.Result(
                        ProblemType.NotFound,
                        $"There is no problem '{slug}'.{Suggestions.SuggestionText(slug, ProblemType.All.Select(p => p.Slug))} /problems lists them."
                    )
        );
    }

    static void Map(IEndpointRouteBuilder pages, string path, Delegate handler) =>
        pages.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], handler);
}
