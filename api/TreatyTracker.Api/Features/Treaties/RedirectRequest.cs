using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Treaties;

/// <summary>An address below a convention or protocol.</summary>
public sealed class RedirectRequest
{
    /// <summary>Id or MTDSG number.</summary>
    public string Treaty { get; init; } = "";

    /// <summary>What hangs on it: <c>counts</c>, <c>parties</c>, <c>events</c>; the query goes along.</summary>
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
