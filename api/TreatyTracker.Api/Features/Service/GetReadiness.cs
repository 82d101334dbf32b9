using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;

namespace TreatyTracker.Api.Features.Service;

/// <summary>Readiness: there is a register to answer from.</summary>
public sealed class GetReadiness(CurrentRegister current, IHostApplicationLifetime lifetime, ReadinessOptions options)
    : EndpointWithoutRequest<Health>
{
    public override void Configure()
    {
        Get("/health/ready");
        this.Describe(
            ApiTags.Service,
            "Is the service ready?",
            "Returns 200 `ready` if a register is loaded. Returns 200 `degraded` if the database is no longer readable, with the reason, "
                + "since when, and the version of the data that is still served; returns 503 instead if the service is configured that "
                + "way. Returns 503 while the service is starting or stopping.",
            "/health/ready"
        );
        Description(b => b.Produces<Problem>(503, Problem.MediaType));
    }

    public override Task HandleAsync(CancellationToken ct)
    {
        HttpContext.Response.Headers.CacheControl = "no-store";
        return (current.Now, current.Failure) switch
        {
            _ when lifetime.ApplicationStopping.IsCancellationRequested => NotReady(
                "stopping: the service finishes requests in progress and then stops."
            ),
            (null, null) => NotReady("starting: no register is loaded yet."),
            (null, { } failure) => NotReady($"starting: no register is loaded because {failure.Error.Reason}."),
            ({ } register, { } failure) when options.DegradedIsReady => Send.OkAsync(
                new("degraded", $"{failure.Error.Reason}; answers come from the last good snapshot", failure.Since, register.Version),
                ct
            ),
            ({ } register, { } failure) => NotReady(
                $"degraded: {failure.Error.Reason} since {Instant.Text(failure.Since)}; answers come from the last good snapshot, "
                    + $"{register.Version}."
            ),
            _ => Send.OkAsync(new("ready"), ct),
        };
    }

    Task NotReady(string detail) => Send.ResultAsync(Problem.Result(ProblemType.Unavailable, detail));
}
