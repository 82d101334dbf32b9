using Dapper;
using Microsoft.Data.Sqlite;

namespace TreatyTracker.Api.Data;

/// <summary>
/// Copies a register to one file, and back, while services read and imports write. A copy gets its name only when it is complete. A backup
/// is not trusted: a restore takes its rows, and never its schema.
/// </summary>
public static class Backup
{
    /// <summary>How long a restore waits for an import to end, in milliseconds.</summary>
    const int Patience = 20_000;

    /// <summary>The largest backup that is read, in bytes: a thousand times the shipped register.</summary>
    const long MostBytes = 4L << 30;

    /// <summary>When a copy that is not written to counts as left behind by a killed process.</summary>
    static readonly TimeSpan s_leftBehind = TimeSpan.FromHours(1);

    /// <summary>
    /// Tables in the order in which rows can refer to each other, and what orders the rows of those that refer to themselves.
    /// </summary>
    static readonly (string Table, string? OrderBy)[] s_tables =
    [
        ("participant", null),
        ("source", null),
        ("treaty", null),
        ("treaty_depositary", null),
        ("treaty_event", "recorded_at, corrects IS NOT NULL, id"),
        ("treaty_event_source", null),
        // They come last, because they close the recordings to all others.
        ("reference_version", null),
        ("recording", "number"),
    ];

    /// <summary>How many of <see cref="s_tables"/> come before all tables that are not named there.</summary>
    const int First = 6;

    /// <summary>Copies a register, as it is at one moment, to a single file, and checks the copy.</summary>
    /// <param name="database">The register; it is only read.</param>
    /// <param name="file">The file to write; its directory must exist.</param>
    /// <param name="replace">Whether an existing file is replaced.</param>
    /// <returns>The content of the copy.</returns>
    /// <exception cref="DatabaseException">There is no register, the copy is damaged, or the file cannot be written. No file was left or
    /// changed.</exception>
    public static Register Make(Database database, string file, bool replace)
    {
        database.EnsureUsable();
        var target = TargetOf(database, file, replace);
        var part = PartOf(target);
        try
        {
            DeleteLeftovers(target);
            using (var from = database.OpenRead())
                Copy(from, part);
            var held = Verified(part);
            File.Move(part, target, replace);
            return held;
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new DatabaseException(
                $"No backup was written to '{target}': {DatabaseException.Cause(e)} Check the path, its permissions and the free space.",
                e
            );
        }
        finally
        {
            Delete(part);
        }
    }

    /// <summary>
    /// Replaces the content of a register by that of a backup, in one transaction, or creates the register. Running services keep
    /// answering and see the restored data within a second. A backup with an older schema is migrated.
    /// </summary>
    /// <remarks>
    /// The schema of the backup must be the one that its version of the service made. Its rows go into a fresh database, whose constraints
    /// they must satisfy, with functions and triggers of the backup switched off; then <paramref name="check"/> sees all values.
    /// </remarks>
    /// <param name="file">The backup; it is only read.</param>
    /// <param name="database">The register.</param>
    /// <param name="check">Throws where an import would refuse the values.</param>
    /// <param name="within">How long the backup may be read and checked; ten minutes when not given.</param>
    /// <returns>What the register held before, where it could be read, and what it holds now.</returns>
    /// <exception cref="DatabaseException">The file is not a backup, is damaged, was altered or comes from a newer version, or the register
    /// cannot be written. The register is unchanged.</exception>
    public static (Register? Before, Register Now) Restore(string file, Database database, Action<Facts> check, TimeSpan? within = null)
    {
        var time = within ?? TimeSpan.FromMinutes(10);
        var backup = new Database(file);
        if (System.IO.Directory.Exists(backup.Path))
            throw new DatabaseException($"'{backup.Path}' is a directory. Name the file of the backup.");
        if (!backup.Exists)
            throw new DatabaseException($"There is no backup '{backup.Path}'. Check the path; nothing was restored.");
        if (backup.Path == database.Path)
            throw new DatabaseException($"'{backup.Path}' is the register itself. Name a backup of it.");
        RefuseSize(backup);
        var (copy, fresh) = (PartOf(database.Path), PartOf(database.Path));
        try
        {
            backup.RefuseForeignFile();
            System.IO.Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            DeleteLeftovers(database.Path);
            // A copy, so that what is checked is what is restored, whoever changes the file meanwhile.
            using (var from = backup.OpenRead())
            {
                // A log beside the file can make it larger.
                if (from.ExecuteScalar<long>("PRAGMA page_count") * from.ExecuteScalar<long>("PRAGMA page_size") > MostBytes)
                    throw TooLarge(backup);
                Copy(from, copy);
            }
            CopyRows(copy, fresh, time);
            var now = Readable(new(fresh), backup.Path);
            check(now.Facts);
            var before = database.Exists ? TryLoad(database) : null;
            if ((before?.Head ?? HeadOf(database)) is { } head && !now.Log.All.Any(r => r.Hash == head))
            {
                // A service that has the replaced recordings loaded accepts a register without them only if that says so.
                Recordings.NoteRestore(new(fresh), head, DateTimeOffset.UtcNow);
                now = Readable(new(fresh), backup.Path);
            }
            database.Prepare(mayBeDamaged: true);
            KeepKeysAndWebhooks(database, fresh);
            Replace(database, fresh);
            return (before, now);
        }
        catch (SqliteException e) when (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_INTERRUPT)
        {
            throw new DatabaseException(
                $"'{backup.Path}' was not restored: reading it took longer than {time.TotalMinutes:0} minutes. Take another backup.",
                e
            );
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new DatabaseException(
                $"'{backup.Path}' was not restored, and '{database.Path}' is unchanged: {DatabaseException.Cause(e)}",
                e
            );
        }
        finally
        {
            Delete(copy);
            Delete(fresh);
        }
    }

