using FastEndpoints;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Treaties;

public sealed class RedirectProtocol : Endpoint<RedirectRequest>
{
    public override void Configure()
    {
        Get("/v1/protocols/{treaty}/{*rest}");
        this.Describe(
            ApiTags.Treaties,
            "Redirect from a protocol to its treaty",
            "Redirects (308) to the same path under /v1/treaties, for example counts, parties or events.",
            "/v1/protocols/untoc-firearms/parties"
        );
        Description(b => b.Produces(308).WithMetadata(new AcceptsAnyQuery()), clearDefaults: true);
    }

    public override Task HandleAsync(RedirectRequest req, CancellationToken ct) => Send.ResultAsync(req.ToTreaties(HttpContext));
}
