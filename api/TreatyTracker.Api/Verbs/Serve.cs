using FastEndpoints;
using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.OpenApi;

namespace TreatyTracker.Api.Verbs;

/// <summary>Makes, migrates and seeds the database, and serves the API.</summary>
static class Serve
{
    public static int Run(string[] args)
    {
        // Settings are read once: the host need not watch every directory below the working directory for a change of them.
        var builder = WebApplication.CreateBuilder([.. args, "--hostBuilder:reloadConfigOnChange=false"]);
        builder.Configuration.AddEnvironmentVariables(Settings.Prefix);
        builder.Configuration.AddCommandLine(args);
        builder.Logging.AddSimpleConsole(o => o.SingleLine = true);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        // Four lines a request tell nobody anything; Logging__LogLevel__Microsoft.AspNetCore.Hosting brings them back.
        if (builder.Configuration["Logging:LogLevel:Microsoft.AspNetCore.Hosting"] is null) builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // A start that fails is told in a sentence, without the host's stack trace.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);
        if (!NamesAnAddress(builder.Configuration)) builder.WebHost.UseUrls(Settings.DefaultUrl);

        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(sp => Settings.Of(sp.GetRequiredService<IConfiguration>()));
        builder.Services.AddSingleton(sp => new Database(sp.GetRequiredService<Settings>().Database));
        builder.Services.AddSingleton<CurrentRegister>();
        builder.Services.AddSingleton<RememberedReports>();
        builder.Services.AddHostedService(sp => sp.GetRequiredService<CurrentRegister>());
        builder.Services.ConfigureHttpJsonOptions(o => Answers.Configure(o.SerializerOptions));
        builder.Services.AddFastEndpoints();
        builder.Services.AddCors(o => o.AddDefaultPolicy(p => p.AllowAnyOrigin().AllowAnyHeader().WithMethods("GET", "HEAD", "OPTIONS").WithExposedHeaders(Answers.Exposed)));
        OpenApiDocument.AddTo(builder.Services);

        var app = builder.Build();
        Answers.Use(app);
        app.UseCors();
        app.UseSwaggerUI(o =>
        {
            o.RoutePrefix = "swagger";
            o.DocumentTitle = "Treaty Tracker";
            o.SwaggerEndpoint("/openapi.json", "Treaty Tracker");
            o.EnableTryItOutByDefault();
            o.DisplayRequestDuration();
        });
        app.Use(Caching.Apply);
        app.Use(Formats.RefuseUnacceptable);
        app.Use(StrictQuery.Check);
        app.UseFastEndpoints(Manners.Apply);
        app.MapPages();

        PrepareRegister(app.Services);
        app.Run();
        return ExitCode.Done;
    }

    static bool NamesAnAddress(IConfiguration configuration) =>
        (configuration["urls"] ?? configuration["http_ports"] ?? configuration["https_ports"]) is { Length: > 0 } || configuration.GetSection("Kestrel:Endpoints").Exists();

    static void PrepareRegister(IServiceProvider services)
    {
        var database = services.GetRequiredService<Database>();
        var current = services.GetRequiredService<CurrentRegister>();
        var writable = database.PrepareOrRead();
        if (!writable) services.GetRequiredService<ILogger<Database>>().LogInformation("The database '{Path}' cannot be written to and is served as it is", database.Path);
        current.Refresh();
        if (current.Failure is { } failure) throw failure;
        if (current.Now is { Facts.Treaties.Count: > 0 }) return;
        if (!writable) throw new DatabaseException($"The register '{database.Path}' is empty and cannot be written to. Import seeds into it where it can be, or name another file.");
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        Import.Run(database, SoundSeeds.Read(services.GetRequiredService<Settings>().Seeds, DateOnly.FromDateTime(now.UtcDateTime)), now);
        current.Refresh();
        if (current.Failure is { } still) throw still;
    }
}
