using FastEndpoints;
using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.Features.Treaties;

public sealed class ListConventions : Endpoint<TreatyListRequest, Page<TrackedTreaty>>
{
    public override void Configure()
    {
        Get("/v1/conventions");
        this.Describe(
            ApiTags.Treaties,
            "Which principal treaties are in the register?",
            "Returns the treaties that belong to no other one, each with its protocols and its counts on the requested day, ordered by id.",
            "/v1/conventions?subject=organized-crime&asOf=2017-06-30"
        );
    }

    public override Task HandleAsync(TreatyListRequest req, CancellationToken ct) =>
        Send.ResultAsync(TreatyFilters.List(HttpContext, req, t => !t.BelongsToAnother));
}
