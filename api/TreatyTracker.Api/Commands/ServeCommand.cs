using System.Globalization;
using System.Net.Sockets;
using System.Reflection;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features.Events;
using TreatyTracker.Api.Features.Export;
using TreatyTracker.Api.Features.Service;
using TreatyTracker.Api.Features.Webhooks;
using TreatyTracker.Api.Hosting;

namespace TreatyTracker.Api.Commands;

/// <summary>Creates, migrates and seeds the database, and serves the API.</summary>
static class ServeCommand
{
    public static int Run(Settings settings, string[] args)
    {
        // Settings are read once, so the host does not watch for changes. An appsettings.json is read from the directory of the program,
        // not from the working directory.
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                Args = [.. args, "--hostBuilder:reloadConfigOnChange=false"],
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        HostSettings.Check(builder.Configuration);
        Logging.AddTo(builder.Logging, settings);
        // The host logs four lines for each request. Logging__LogLevel__Microsoft.AspNetCore.Hosting turns them on.
        // Without them, the host starts no trace for a request that the response cache answers.
        if (builder.Configuration["Logging:LogLevel:Microsoft.AspNetCore.Hosting"] is null)
            builder
                .Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
                .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        // The service logs itself that it listens, or why it cannot.
        builder
            .Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning)
            .AddFilter("FastEndpoints", LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        if (!NamesAnAddress(builder.Configuration))
            builder.WebHost.UseUrls(Settings.DefaultUrl);

        Telemetry.AddTo(builder, settings);
        Shutdown.AddTo(builder.Services, settings);

        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(new ReadinessOptions(settings.DegradedIsReady));
        builder.Services.AddSingleton(new Database(settings.Database, settings.ReadOnly));
        builder.Services.AddSingleton<CurrentRegister>();
        builder.Services.AddSingleton<ExportedFiles>();
        builder.Services.AddSingleton<EventRecorder>();
        builder.Services.AddHostedService(sp => sp.GetRequiredService<CurrentRegister>());
        // A copy has the webhooks of the register, whose own service delivers.
        if (!settings.ReadOnly)
            AddWebhooks(builder.Services, settings);
        Pipeline.AddTo(builder.Services, settings);

        var app = builder.Build();
        // Disposing of the host sends the remaining telemetry.
        using IHost disposed = app;
        Telemetry.Measure(app);
        // Reading the register takes about as long as registering the endpoints.
        var prepared = Task.Run(() => PrepareRegister(app.Services));
        Pipeline.Use(app, settings);
        prepared.GetAwaiter().GetResult();
        Start(app);
        LogOf(app.Services).LogInformation("Listening on {Addresses} (open it in a browser)", string.Join(", ", app.Urls));
        app.WaitForShutdown();
        return ExitCode.Done;
    }

    static void AddWebhooks(IServiceCollection services, Settings settings)
    {
        services.AddSingleton(sp => new WebhookSender(new(settings.WebhooksPrivate), sp.GetRequiredService<TimeProvider>()));
        services.AddSingleton<WebhookDelivery>();
        services.AddHostedService(sp => sp.GetRequiredService<WebhookDelivery>());
    }

    /// <exception cref="SettingException">The service cannot listen on the addresses in the settings.</exception>
    static void Start(WebApplication app)
    {
        try
        {
            app.Start();
        }
        // The address is in use, belongs to another machine, is forbidden, or needs a certificate.
        catch (Exception e)
            when (e is IOException or SocketException or InvalidOperationException or ArgumentException or UnauthorizedAccessException)
        {
            throw new SettingException(
                $"The service cannot listen on {AddressesIn(app.Configuration)}: {e.Message.Split('\n')[0].TrimEnd('.', '\r')}. "
                    + "Use another address with --urls."
            );
        }
    }

    static bool NamesAnAddress(IConfiguration configuration) =>
        AddressesIn(configuration) is { Length: > 0 } || configuration.GetSection("Kestrel:Endpoints").Exists();

    static string? AddressesIn(IConfiguration configuration) =>
        configuration["urls"] ?? configuration["http_ports"] ?? configuration["https_ports"];

    static void PrepareRegister(IServiceProvider services)
    {
        var database = services.GetRequiredService<Database>();
        var current = services.GetRequiredService<CurrentRegister>();
        ExportCache.DeleteLeftovers();
        var writable = database.PrepareOrRead();
        if (!writable)
            LogOf(services).LogInformation("The database '{Path}' cannot be written to and is served as it is", database.Path);
        current.Refresh();
        if (current.Failure is { } failure)
            throw failure.Error;
        if (current.Now is not { Facts.Treaties.Count: > 0 })
        {
            if (!writable)
                throw new DatabaseException(
                    $"The register '{database.Path}' is empty and cannot be written to. "
                        + "Import seeds into it where it can be written to, or use another file."
                );
            Fill(database, services);
            ReleaseGarbage();
            current.Refresh();
            if (current.Failure is { } still)
                throw still.Error;
        }
        ReleaseGarbage();
    }

    /// <summary>
    /// Gives back what was read, checked and folded: several times the register, until the next full collection, which may be hours away.
    /// The heap of another program that hosts the service is not the service's to collect.
    /// </summary>
    static void ReleaseGarbage()
    {
        if (Assembly.GetEntryAssembly() == typeof(Program).Assembly)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    static void Fill(Database database, IServiceProvider services)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var seeds = ValidatedSeeds.Read(services.GetRequiredService<Settings>().Seeds, DateOnly.FromDateTime(now.UtcDateTime));
        LogOf(services)
            .LogInformation(
                "Creating the register from seeds: {Treaties} treaties, {Events} events",
                seeds.Treaties.Count,
                seeds.Events.Count.ToString("N0", CultureInfo.InvariantCulture)
            );
        Import.Run(database, seeds, now);
    }

    static ILogger LogOf(IServiceProvider services) => services.GetRequiredService<ILoggerFactory>().CreateLogger("TreatyTracker");
}