    /// <summary>Deletes the unfinished copies that killed backups and restores left beside a file.</summary>
    internal static void DeleteLeftovers(string target)
    {
        var directory = System.IO.Path.GetDirectoryName(target)!;
        try
        {
            foreach (var file in System.IO.Directory.EnumerateFiles(directory, $"{System.IO.Path.GetFileName(target)}.*.part*"))
                if (
                    Guid.TryParseExact(file[(target.Length + 1)..].Split('.')[0], "N", out _)
                    && File.GetLastWriteTimeUtc(file) < DateTime.UtcNow - s_leftBehind
                )
                    File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // They belong to another user, or nothing can be written here.
        }
    }

    static string PartOf(string target) => $"{target}.{Guid.NewGuid():N}.part";

    static string TargetOf(Database database, string file, bool replace)
    {
        var target = System.IO.Path.GetFullPath(file);
        if (System.IO.Directory.Exists(target))
            throw new DatabaseException($"'{target}' is a directory. Name the file to write.");
        if (!System.IO.Directory.Exists(System.IO.Path.GetDirectoryName(target)))
            throw new DatabaseException(
                $"There is no directory '{System.IO.Path.GetDirectoryName(target)}'. Create it, or name another file."
            );
        // A service would keep the old file open, and lose what is recorded from then on.
        if (target == database.Path || File.Exists(target + "-wal"))
            throw new DatabaseException($"'{target}' is a register in use, not a backup. It is unchanged; name another file.");
        if (File.Exists(target) && !replace)
            throw new DatabaseException($"'{target}' exists already. It is unchanged; name another file, or give --force to replace it.");
        return target;
    }

    static void RefuseSize(Database backup)
    {
        var file = new FileInfo(File.ResolveLinkTarget(backup.Path, returnFinalTarget: true)?.FullName ?? backup.Path);
        // Pipes and devices have no length, and to open one could wait without end.
        if (file.Length == 0)
            throw new DatabaseException($"'{backup.Path}' is empty or not a regular file. Nothing was restored; name a backup.");
        if (file.Length > MostBytes)
            throw TooLarge(backup);
    }

    static DatabaseException TooLarge(Database backup) =>
        new($"'{backup.Path}' is larger than {MostBytes >> 30} GB. Nothing was restored.");

    static void Copy(SqliteConnection from, string path)
    {
        using var to = Open(path);
        from.BackupDatabase(to);
        // They belong to the register, not to its content.
        AccessKeys.RemoveFromCopy(to);
        WebhookStore.RemoveFromCopy(to);
        // The header says that there is a write-ahead log; a backup is one file, readable where nothing can be written.
        to.Execute("PRAGMA journal_mode = DELETE");
    }

    static Register Verified(string path)
    {
        var copy = new Database(path);
        using (var connection = copy.OpenRead())
            if (Damage(connection) is { } damage)
                throw new DatabaseException($"The register is damaged: {damage}. A backup of it would be damaged too, and was not kept.");
        return Readable(copy, path);
    }

    /// <summary>Makes a fresh database with the rows of a backup's copy, and migrates it.</summary>
    static void CopyRows(string copy, string fresh, TimeSpan time)
    {
        using var from = Open(copy);
        Limit(from, time);
        if (from.ExecuteScalar<int>("PRAGMA application_id") != Database.ApplicationId)
            throw new DatabaseException("The backup is an empty database. Nothing was restored; take another one.");
        var version = from.ExecuteScalar<int>("PRAGMA user_version");

        using var to = Open(fresh);
        Migrations.Apply(to, version);
        RefuseSchema(RegisterSchema.Read(from), RegisterSchema.Read(to), version);
        // Only now: the check evaluates expressions of the schema.
        if (Damage(from) is { } damage)
            throw new DatabaseException($"The backup is damaged: {damage}. Nothing was restored; take another one.");
        from.Close();

        Limit(to, time);
        to.Execute("PRAGMA foreign_keys = ON; ATTACH @copy AS backup", new { copy });
        using (var transaction = to.BeginTransaction())
        {
            var tables = to.Query<string>(
                    "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
                    transaction: transaction
                )
                .ToList();
            foreach (
                var (table, order) in s_tables[..First]
                    .Concat(tables.Except(s_tables.Select(t => t.Table)).Select(t => (t, (string?)null)))
                    .Concat(s_tables[First..])
                    .Where(t => tables.Contains(t.Item1))
            )
                to.Execute(
                    $"INSERT INTO main.{table} SELECT * FROM backup.{table}{(order is null ? "" : $" ORDER BY {order}")}",
                    transaction: transaction
                );
            transaction.Commit();
        }
        to.Execute("DETACH backup");
        try
        {
            Migrations.Apply(to);
        }
        catch (DatabaseException e)
        {
            throw Unreadable(e);
        }
    }

