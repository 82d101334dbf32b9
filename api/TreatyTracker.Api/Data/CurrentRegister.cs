using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace TreatyTracker.Api.Data;

/// <summary>
/// Holds the snapshot that all answers come from, and replaces it when the database changes: at once after a write of this process, within
/// a second after a recording of another process or after the file was replaced. When the data cannot be read, the last good snapshot
/// stays.
/// </summary>
/// <param name="database">The register's file.</param>
/// <param name="log">Gets reloads and failures.</param>
public sealed class CurrentRegister(Database database, ILogger<CurrentRegister> log) : BackgroundService
{
    static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// After the data was read again for a write without a recording, and was found unchanged, it is left unread after such writes for this
    /// many times as long as reading took. A program that replicates the file writes to it all the time, and only an alteration from
    /// outside is found later.
    /// </summary>
    const int RestsPerRead = 10;

    readonly Lock _refreshing = new();
    readonly KeptConnection _writer = new(database, database.OpenWrite);
    volatile Register? _now;
    volatile ReloadFailure? _failure;
    long _loadedAt;
    ChangeDetector? _watch;
    (long, (long, DateTime))? _seen;
    (long, (long, DateTime))? _told;
    long _restsUntil;

    /// <summary>Reads what is no part of the data: keys and webhooks.</summary>
    public KeptConnection Reader { get; } = new(database, database.OpenRead);

    /// <summary>The snapshot; <c>null</c> until the first load.</summary>
    public Register? Now => _now;

    /// <summary>Why the last attempt to read the data failed; <c>null</c> where it succeeded.</summary>
    public ReloadFailure? Failure => _failure;

    /// <summary>How long ago the snapshot was loaded.</summary>
    public TimeSpan Age => _now is null ? TimeSpan.Zero : Stopwatch.GetElapsedTime(_loadedAt);

    /// <summary>Raised after the database changed, also where the change was not of the data, and the data was not read for it.</summary>
    public event Action? Changed;

