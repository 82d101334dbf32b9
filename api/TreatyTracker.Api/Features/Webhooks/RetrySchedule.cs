using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Features.Webhooks;

/// <summary>When a message that failed is tried again.</summary>
static class RetrySchedule
{
    static readonly TimeSpan s_first = TimeSpan.FromSeconds(5);

    /// <summary>The longest wait between two tries.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromHours(3);

    /// <summary>How long a receiver may fail before its webhook is disabled.</summary>
    public static TimeSpan GivesUpAfter { get; } = TimeSpan.FromDays(3);

    /// <summary>The wait after a failure: twice as long each time, and at random up to half as long, so that receivers which many call
    /// are not called by all of them at once.</summary>
    /// <param name="failures">How often it failed.</param>
    /// <param name="random">A random number from 0 to 1.</param>
    public static TimeSpan After(int failures, double random) =>
        Shorter(s_first * Math.Pow(2, Math.Min(failures, 20) - 1), Longest) * (1 - random / 2);

    /// <summary>The webhook after a message failed.</summary>
    /// <param name="webhook">The webhook before.</param>
    /// <param name="answer">What came of sending the message.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="random">A random number from 0 to 1.</param>
    public static Webhook Failed(Webhook webhook, WebhookAnswer answer, DateTimeOffset now, double random)
    {
        // A clock that was ahead may have left an instant that is still to come.
        var since = webhook.FailingSince is { } first && first < now ? first : now;
        var failed = webhook with { Failures = webhook.Failures + 1, FailingSince = since, Problem = answer.Problem };
        if (answer.Status == StatusCodes.Status410Gone)
            return failed with { NextTry = null, Disabled = now, DisabledBecause = "the receiver answered 410: it is gone for good" };
        var end = since + GivesUpAfter;
        if (now >= end)
            return failed with { NextTry = null, Disabled = now, DisabledBecause = $"it failed for {GivesUpAfter.TotalDays:0} days" };
        var next = now + After(failed.Failures, random);
        // The last try is at the end of the three days, and not hours before.
        return failed with { NextTry = next < end ? next : end };
    }

    static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
