using FastEndpoints;
using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.Features.Treaties;

public sealed class ListTreaties : Endpoint<TreatyListRequest, Page<TrackedTreaty>>
{
    public override void Configure()
    {
        Get("/v1/treaties");
        this.Describe(
            ApiTags.Treaties,
            "Which treaties are in the register?",
            "Returns all treaties, each with its counts on the requested day and the coverage of its record, ordered by id or by sort.",
            "/v1/treaties?q=corruption&asOf=2017-06-01"
        );
    }

    public override Task HandleAsync(TreatyListRequest req, CancellationToken ct) =>
        Send.ResultAsync(TreatyFilters.List(HttpContext, req, _ => true));
}
