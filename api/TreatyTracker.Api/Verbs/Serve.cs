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
        var builder = WebApplication.CreateBuilder(args);
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
        builder.Services.AddCors(o => o.AddDefaultPolicy(p => p.AllowAnyOrigin().AllowAnyHeader().WithMethods("GET", "HEAD", "OPTIONS").WithExposedHeaders(Answers.DataVersion, "ETag", "Link", "X-Total-Count")));
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
        app.Use(Formats.RefuseUnacceptable);
        app.Use(StrictQuery.Check);
        app.Use(Caching.Apply);
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
        database.Prepare();
        current.Refresh();
        if (current.Now is { Facts.Treaties.Count: > 0 }) return;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        Import.Run(database, SoundSeeds.Read(services.GetRequiredService<Settings>().Seeds, DateOnly.FromDateTime(now.UtcDateTime)), now);
        current.Refresh();
    }
}
