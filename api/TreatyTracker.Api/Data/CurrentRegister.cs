using System.Diagnostics;
using Dapper;
using Microsoft.Data.Sqlite;

namespace TreatyTracker.Api.Data;

/// <summary>That the data cannot be read again.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Since">When that was first seen.</param>
public sealed record ReloadFailure(string Reason, DateTimeOffset Since);

/// <summary>
/// Holds the snapshot that answers are given from, and replaces it whole when the database changes: at once after this process wrote,
/// within a second after another one did (SQLite's <c>PRAGMA data_version</c>). When the data cannot be read, the last good snapshot stays.
/// </summary>
/// <param name="database">The register's file.</param>
/// <param name="log">Where reloads and failures are told.</param>
public sealed class CurrentRegister(Database database, ILogger<CurrentRegister> log) : BackgroundService
{
    static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(500);

    volatile Register? _now;
    SqliteConnection? _watch;
    long? _seen;
    long _loadedAt;

    /// <summary>The snapshot; <c>null</c> until the first load.</summary>
    public Register? Now => _now;

    /// <summary>Why the data could last not be read again; <c>null</c> while all is well.</summary>
    public ReloadFailure? Failure { get; private set; }

    /// <summary>How long ago the snapshot was loaded.</summary>
    public TimeSpan Age => _now is null ? TimeSpan.Zero : Stopwatch.GetElapsedTime(_loadedAt);

    /// <summary>Loads the snapshot when the database has changed since it was last looked at.</summary>
    public void Refresh()
    {
        try
        {
            _watch ??= database.OpenRead();
            // Read before the data: a write in between is seen as a change the next time, never missed.
            var version = _watch.ExecuteScalar<long>("PRAGMA data_version");
            if (version == _seen) return;
            var started = Stopwatch.GetTimestamp();
            var next = Register.Load(database);
            Meters.RegisterLoads.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
            if (next.Version != _now?.Version)
            {
                (_loadedAt, _now) = (Stopwatch.GetTimestamp(), next);
                log.LogInformation("Register {Version} loaded: {Treaties} treaties, {Events} events", next.Version, next.Facts.Treaties.Count, next.Facts.Events.Count);
            }
            (_seen, Failure) = (version, null);
        }
        // Whatever is wrong with the data, the last good snapshot stays.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            if (Failure is null) log.LogError(e, "The database '{Path}' cannot be read; answers come from the last good snapshot, if there is one", database.Path);
            Meters.ReloadFailures.Add(1);
            Failure ??= new("the database cannot be read", DateTimeOffset.UtcNow);
            _watch?.Dispose();
            (_watch, _seen) = (null, null);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _watch?.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_interval);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) Refresh();
        }
        catch (OperationCanceledException)
        {
            // The service stops.
        }
    }
}
