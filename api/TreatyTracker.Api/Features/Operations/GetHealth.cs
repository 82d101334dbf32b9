using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;

namespace TreatyTracker.Api.Features.Operations;

/// <summary>How the service is.</summary>
/// <param name="Status"><c>live</c>, <c>ready</c>, or <c>degraded</c>: answering, from the last good snapshot.</param>
/// <param name="Reason">Why it is not simply well; absent when it is.</param>
public sealed record Health(string Status, string? Reason = null);

/// <summary>Liveness: the process answers.</summary>
public sealed class GetLiveness : EndpointWithoutRequest<Health>
{
    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/health/live");
        this.Describe(Topics.Service, "Is the process alive?", "200 as long as the process answers requests.", "/health/live");
    }

    /// <inheritdoc/>
    public override Task HandleAsync(CancellationToken ct)
    {
        HttpContext.Response.Headers.CacheControl = "no-store";
        return Send.OkAsync(new("live"), ct);
    }
}

/// <summary>Readiness: there is a register to answer from.</summary>
public sealed class GetReadiness(CurrentRegister current) : EndpointWithoutRequest<Health>
{
    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/health/ready");
        this.Describe(Topics.Service, "Can the service answer?", "200 when a register is loaded, with the reason when its data cannot be read anew; 503 when there is none.", "/health/ready");
        Description(b => b.Produces<Problem>(503, Problem.MediaType));
    }

    /// <inheritdoc/>
    public override Task HandleAsync(CancellationToken ct)
    {
        HttpContext.Response.Headers.CacheControl = "no-store";
        return (current.Now, current.Failure) switch
        {
            (null, var failure) => Send.ResultAsync(Problem.Result(ProblemType.Unavailable, $"No register is loaded: {failure ?? "the service is starting"}.")),
            (_, { } failure) => Send.OkAsync(new("degraded", $"{failure}; answers come from the last good snapshot"), ct),
            _ => Send.OkAsync(new("ready"), ct),
        };
    }
}
