using FastEndpoints;

namespace TreatyTracker.Api.Features.Service;

public sealed class GetLiveness : EndpointWithoutRequest<Health>
{
    public override void Configure()
    {
        Get("/health/live");
        this.Describe(ApiTags.Service, "Is the process alive?", "Returns 200 as long as the process answers requests.", "/health/live");
    }

    public override Task HandleAsync(CancellationToken ct)
    {
        HttpContext.Response.Headers.CacheControl = "no-store";
        return Send.OkAsync(new("live"), ct);
    }
}
