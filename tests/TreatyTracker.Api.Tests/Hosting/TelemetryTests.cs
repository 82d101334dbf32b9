using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Dapper;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Hosting;

/// <summary>What the service tells of itself, to who asks for it.</summary>
[Parallelizable(ParallelScope.All)]
[Category("Slow")]
public sealed class TelemetryTests
{
    const string Url = "/v1/treaties/untoc/counts?asOf=2017-06-30";

    [Test]
    public async Task Metrics_move_with_what_happens()
    {
        using var service = await ServiceProcess.With(("METRICS", "true"));
        // More often than it takes for the answer to lie ready.
        for (var time = 0; time < 5; time++)
            (await service.Client.Ask(Url)).Dispose();
        using var first = await service.Client.Ask(Url);
        using var second = await service.Client.Ask(Url, ("If-None-Match", first.Headers.ETag!.Tag));
        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));

        foreach (var other in new[] { "/Metrics", "/metrics/x" })
        {
            using var hidden = await service.Client.Ask(other);
            Assert.That(hidden.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), other);
        }
        var metrics = await service.Client.GetStringAsync("/metrics");
        Assert.That(
            Value(
                metrics,
                "http_server_request_duration_seconds_count",
                "http_response_status_code=\"200\"",
                "http_route=\"/v1/treaties/{treaty}/counts\""
            ),
            Is.EqualTo(6)
        );
        Assert.That(Value(metrics, "treatytracker_answers_ready_total"), Is.Positive);
        Assert.That(Value(metrics, "treatytracker_answers_not_modified_total"), Is.EqualTo(1));
        Assert.That(
            Value(metrics, "treatytracker_register_info", $"version=\"{first.Headers.GetValues("X-Data-Version").Single()}\""),
            Is.EqualTo(1)
        );
        Assert.That(Value(metrics, "treatytracker_register_load_duration_seconds_count"), Is.EqualTo(1));
        Assert.That(Value(metrics, "treatytracker_register_age_seconds"), Is.Positive);
        Assert.That(Value(metrics, "treatytracker_register_degraded"), Is.Zero);
        Assert.That(Value(metrics, "treatytracker_register_reload_failures_total"), Is.Null);

        using (var connection = service.Database.OpenWrite())
            connection.Execute("UPDATE treaty SET final_clauses = '{}' WHERE id = 'untoc'");
        await CommandRunner.Until(
            async () => Value(metrics = await service.Client.GetStringAsync("/metrics"), "treatytracker_register_degraded") == 1,
            "the metrics say that it is degraded"
        );
        Assert.That(Value(metrics, "treatytracker_register_reload_failures_total"), Is.Positive);
    }

    [Test]
    public async Task Without_the_setting_there_are_no_metrics()
    {
        using var response = await Service.Client.GetAsync("/metrics");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(Service.Services.GetService(typeof(OpenTelemetry.Metrics.MeterProvider)), Is.Null);
        Assert.That(Service.Services.GetService(typeof(OpenTelemetry.Trace.TracerProvider)), Is.Null);
    }

    [Test]
    public async Task A_collector_gets_traces_metrics_and_logs_and_the_caller_s_trace_is_continued()
    {
        using var collector = new HttpListener();
        var port = CommandRunner.FreePort();
        collector.Prefixes.Add($"http://127.0.0.1:{port}/");
        collector.Start();
        var received = Receive(collector);

        using var service = await ServiceProcess.With(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", $"http://127.0.0.1:{port}"),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_SERVICE_NAME", "treaties-of-a-ministry")
        );
        const string trace = "0af7651916cd43dd8448eb211c80319c";
        using var response = await service.Client.Ask(Url, ("traceparent", $"00-{trace}-b7ad6b7169203331-01"));
        service.Terminate();
        Assert.That(service.ExitCode(), Is.Zero, service.Log);
        collector.Stop();

        var sent = await received;
        Assert.That(
            sent.Where(s => s.Path == "/v1/traces")
                .Any(s => s.Body.Contains(Encoding.Latin1.GetString(Convert.FromHexString(trace)), StringComparison.Ordinal))
        );
        foreach (
            var (path, sought) in new[]
            {
                ("/v1/traces", "/v1/treaties/{treaty}/counts"),
                ("/v1/metrics", "http.server.request.duration"),
                ("/v1/metrics", "treatytracker.register.info"),
                ("/v1/logs", "Listening on"),
                ("/v1/traces", "treaties-of-a-ministry"),
            }
        )
            Assert.That(
                sent.Where(s => s.Path == path).Any(s => s.Body.Contains(sought, StringComparison.Ordinal)),
                $"{path} has {sought}"
            );
    }

    [TestCase("json", "\"TraceId\":\"0af7651916cd43dd8448eb211c80319c\"")]
    [TestCase("text", "TraceId:0af7651916cd43dd8448eb211c80319c")]
    public async Task A_line_of_the_log_names_the_trace_of_its_request(string format, string named)
    {
        using var service = await ServiceProcess.With(
            ("LOG_FORMAT", format),
            ("Logging__LogLevel__Microsoft.AspNetCore.Hosting", "Information")
        );
        using var response = await service.Client.Ask(
            "/v1/treaties/untok",
            ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
        );
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("\"traceId\":\"0af7651916cd43dd8448eb211c80319c\""));
        service.Terminate();
        Assert.That(service.ExitCode(), Is.Zero);

        var lines = service.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.That(
            lines.Where(l => l.Contains("Request finished", StringComparison.Ordinal)).ToList(),
            Has.Count.EqualTo(1).And.All.Contains(named).And.All.Contains("SpanId")
        );
        if (format == "json")
            Assert.That(() => lines.Select(l => System.Text.Json.Nodes.JsonNode.Parse(l)!["Message"]).ToList(), Throws.Nothing);
    }

    /// <summary>The value of the metric's only line with these labels; <c>null</c> when there is none.</summary>
    static double? Value(string metrics, string name, params string[] labels) =>
        Regex
            .Matches(metrics, $@"^{name}(?:\{{(.*)\}})? (\S+)", RegexOptions.Multiline)
            .Where(m => labels.All(l => m.Groups[1].Value.Contains(l, StringComparison.Ordinal)))
            .Select(m => (double?)double.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture))
            .SingleOrDefault();

    static async Task<List<(string Path, string Body)>> Receive(HttpListener collector)
    {
        var received = new List<(string, string)>();
        try
        {
            while (true)
            {
                var context = await collector.GetContextAsync();
                using var body = new StreamReader(context.Request.InputStream, Encoding.Latin1);
                received.Add((context.Request.Url!.AbsolutePath, await body.ReadToEndAsync()));
                context.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            return received;
        }
    }
}
