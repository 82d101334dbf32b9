using FastEndpoints;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Treaties;

/// <summary>Leads from what hangs on a convention to the same under <c>/v1/treaties</c>.</summary>
public sealed class RedirectConvention : Endpoint<RedirectRequest>
{
    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/conventions/{treaty}/{*rest}");
        this.Describe(
            ApiTags.Treaties,
            "What hangs on a convention",
            "308 to the same address under /v1/treaties: counts, parties, events.",
            "/v1/conventions/untoc/counts?asOf=2017-06-30"
        );
        Description(b => b.Produces(308).WithMetadata(new AcceptsAnyQuery()), clearDefaults: true);
    }

    /// <inheritdoc/>
    public override Task HandleAsync(RedirectRequest req, CancellationToken ct) => Send.ResultAsync(req.ToTreaties(HttpContext));
}
