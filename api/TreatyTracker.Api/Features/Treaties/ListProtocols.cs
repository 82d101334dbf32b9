using FastEndpoints;
using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.Features.Treaties;

public sealed class ListProtocols : Endpoint<TreatyListRequest, Page<TrackedTreaty>>
{
    public override void Configure()
    {
        Get("/v1/protocols");
        this.Describe(
            ApiTags.Treaties,
            "Which protocols are in the register?",
            "Returns the treaties that belong to another treaty: those with a parent, and protocols and amendments whose parent "
                + "is not in the "
                + "register or that have several. Each has its parent and its counts on the requested day. Ordered by id.",
            "/v1/protocols?parent=untoc&asOf=2017-06-30&limit=1"
        );
    }

    public override Task HandleAsync(TreatyListRequest req, CancellationToken ct) =>
        Send.ResultAsync(TreatyFilters.List(HttpContext, req, t => t.BelongsToAnother));
}
