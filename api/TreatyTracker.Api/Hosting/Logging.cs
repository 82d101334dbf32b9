using Microsoft.Extensions.Logging.Console;

namespace TreatyTracker.Api.Hosting;

/// <summary>The log: one line for each entry, to stderr, with the trace of its request.</summary>
static class Logging
{
    public static void AddTo(ILoggingBuilder logging, Settings settings)
    {
        logging.Configure(o => o.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);
        if (settings.LogFormat is LogFormat.Json)
            logging.AddJsonConsole(o =>
            {
                o.IncludeScopes = true;
                o.UseUtcTimestamp = true;
                o.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            });
        else
            logging.AddSimpleConsole(o => (o.SingleLine, o.IncludeScopes) = (true, true));
        logging.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
