using FastEndpoints;

namespace TreatyTracker.Api.Features.Service;

/// <summary>Liveness: the process answers.</summary>
public sealed class GetLiveness : EndpointWithoutRequest<Health>
{
    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/health/live");
        this.Describe(ApiTags.Service, "Is the process alive?", "200 as long as the process answers requests.", "/health/live");
    }

    /// <inheritdoc/>
    public override Task HandleAsync(CancellationToken ct)
    {
        HttpContext.Response.Headers.CacheControl = "no-store";
        return Send.OkAsync(new("live"), ct);
    }
}
