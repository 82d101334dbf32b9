using System.Collections.Concurrent;
using System.Threading.Channels;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Features.Webhooks;

/// <summary>
/// Delivers what is recorded to webhooks: to each in order, and to all at the same time. It sleeps until the register changes, a day begins
/// or a retry is due; without webhooks, until the register changes.
/// </summary>
/// <param name="current">The snapshot, which tells when the register changed.</param>
/// <param name="database">The register.</param>
/// <param name="sender">Sends messages.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">Gets failures, without addresses, secrets and messages.</param>
sealed class WebhookDelivery(
    CurrentRegister current,
    Database database,
    WebhookSender sender,
    TimeProvider clock,
    ILogger<WebhookDelivery> log
) : BackgroundService
{
    /// <summary>Of many messages, progress is stored this often: it is stored at once where there are no more.</summary>
    static readonly TimeSpan s_storesEvery = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How soon another service takes over from one that ended, and how soon a register is written to again that could not be.
    /// </summary>
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <summary>The longest sleep with webhooks: the clock of the machine may be set.</summary>
    static readonly TimeSpan s_longestSleep = TimeSpan.FromHours(1);

    readonly Channel<bool> _wakes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    readonly Dictionary<string, Task> _running = [];
    readonly ConcurrentDictionary<string, Webhook> _known = new();
    FileStream? _lock;
    bool _waitsForLock;
    bool _isUnreadable;
    int _wanted;
    int _looked = -1;
    int _deliveries;
    TimeSpan? _sleep;

    /// <summary>How many webhooks are disabled.</summary>
    public int Disabled => _known.Values.Count(w => w.Disabled is not null);

    /// <summary>How many webhooks are not.</summary>
    public int Enabled => _known.Values.Count(w => w.Disabled is null);

    /// <summary>How long the oldest message of all webhooks that are not disabled waits.</summary>
    public TimeSpan Lag
    {
        get
        {
            if (current.Now is not { } register)
                return TimeSpan.Zero;
            var now = clock.GetUtcNow();
            return _known
                .Values.Where(w => w.Disabled is null)
                .Select(w => new Outbox(w, register, now).WaitsSince is { } since && since < now ? now - since : TimeSpan.Zero)
                .DefaultIfEmpty(TimeSpan.Zero)
                .Max();
        }
    }

    /// <summary>Looks whether there is something to deliver.</summary>
    internal void Wake()
    {
        Interlocked.Increment(ref _wanted);
        _wakes.Writer.TryWrite(true);
    }

    /// <summary>Whether nothing is being delivered, and everything that changed was looked at.</summary>
    internal bool IsIdle => Volatile.Read(ref _looked) == Volatile.Read(ref _wanted) && Volatile.Read(ref _deliveries) == 0;

    /// <summary>Whether it is idle until the register changes.</summary>
    internal bool IsAsleep => IsIdle && _sleep is null;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        current.Changed += Wake;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var wanted = Volatile.Read(ref _wanted);
                _sleep = Look(stoppingToken);
                Volatile.Write(ref _looked, wanted);
                await Sleep(_sleep, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
        finally
        {
            current.Changed -= Wake;
            await Task.WhenAll(_running.Values);
            Unlock();
        }
    }

    /// <summary>Starts what is due.</summary>
    /// <returns>How long there is nothing to do; <c>null</c> for until the register changes.</returns>
    TimeSpan? Look(CancellationToken stop)
    {
        if (current.Now is not { } register)
            return s_patience;
        foreach (var (id, _) in _running.Where(r => r.Value.IsCompleted).ToList())
            _running.Remove(id);
        IReadOnlyList<Webhook> webhooks;
        try
        {
            webhooks = WebhookStore.List(database, current.Reader);
            _isUnreadable = false;
        }
        // Whatever somebody wrote into the file, the service goes on.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            if (!_isUnreadable)
                log.LogError("Webhooks wait, because the register cannot be read: {Reason}", (e as DatabaseException)?.Reason ?? e.Message);
            _isUnreadable = true;
            return s_patience;
        }
        foreach (var gone in _known.Keys.Except(webhooks.Select(w => w.Id)))
            _known.TryRemove(gone, out _);
        foreach (var webhook in webhooks.Where(w => !_running.ContainsKey(w.Id)))
            _known[webhook.Id] = webhook;
        var enabled = webhooks.Where(w => w.Disabled is null).ToList();
        if (enabled.Count == 0)
        {
            if (_running.Count == 0)
                Unlock();
            return null;
        }
        if (!Lock())
            return s_patience;
        var now = clock.GetUtcNow();
        var sleep = new[] { s_longestSleep, now.UtcDateTime.Date.AddDays(1) - now.UtcDateTime }.Min();
        foreach (var webhook in enabled.Where(w => !_running.ContainsKey(w.Id) && new Outbox(w, register, now).HasSteps))
        {
            // A longer wait is from a clock that was ahead.
            if (webhook.NextTry - now is { } wait && wait > TimeSpan.Zero && wait <= RetrySchedule.Longest)
            {
                sleep = wait < sleep ? wait : sleep;
                continue;
            }
            Interlocked.Increment(ref _deliveries);
            var delivery = Task.Run(() => Deliver(webhook, stop), CancellationToken.None);
            _running[webhook.Id] = delivery;
            _ = delivery.ContinueWith(
                _ =>
                {
                    Wake();
                    Interlocked.Decrement(ref _deliveries);
                },
                TaskScheduler.Default
            );
        }
        return sleep;
    }

    async Task Sleep(TimeSpan? time, CancellationToken stop)
    {
        using var alarm = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (time is { } until)
            alarm.CancelAfter(until);
        try
        {
            await _wakes.Reader.ReadAsync(alarm.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // The time has passed.
        }
    }

    /// <summary>Delivers to one webhook until there is nothing left or a message fails.</summary>
    async Task Deliver(Webhook webhook, CancellationToken stop)
    {
        var stored = webhook;
        try
        {
            for (var failed = false; !failed && new Outbox(webhook, current.Now!, clock.GetUtcNow()) is { HasSteps: true } outbox; )
            {
                var storedAt = TimeProvider.System.GetTimestamp();
                foreach (var step in outbox.Steps())
                {
                    stop.ThrowIfCancellationRequested();
                    var after = webhook with { Position = step.After };
                    if (step.Message is { } message)
                        (after, failed) = await Send(webhook, after, message, stop);
                    _known[webhook.Id] = webhook = after;
                    if (failed)
                        break;
                    if (TimeProvider.System.GetElapsedTime(storedAt) < s_storesEvery)
                        continue;
                    if (!await Store(webhook, stop))
                        return;
                    (stored, storedAt) = (webhook, TimeProvider.System.GetTimestamp());
                }
                if (!await Store(webhook, stop))
                    return;
                stored = webhook;
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What is not stored would be delivered again.
            if (stored != webhook)
                TryStore(webhook);
        }
        // A fault of the service must not end all deliveries.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.LogError(e, "Webhook {Webhook}: a message cannot be made", webhook.Id);
            await Task.Delay(s_longestSleep, stop).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    /// <summary>Sends a message.</summary>
    /// <returns>The webhook after it, and whether the message failed.</returns>
    async Task<(Webhook After, bool Failed)> Send(Webhook before, Webhook after, WebhookMessage message, CancellationToken stop)
    {
        var answer = await sender.Send(before, message, stop);
        var now = clock.GetUtcNow();
        var label = KeyValuePair.Create<string, object?>("webhook", before.Id);
        if (answer.Problem is null)
        {
            Meters.WebhooksDelivered.Add(1, label);
            if (before.Failures > 0)
                log.LogInformation("Webhook {Webhook} delivers again after {Failures} failures", before.Id, before.Failures);
            return (after with { LastDelivery = now, Failures = 0, FailingSince = null, Problem = null, NextTry = null }, false);
        }
        Meters.WebhooksFailed.Add(1, label);
        var failed = RetrySchedule.Failed(before, answer, now, Random.Shared.NextDouble());
        if (failed.Disabled is not null)
            log.LogError(
                "Webhook {Webhook} is disabled: {Because}, last because {Problem}. 'treatytracker webhooks enable {Id}' delivers again",
                failed.Id,
                failed.DisabledBecause,
                failed.Problem,
                failed.Id
            );
        else
            log.LogWarning(
                "Webhook {Webhook}: {Problem}. Failure {Failures}; next try at {NextTry}",
                failed.Id,
                failed.Problem,
                failed.Failures,
                Instant.Text(Recordings.Milliseconds(failed.NextTry!.Value))
            );
        return (failed, true);
    }

    /// <summary>Stores how far a webhook is delivered, however long that takes: nothing more is delivered before.</summary>
    /// <returns>Whether there is still such a webhook.</returns>
    async Task<bool> Store(Webhook webhook, CancellationToken stop)
    {
        for (; ; )
        {
            if (TryStore(webhook) is { } exists)
                return exists;
            await Task.Delay(s_patience, stop);
        }
    }

    bool? TryStore(Webhook webhook)
    {
        try
        {
            var exists = false;
            current.WriteBeside((connection, transaction) => exists = WebhookStore.Save(connection, transaction, webhook));
            return exists;
        }
        catch (DatabaseException e)
        {
            log.LogError("Webhook {Webhook} waits: {Failure}", webhook.Id, e.Message);
            return null;
        }
    }

    /// <summary>
    /// Of several services on one file, one delivers. A lock on a file ends with its process, however it ends, and unlike a row in the
    /// database needs no renewal: each write to the database makes the other services read it again.
    /// </summary>
    bool Lock()
    {
        if (_lock is not null)
            return true;
        try
        {
            _lock = new($"{database.Path}-webhooks", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            // Where progress cannot be stored, the same messages would be sent at each start.
            current.WriteBeside((_, _) => { });
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DatabaseException)
        {
            _lock?.Dispose();
            _lock = null;
            if (!_waitsForLock)
                log.LogInformation("Webhooks are not delivered from here while another service delivers, or the register is read-only");
            _waitsForLock = true;
            return false;
        }
    }

    void Unlock()
    {
        _lock?.Dispose();
        (_lock, _waitsForLock) = (null, false);
    }
}
