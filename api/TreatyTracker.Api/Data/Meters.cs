using System.Diagnostics.Metrics;

namespace TreatyTracker.Api.Data;

/// <summary>
/// Measurements of the service itself, in addition to those of the host. Without a listener they cost next to nothing.
/// </summary>
public static class Meters
{
    /// <summary>The meter's name.</summary>
    public const string Name = "TreatyTracker";

    static readonly Meter s_meter = new(Name);

    /// <summary>Answers 304: the caller holds the answer already.</summary>
    public static Counter<long> NotModified { get; } =
        s_meter.CreateCounter<long>("treatytracker.answers.not_modified", "{answer}", "Answers 304: the caller holds the answer already.");

    /// <summary>Answers kept from an earlier request.</summary>
    public static Counter<long> CachedAnswers { get; } =
        s_meter.CreateCounter<long>("treatytracker.answers.ready", "{answer}", "Answers kept from an earlier request.");

    /// <summary>Loads of the register, each with its duration in seconds.</summary>
    public static Histogram<double> RegisterLoads { get; } =
        s_meter.CreateHistogram<double>(
            "treatytracker.register.load.duration",
            "s",
            "Loads of the register from the database.",
            advice: new() { HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] }
        );

    /// <summary>Messages that receivers of webhooks accepted.</summary>
    public static Counter<long> WebhooksDelivered { get; } =
        s_meter.CreateCounter<long>("treatytracker.webhooks.delivered", "{message}", "Messages that receivers of webhooks accepted.");

    /// <summary>Attempts to deliver a message that failed.</summary>
    public static Counter<long> WebhooksFailed { get; } =
        s_meter.CreateCounter<long>("treatytracker.webhooks.failed", "{attempt}", "Attempts to deliver a message that failed.");

    /// <summary>Attempts to read the database that failed.</summary>
    public static Counter<long> ReloadFailures { get; } =
        s_meter.CreateCounter<long>("treatytracker.register.reload.failures", "{attempt}", "Attempts to read the database that failed.");
}
