using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features.Service;
using TreatyTracker.Api.Features.Webhooks;

namespace TreatyTracker.Api.Hosting;

/// <summary>
/// Metrics and traces by OpenTelemetry, if the settings ask for them: to a collector (OTLP), or at <c>/metrics</c> for Prometheus.
/// Otherwise nothing is registered.
/// </summary>
static class Telemetry
{
    public static void AddTo(WebApplicationBuilder builder, Settings settings)
    {
        var collected = builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not null;
        if (!collected && !settings.Metrics)
            return;
        var telemetry = builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(r =>
                r.AddService(builder.Configuration["OTEL_SERVICE_NAME"] ?? "treatytracker", serviceVersion: GetVersion.OfService)
            )
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(Meters.Name, "System.Runtime").AddAspNetCoreInstrumentation();
                if (settings.Metrics)
                    metrics.AddPrometheusExporter();
            });
        if (collected)
            telemetry
                .WithTracing(traces =>
                    traces.AddAspNetCoreInstrumentation(o => o.Filter = http => !http.Request.Path.StartsWithSegments("/health"))
                )
                .UseOtlpExporter();
    }

    public static void Measure(WebApplication app)
    {
        // Creates the provider now, so that the first load of the register is measured too.
        if (app.Services.GetService<MeterProvider>() is null)
            return;
        var current = app.Services.GetRequiredService<CurrentRegister>();
        var meter = app.Services.GetRequiredService<IMeterFactory>().Create(Meters.Name);
        meter.CreateObservableGauge(
            "treatytracker.register.info",
            () =>
                current.Now is { } register
                    ? [new Measurement<int>(1, KeyValuePair.Create<string, object?>("version", register.Version))]
                    : Array.Empty<Measurement<int>>(),
            description: "1, with the version of the data that answers come from."
        );
        meter.CreateObservableGauge(
            "treatytracker.register.age",
            () => current.Age.TotalSeconds,
            "s",
            "How long ago the data that answers come from was loaded."
        );
        meter.CreateObservableGauge(
            "treatytracker.register.degraded",
            () => current.Failure is null ? 0 : 1,
            description: "1 while the database cannot be read and answers come from the last good snapshot, else 0."
        );
        if (app.Services.GetService<WebhookDelivery>() is not { } webhooks)
            return;
        meter.CreateObservableGauge(
            "treatytracker.webhooks.enabled",
            () => webhooks.Enabled,
            "{webhook}",
            "Webhooks that are not disabled."
        );
        meter.CreateObservableGauge(
            "treatytracker.webhooks.disabled",
            () => webhooks.Disabled,
            "{webhook}",
            "Webhooks that are disabled, because their receivers failed for too long."
        );
        meter.CreateObservableGauge(
            "treatytracker.webhooks.lag",
            () => webhooks.Lag.TotalSeconds,
            "s",
            "How long the oldest message waits that is still to be delivered."
        );
    }
}
