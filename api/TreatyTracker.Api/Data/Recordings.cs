using Dapper;
using Microsoft.Data.Sqlite;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Data;

/// <summary>The one way in which a register is written: each write is one recording, in one transaction.</summary>
public static class Recordings
{
    /// <summary>By whom an import, the first fill of a register, and everything older than recordings is recorded.</summary>
    public const string ByImport = "import";

    /// <summary>By whom a restore is recorded that replaces recordings which the backup lacks.</summary>
    public const string ByRestore = "restore";

    /// <summary>How far ahead of this machine's clock that of another writer may be.</summary>
    static readonly TimeSpan s_mostAhead = TimeSpan.FromDays(1);

    /// <summary>Plans and records in one transaction, so that two writers never build on the same past.</summary>
    /// <param name="database">The register; it must be prepared (<see cref="Database.Prepare"/>).</param>
    /// <param name="by">By whom: the name of a key, or <see cref="ByImport"/>.</param>
    /// <param name="note">A remark; <c>null</c> for none.</param>
    /// <param name="plan">
    /// What to record, given what the register holds at that moment. It may refuse by an exception: then nothing is written. The instant of
    /// recording is taken here, and not before: whoever was answered while the write waited for another writer was answered from before it.
    /// </param>
    /// <param name="known">A snapshot that is used instead of reading the register again, if it is still the newest.</param>
    /// <param name="kept">A connection that can write; without one, a new one is opened.</param>
    /// <returns>What was recorded, and the snapshot after it. Where there was nothing to record, there is no recording.</returns>
    /// <exception cref="DatabaseException">The register was altered from outside, or cannot be written to. Nothing was written.</exception>
    public static (ImportPlan Plan, Register After) Write(
        Database database,
        string by,
        string? note,
        Func<Register, ImportPlan> plan,
        Register? known = null,
        KeptConnection? kept = null
    )
    {
        try
        {
            if (kept is not null)
                return kept.Use(Write);
            using var connection = database.OpenWrite();
            return Write(connection);
        }
        catch (SqliteException e)
        {
            throw new DatabaseException($"Nothing was recorded in '{database.Path}': {DatabaseException.Cause(e)}", e);
        }

        (ImportPlan, Register) Write(SqliteConnection connection)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            var held = IsNewest(known, connection, transaction) ? known! : Register.Load(database, connection, transaction);
            var made = plan(held);
            if (made.IsEmpty)
                return (made, held);
            // All reference data is read again below and sealed as this recording left it: first it must be what was sealed before.
            if (made.ReferenceDataChanged && ReferenceEquals(held, known))
                _ = Register.Load(database, connection, transaction);
            FactsWriter.Write(connection, transaction, made);
            // Read again, so that what is sealed is what everybody reads.
            var added = made.ReferenceDataChanged ? null : FactsReader.EventsAfter(connection, transaction, held.Log.Newest?.Instant);
            var facts = added is null
                ? FactsReader.Read(connection, transaction).Sharing(held.Facts)
                : held.Facts with
                {
                    Events = held.Facts.Events.With(added),
                };
            var after = Append(connection, transaction, held, facts, added, made.RecordedAt, by, note).Sharing(made.Checked);
            transaction.Commit();
            EmptyLog(connection);
            return (made, after);
        }
    }

    /// <summary>The instant of the next recording: now, or just after the newest one if another clock is ahead.</summary>
    /// <param name="log">The recordings of the register.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="DatabaseException">The newest recording is of the future, by more than clocks differ.</exception>
    public static DateTimeOffset NextInstant(RecordingLog log, DateTimeOffset now) =>
        log.Newest is not { Instant: var newest } || Milliseconds(now) > newest ? Milliseconds(now)
        : newest - now <= s_mostAhead ? newest.AddMilliseconds(1)
        : throw new DatabaseException(
            $"The register's newest recording is of {Instant.Text(newest)}, and it is {Instant.Text(now)} now. "
                + "Set the clock of this machine, or restore a backup from before that recording."
        )
        {
            Reason = "the clock of the service is more than a day behind the newest recording",
        };

    /// <summary>An instant as the register stores it: without what is shorter than a millisecond.</summary>
    internal static DateTimeOffset Milliseconds(DateTimeOffset instant) =>
        new(instant.UtcTicks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, TimeSpan.Zero);

    /// <summary>
    /// Makes recordings of what a register from before recordings holds: one for each instant at which events were recorded. Its reference
    /// data counts as known since its treaty was first recorded.
    /// </summary>
    internal static void Begin(SqliteConnection connection, SqliteTransaction transaction)
    {
        var facts = FactsReader.Read(connection, transaction);
        var versions = ReferenceData.Changes(Facts.None, facts, recording: 1);
        var groups = facts.Events.GroupBy(e => e.RecordedAt).OrderBy(g => g.Key).Select(g => (Instant: g.Key, Events: g.ToList())).ToList();
        if (groups.Count == 0 && versions.Count > 0)
            groups = [(facts.Treaties.Select(t => Milliseconds(t.RecordedAt)).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max(), [])];
        Insert(connection, transaction, versions);
        var known = new List<TreatyEvent>();
        string? before = null;
        foreach (var (at, (instant, events)) in groups.Index())
        {
            known.AddRange(events);
            var version = Register.Hash(facts with { Events = [.. known] }, []);
            var recording = Seal.Sealed(
                new(at + 1, instant, ByImport, null, version, events.Count, ""),
                before,
                events,
                at == 0 ? versions : []
            );
            Insert(connection, transaction, recording);
            before = recording.Hash;
        }
    }

    /// <summary>
    /// Notes in a register that its content replaces that of another one, whose newest recordings it lacks: a service that has them loaded
    /// accepts the replacement for that.
    /// </summary>
    /// <param name="database">The register.</param>
    /// <param name="head">The head of the register that is replaced.</param>
    /// <param name="now">The current instant.</param>
    internal static void NoteRestore(Database database, string head, DateTimeOffset now)
    {
        using var connection = database.OpenWrite();
        using var transaction = connection.BeginTransaction(deferred: false);
        var held = Register.Load(database, connection, transaction);
        Append(connection, transaction, held, held.Facts, [], NextInstant(held.Log, now), ByRestore, $"replaces {head}");
        transaction.Commit();
    }

    /// <summary>The hash of the newest recording of an open register; <c>null</c> where there is none or it cannot be told.</summary>
    internal static string? Head(SqliteConnection connection, SqliteTransaction? transaction = null) =>
        connection.ExecuteScalar<string>("SELECT hash FROM recording ORDER BY number DESC LIMIT 1", transaction: transaction);

    static bool IsNewest(Register? known, SqliteConnection connection, SqliteTransaction transaction) =>
        known?.Head is { } head && Head(connection, transaction) == head;

    /// <summary>Adds the recording that leads from one state to another, whose rows are written already.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="transaction">The transaction.</param>
    /// <param name="held">The state before.</param>
    /// <param name="facts">The facts after it.</param>
    /// <param name="added">The events after it that were not there before, if these are all that differs.</param>
    /// <param name="instant">When.</param>
    /// <param name="by">By whom.</param>
    /// <param name="note">A remark.</param>
    static Register Append(
        SqliteConnection connection,
        SqliteTransaction transaction,
        Register held,
        Facts facts,
        IReadOnlyList<TreatyEvent>? added,
        DateTimeOffset instant,
        string by,
        string? note
    )
    {
        var number = held.Log.All.Count + 1;
        var changes = added is null ? ReferenceData.Changes(held.Facts, facts, number) : [];
        var events = added ?? [.. facts.Events.Where(e => !held.Facts.Events.Contains(e.Id))];
        var concerned = added?.Select(e => e.Treaty).ToHashSet(StringComparer.Ordinal);
        var ofConcerned = concerned is null ? null : concerned.SelectMany(facts.Events.OfTreaty).ToList();
        var digest = ofConcerned is null ? DataDigest.Of(facts) : held.Digest.WithEvents(ofConcerned);
        var open = new Recording(number, instant, by, note is null ? null : PlainText.Clean(note), "", events.Count, "");
        var version = digest.Version(held.Log.With(open, changes, held.Facts).InstantsOfChanges);
        var recording = Seal.Sealed(open with { DataVersion = version }, held.Head, events, changes);
        Insert(connection, transaction, changes);
        Insert(connection, transaction, recording);
        var log = held.Log.With(recording, changes, held.Facts);
        return ofConcerned is null
            ? Register.After(facts, log, digest, held)
            : Register.After(facts, log, digest, held, added!, ofConcerned);
    }

    static void Insert(SqliteConnection connection, SqliteTransaction transaction, IReadOnlyList<ReferenceVersion> versions) =>
        connection.Execute(
            "INSERT INTO reference_version (recording, kind, key, value) VALUES (@Recording, @Kind, @Key, @Value)",
            versions,
            transaction
        );

    static void Insert(SqliteConnection connection, SqliteTransaction transaction, Recording recording) =>
        connection.Execute(
            """
            INSERT INTO recording (number, instant, recorded_by, note, data_version, events, hash)
            VALUES (@Number, @Instant, @By, @Note, @DataVersion, @Events, @Hash)
            """,
            new
            {
                recording.Number,
                Instant = FactsWriter.Stored(recording.Instant),
                recording.By,
                recording.Note,
                recording.DataVersion,
                recording.Events,
                recording.Hash,
            },
            transaction
        );

    /// <summary>
    /// Moves the write-ahead log into the file, as far as readers allow: a log left beside it would be applied to whatever replaces the
    /// file.
    /// </summary>
    static void EmptyLog(SqliteConnection connection)
    {
        try
        {
            // A reader may hold the log for long, as programs that replicate it do: the next recording tries again.
            connection.Execute("PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException)
        {
            // The recorded rows are safe in the log.
        }
    }
}