    /// <summary>Loads the snapshot if the database has changed since the last call.</summary>
    public void Refresh()
    {
        lock (_refreshing)
            try
            {
                if (_watch is { HasMoved: true })
                    Forget();
                if (_watch is null)
                {
                    // The file at the path may be anything now.
                    database.EnsureUsable();
                    _watch = new(database);
                }
                // Read before the data: a write in between counts as a change next time, and is never missed.
                var state = _watch.State;
                if (state == _seen)
                    return;
                // It may have been written to otherwise than by SQLite.
                CloseKept();
                var started = Stopwatch.GetTimestamp();
                if (_failure is null && started < _restsUntil && Reader.Use(c => Recordings.Head(c)) == _now?.Head)
                {
                    if (state != _told)
                        Changed?.Invoke();
                    _told = state;
                    return;
                }
                var before = _now;
                Replace(Register.LoadExisting(database, _now));
                var read = Stopwatch.GetTimestamp();
                Meters.RegisterLoads.Record(Stopwatch.GetElapsedTime(started, read).TotalSeconds);
                (_seen, _restsUntil) = (state, ReferenceEquals(before, _now) ? started + RestsPerRead * (read - started) : 0);
                if (_failure is not null)
                    log.LogInformation("The database '{Path}' can be read again", database.Path);
                _failure = null;
                Changed?.Invoke();
            }
            // Whatever the failure, the last good snapshot stays.
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                var failure = DatabaseException.Unreadable(database.Path, e);
                Meters.ReloadFailures.Add(1);
                if (_failure?.Error.Message != failure.Message && _now is not null)
                    log.LogError("{Failure} Until then, answers come from the last good snapshot", failure.Message);
                _failure = new(failure, _failure?.Since ?? DateTimeOffset.UtcNow);
                Forget();
            }
    }

    /// <summary>
    /// Records, and answers from what was recorded at once. Nothing is read again, unless another process recorded meanwhile. An alteration
    /// from outside that waits to be looked at is found after it.
    /// </summary>
    /// <inheritdoc cref="Recordings.Write"/>
    /// <exception cref="DatabaseException">The register cannot be read or written, or was altered. Nothing was written.</exception>
    public (ImportPlan Plan, Register After) Write(string by, string? note, Func<Register, ImportPlan> plan)
    {
        lock (_refreshing)
        {
            Refresh();
            if (_failure is { } failure)
                throw failure.Error;
            var isNewest = false;
            var made = Recordings.Write(
                database,
                by,
                note,
                held =>
                {
                    // No other process writes from here to the end of the transaction.
                    isNewest = _watch?.State == _seen;
                    return plan(held);
                },
                _now,
                _writer
            );
            if (made.Plan.IsEmpty)
                return made;
            if (IsLatest(made.After.Head, isNewest))
            {
                Replace(made.After);
                Changed?.Invoke();
            }
            else
                Refresh();
            return made;
        }
    }

    /// <summary>Writes what is no part of the data, in one transaction. The data is not read again for it.</summary>
    /// <param name="write">Writes.</param>
    /// <exception cref="DatabaseException">The register cannot be written.</exception>
    internal void WriteBeside(Action<SqliteConnection, SqliteTransaction> write)
    {
        lock (_refreshing)
        {
            bool isNewest;
            try
            {
                // What was written otherwise than by SQLite is not in the pages that the connections have read.
                if (_watch?.State != _seen)
                    CloseKept();
                isNewest = _writer.Use(connection =>
                {
                    using var transaction = connection.BeginTransaction(deferred: false);
                    // No other process writes from here to the end of the transaction.
                    var sawAll = _watch?.State == _seen;
                    write(connection, transaction);
                    transaction.Commit();
                    return sawAll;
                });
            }
            catch (SqliteException e)
            {
                throw DatabaseException.NotWritten(database.Path, e);
            }
            // A recording of another process in between is read at the next refresh.
            _ = IsLatest(_now?.Head, isNewest);
        }
    }

    /// <summary>After a write of this process: whether no recording came after it.</summary>
    /// <param name="head">The head of the register as this process knows it.</param>
    /// <param name="isNewest">Whether all that other processes wrote before was seen; else the next refresh looks at it.</param>
    bool IsLatest(string? head, bool isNewest)
    {
        try
        {
            if (_watch is not { } watch)
                return true;
            var state = watch.State;
            var isLatest = watch.Head == head;
            if (isLatest && isNewest)
                _seen = state;
            return isLatest;
        }
        catch (SqliteException)
        {
            // What is written is written, whatever happened to the file since: it is opened again with the next refresh.
            Forget();
            return true;
        }
    }

    void Replace(Register next)
    {
        if (next.Version == _now?.Version && next.Head == _now.Head)
            return;
        if (_now is { Facts.Treaties.Count: > 0 } && next.Facts.Treaties.Count == 0)
            throw new DatabaseException(
                $"The database '{database.Path}' is empty, but the loaded register has treaties. Restore a backup, or import seeds."
            )
            {
                Reason = "the database is empty",
            };
        if (_now is { Log.Newest: { } newest } now && !next.Continues(now))
            throw new DatabaseException(
                $"The database '{database.Path}' lacks recording {newest.Number} ({Instant.Text(newest.Instant)}, hash "
                    + $"{newest.Hash}), which "
                    + "is loaded. Put the newest register back, or use 'treatytracker restore'; a restart accepts the register as it is."
            )
            {
                Reason = "the database lacks recordings that are loaded",
            };
        // Folded before it replaces another snapshot: no request fails on data that cannot be folded. The first snapshot is folded on
        // demand, so that the service starts sooner.
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
        (_watch, _seen, _restsUntil) = (null, null, 0);
        CloseKept();
    }

    void CloseKept()
    {
        _writer.Close();
        Reader.Close();
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
                // While something is written, the next tick looks. Waiting would keep a thread from requests.
                if (_refreshing.TryEnter())
                    try
                    {
                        Refresh();
                    }
                    finally
                    {
                        _refreshing.Exit();
                    }
        }
        catch (OperationCanceledException)
        {
            // The service stops.
        }
    }
}
