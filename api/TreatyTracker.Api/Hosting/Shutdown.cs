namespace TreatyTracker.Api.Hosting;

/// <summary>
/// Stops without cutting off requests. Readiness reports at once that the service is stopping. For the time of <c>drain</c> the service
/// keeps answering, so that load balancers can react. Then it accepts no more connections, and gives the requests in progress the time of
/// <c>shutdown-timeout</c> to finish.
/// </summary>
/// <param name="settings">The two times.</param>
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
