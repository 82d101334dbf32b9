namespace TreatyTracker.Api.Data;

/// <summary>How far a webhook is delivered.</summary>
/// <param name="Recording">The last recording all of whose events are delivered; 0 where there is none.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="Delivered">How many events of the next recording are delivered.</param>
/// <param name="Day">The last day, inclusive, all of whose effects are delivered.</param>
/// <param name="Effect">The last effect of the next day that is delivered; <c>null</c> for none.</param>
public sealed record WebhookPosition(int Recording, string? Hash, int Delivered, DateOnly Day, string? Effect)
{
    /// <summary>The position of who is told of nothing that was recorded, or took effect, by now.</summary>
    /// <param name="log">The recordings.</param>
    /// <param name="today">The current day, UTC.</param>
    public static WebhookPosition After(RecordingLog log, DateOnly today) => new(log.All.Count, log.Newest?.Hash, 0, today, null);

    /// <summary>
    /// The same position in a log in which the recording may have been replaced: by a restore, which is then what comes next, or by another
    /// register, of which nothing older is delivered.
    /// </summary>
    public WebhookPosition In(RecordingLog log)
    {
        if (Recording == 0 || (Recording <= log.All.Count && log.All[Recording - 1].Hash == Hash))
            return this;
        var last = log.All.LastOrDefault(r => r.By == Recordings.ByRestore)?.Number - 1 ?? log.All.Count;
        return this with { Recording = last, Hash = last == 0 ? null : log.All[last - 1].Hash, Delivered = 0 };
    }
}
