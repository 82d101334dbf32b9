using FastEndpoints;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Treaties;

/// <summary>Leads from what hangs on a protocol to the same under <c>/v1/treaties</c>.</summary>
public sealed class RedirectProtocol : Endpoint<RedirectRequest>
{
    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/protocols/{treaty}/{*rest}");
        this.Describe(
            ApiTags.Treaties,
            "What hangs on a protocol",
            "308 to the same address under /v1/treaties: counts, parties, events.",
            "/v1/protocols/untoc-firearms/parties"
        );
        Description(b => b.Produces(308).WithMetadata(new AcceptsAnyQuery()), clearDefaults: true);
    }

    /// <inheritdoc/>
    public override Task HandleAsync(RedirectRequest req, CancellationToken ct) => Send.ResultAsync(req.ToTreaties(HttpContext));
}
