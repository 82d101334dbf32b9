using FastEndpoints;
using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.Features.Treaties;

/// <summary>All treaties.</summary>
public sealed class ListTreaties : Endpoint<TreatyListRequest, Page<TrackedTreaty>>
{
    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/treaties");
        this.Describe(
            ApiTags.Treaties,
            "Which treaties are tracked?",
            "All treaties, each with its counts on the day, in order of id.",
            "/v1/treaties?q=corruption&asOf=2017-06-01"
        );
    }

    /// <inheritdoc/>
    public override Task HandleAsync(TreatyListRequest req, CancellationToken ct) =>
        Send.ResultAsync(TreatyFilters.List(HttpContext, req, _ => true));
}
