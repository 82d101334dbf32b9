namespace TreatyTracker.Api.Hosting;

/// <summary>
/// Stops without cutting anybody off: readiness says at once that the service is stopping; for as long as <c>drain</c> says it goes on as
/// before,
/// so that a load balancer can look away; then it takes no more connections, and finishes the requests in flight for as long as
/// <c>shutdown-timeout</c> says.
/// </summary>
/// <param name="settings">How long.</param>
sealed class Shutdown(Settings settings) : IHostedLifecycleService
{
    public static void AddTo(IServiceCollection services, Settings settings)
    {
        services.AddHostedService<Shutdown>();
        services.Configure<HostOptions>(o => o.ShutdownTimeout = settings.Drain + settings.ShutdownTimeout);
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.Delay(settings.Drain, cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
