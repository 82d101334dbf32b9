using FastEndpoints;
using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.Features.Treaties;

/// <summary>The principal treaties.</summary>
public sealed class ListConventions : Endpoint<TreatyListRequest, Page<TrackedTreaty>>
{
    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/conventions");
        this.Describe(
            ApiTags.Treaties,
            "Which principal treaties are tracked?",
            "The treaties that belong to no other, each with its protocols and its counts on the day, in order of id.",
            "/v1/conventions?subject=organized-crime&asOf=2017-06-30"
        );
    }

    /// <inheritdoc/>
    public override Task HandleAsync(TreatyListRequest req, CancellationToken ct) =>
        Send.ResultAsync(TreatyFilters.List(HttpContext, req, t => t.Parent is null));
}
