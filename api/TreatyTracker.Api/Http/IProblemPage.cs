namespace TreatyTracker.Api.Http;

/// <summary>Shows problems to people as a page.</summary>
interface IProblemPage
{
    /// <summary>
    /// Whether a problem of this request is shown as a page: at the address of a page, or to a browser outside <c>/v1</c>.
    /// </summary>
    bool Answers(HttpContext http);

    /// <summary>Sends the page.</summary>
    Task Send(HttpContext http, Problem problem);
}
