using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Treaties;

/// <summary>A path below a convention or protocol.</summary>
public sealed class RedirectRequest
{
    /// <inheritdoc cref="Treaties.TreatyRequest.Treaty"/>
    public string Treaty { get; init; } = "";

    /// <summary>The rest of the path, such as <c>counts</c>, <c>parties</c> or <c>events</c>. The query is kept.</summary>
    public string Rest { get; init; } = "";

    internal IResult ToTreaties(HttpContext http) =>
        RequestSnapshot.Required(http).Register.FindTreaty(Treaty) is { } treaty
            ? TypedResults.Redirect(
                http.Request.PathBase.ToUriComponent()
                    + new PathString($"/v1/treaties/{treaty.Id}/{Rest}").ToUriComponent()
                    + http.Request.QueryString,
                permanent: true,
                preserveMethod: true
            )
            : NotFoundResults.UnknownTreaty(RequestSnapshot.Required(http).Register, Treaty);
}
