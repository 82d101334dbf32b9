using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Api.OpenApi;

namespace TreatyTracker.Api.Pages;

/// <summary>Routes of the pages for people, of their icon, and of the OpenAPI document.</summary>
static class PageRoutes
{
    public static void MapPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription();
        Map(
            pages,
            "/openapi.yaml",
            (HttpContext http, OpenApiDocument document) => Html.Cacheable(http, document.Yaml, "application/yaml")
        );
        Map(
            pages,
            "/openapi.json",
            (HttpContext http, OpenApiDocument document) => Html.Cacheable(http, document.Json, "application/json")
        );
        Map(
            pages,
            "/",
            (HttpContext http) =>
                Html.Page(http, "Treaty Tracker", HomePage.Of(RequestSnapshot.Required(http).Register, RequestSnapshot.Of(http)!.Today))
        );
        // Browsers request /favicon.ico for answers that are not pages, such as JSON. They accept SVG at that address.
        foreach (var path in new[] { "/favicon.svg", "/favicon.ico" })
            Map(pages, path, (HttpContext http) => Html.Cacheable(http, Icon.Svg, "image/svg+xml"));
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
                        $"Unknown problem type '{slug}'.{Suggestions.SuggestionText(slug, ProblemType.All.Select(p => p.Slug))} "
                            + "/problems lists all types."
                    )
        );
    }

    static void Map(IEndpointRouteBuilder pages, string path, Delegate handler) =>
        pages.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], handler);
}
