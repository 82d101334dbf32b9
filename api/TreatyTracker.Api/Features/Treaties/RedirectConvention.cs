using FastEndpoints;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Treaties;

public sealed class RedirectConvention : Endpoint<RedirectRequest>
{
    public override void Configure()
    {
        Get("/v1/conventions/{treaty}/{*rest}");
        this.Describe(
            ApiTags.Treaties,
            "Redirect from a convention to its treaty",
            "Redirects (308) to the same path under /v1/treaties, for example counts, parties or events.",
            "/v1/conventions/untoc/counts?asOf=2017-06-30"
        );
        Description(b => b.Produces(308).WithMetadata(new AcceptsAnyQuery()), clearDefaults: true);
    }

    public override Task HandleAsync(RedirectRequest req, CancellationToken ct) => Send.ResultAsync(req.ToTreaties(HttpContext));
}