    static void RefuseSchema(Dictionary<string, string> found, Dictionary<string, string> expected, int version)
    {
        var differing = RegisterSchema.Differing(found, expected);
        if (differing.Count > 0)
            throw new DatabaseException(
                $"The backup's schema is not that of version {version} of the register: {string.Join(", ", differing.Take(5))} "
                    + $"{(differing.Count == 1 ? "differs" : "differ")}. The file was altered. Nothing was restored; take another one."
            );
    }

    /// <summary>Bounds what a statement on the backup may take: values of 64 MB, and a time after which it is interrupted.</summary>
    static void Limit(SqliteConnection connection, TimeSpan time)
    {
        SQLitePCL.raw.sqlite3_limit(connection.Handle, SQLitePCL.raw.SQLITE_LIMIT_LENGTH, 64 << 20);
        var end = DateTime.UtcNow + time;
        SQLitePCL.raw.sqlite3_progress_handler(connection.Handle, 100_000, _ => DateTime.UtcNow > end ? 1 : 0, null);
    }

    static string? Damage(SqliteConnection connection) =>
        connection.Query<string>("PRAGMA integrity_check(1)").FirstOrDefault(f => f != "ok")
        ?? (connection.Query("PRAGMA foreign_key_check").Any() ? "a row refers to one that does not exist" : null);

    /// <summary>The content of a file, with every treaty's status folded from it.</summary>
    /// <param name="copy">The file.</param>
    /// <param name="path">The file whose copy it is, for people.</param>
    static Register Readable(Database copy, string path)
    {
        try
        {
            var register = Register.LoadExisting(copy);
            foreach (var treaty in register.Facts.Treaties)
                _ = register.KnownAt(null).StatusOf(treaty);
            return register;
        }
        catch (DatabaseException e) when (e is { IsAltered: true, InnerException: null })
        {
            throw e.Of(path);
        }
        catch (Exception e)
        {
            throw Unreadable(e);
        }
    }

    static DatabaseException Unreadable(Exception e)
    {
        // The copy has a name that says nothing to anybody.
        var cause = e is DatabaseException { InnerException: { } inner } ? inner : e;
        return new($"The file holds values that this service cannot read: {DatabaseException.Cause(cause)} Nothing was kept of it.", e);
    }

    /// <summary>
    /// The keys and webhooks of a register outlive a restore: no backup brings back one that was revoked or removed, or one of somebody
    /// else.
    /// </summary>
    static void KeepKeysAndWebhooks(Database database, string fresh)
    {
        try
        {
            using var to = Open(fresh);
            AccessKeys.Copy(to, database.Path);
            WebhookStore.Copy(to, database.Path);
        }
        catch (SqliteException)
        {
            // The file that is replaced is damaged: what it held of them is lost with it.
        }
    }

    static void Replace(Database database, string path)
    {
        using var to = database.OpenWrite();
        to.Execute($"PRAGMA busy_timeout = {Patience}");
        using var from = Open(path);
        // The page size of a register with a write-ahead log cannot be changed.
        if (to.ExecuteScalar<long>("PRAGMA page_size") is var size && size != from.ExecuteScalar<long>("PRAGMA page_size"))
            from.Execute($"PRAGMA page_size = {size}; VACUUM");
        from.BackupDatabase(to);
    }

    static Register? TryLoad(Database database)
    {
        try
        {
            return Register.LoadExisting(database);
        }
        // Damaged or older data is what a restore is for; what Prepare refuses is still refused.
        catch (Exception)
        {
            return null;
        }
    }

    /// <summary>The head of a register that cannot be loaded, as far as it can be told.</summary>
    static string? HeadOf(Database database)
    {
        try
        {
            if (!database.Exists)
                return null;
            using var connection = database.OpenRead();
            return Recordings.Head(connection);
        }
        catch (Exception e) when (e is SqliteException or DatabaseException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        connection.Execute("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON");
        return connection;
    }

    static void Delete(string part)
    {
        foreach (var file in new[] { part, part + "-journal", part + "-wal", part + "-shm" })
            if (File.Exists(file))
                File.Delete(file);
    }
}
