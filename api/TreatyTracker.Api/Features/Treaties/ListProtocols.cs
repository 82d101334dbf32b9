using FastEndpoints;
using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.Features.Treaties;

/// <summary>The treaties that belong to another one.</summary>
public sealed class ListProtocols : Endpoint<TreatyListRequest, Page<TrackedTreaty>>
{
    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/protocols");
        this.Describe(
            ApiTags.Treaties,
            "Which protocols are tracked?",
            "The treaties that belong to another one, each with its parent and its counts on the day, in order of id.",
            "/v1/protocols?parent=untoc&asOf=2017-06-30&limit=1"
        );
    }

    /// <inheritdoc/>
    public override Task HandleAsync(TreatyListRequest req, CancellationToken ct) =>
        Send.ResultAsync(TreatyFilters.List(HttpContext, req, t => t.Parent is not null));
}
