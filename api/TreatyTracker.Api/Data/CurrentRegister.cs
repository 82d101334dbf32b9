using System.Diagnostics;

namespace TreatyTracker.Api.Data;

/// <summary>
/// Holds the snapshot that answers are given from, and replaces it whole when the database changes: at once after this process wrote,
/// within a second after another one did, or after another file was put in its place. When the data cannot be read, the last good snapshot
/// stays
/// until it can.
/// </summary>
/// <param name="database">The register's file.</param>
/// <param name="log">Where reloads and failures are told.</param>
public sealed class CurrentRegister(Database database, ILogger<CurrentRegister> log) : BackgroundService
{
    static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(500);

    readonly Lock _refreshing = new();
    volatile Register? _now;
    volatile ReloadFailure? _failure;
    long _loadedAt;
    ChangeDetector? _watch;
    (long, (long, DateTime))? _seen;

    /// <summary>The snapshot; <c>null</c> until the first load.</summary>
    public Register? Now => _now;

    /// <summary>Why the data could last not be read again; <c>null</c> while all is well.</summary>
    public ReloadFailure? Failure => _failure;

    /// <summary>How long ago the snapshot was loaded.</summary>
    public TimeSpan Age => _now is null ? TimeSpan.Zero : Stopwatch.GetElapsedTime(_loadedAt);

    /// <summary>Loads the snapshot when the database has changed since it was last looked at.</summary>
    public void Refresh()
    {
        lock (_refreshing)
            try
            {
                if (_watch is { HasMoved: true })
                    Forget();
                if (_watch is null)
                {
                    // What stands at the path now may be anything.
                    database.EnsureUsable();
                    _watch = new(database);
                }
                // Read before the data: a write in between is seen as a change the next time, never missed.
                var state = _watch.State;
                if (state == _seen)
                    return;
                var started = Stopwatch.GetTimestamp();
                Replace(Register.LoadExisting(database));
                Meters.RegisterLoads.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
                _seen = state;
                if (_failure is not null)
                    log.LogInformation("The database '{Path}' is read again", database.Path);
                _failure = null;
            }
            // Whatever is wrong with the data, the last good snapshot stays.
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                var failure = DatabaseException.Unreadable(database.Path, e);
                Meters.ReloadFailures.Add(1);
                if (_failure?.Error.Message != failure.Message && _now is not null)
                    log.LogError("{Failure} Until then answers come from the last good snapshot", failure.Message);
                _failure = new(failure, _failure?.Since ?? DateTimeOffset.UtcNow);
                Forget();
            }
    }

    void Replace(Register next)
    {
        if (next.Version == _now?.Version)
            return;
        if (_now is { Facts.Treaties.Count: > 0 } && next.Facts.Treaties.Count == 0)
            throw new DatabaseException(
                $"The database '{database.Path}' is empty, and a register forgets no treaty. Put a copy in its place, or import seeds."
            )
            {
                Reason = "the database is empty",
            };
        // Folded before it replaces another: no request finds that it cannot be folded. The first one is folded as it is asked for, so that
        // the service starts sooner.
        if (_now is not null)
            foreach (var treaty in next.Facts.Treaties)
                next.KnownAt(null).StatusOf(treaty);
        (_loadedAt, _now) = (Stopwatch.GetTimestamp(), next);
        if (next.Facts.Treaties.Count > 0)
            log.LogInformation(
                "Register {Version} loaded: {Treaties} treaties, {Events} events",
                next.Version,
                next.Facts.Treaties.Count,
                next.Facts.Events.Count
            );
    }

    void Forget()
    {
        _watch?.Dispose();
        (_watch, _seen) = (null, null);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        lock (_refreshing)
            Forget();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_interval);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                Refresh();
        }
        catch (OperationCanceledException)
        {
            // The service stops.
        }
    }
}
