using Dapper;
using Microsoft.Data.Sqlite;

namespace TreatyTracker.Api.Data;

/// <summary>
/// A register as one file, and back: safe while services read and imports write, by SQLite's online backup. What is half done never bears
/// the name that it is to have.
/// </summary>
public static class Backup
{
    /// <summary>How long a restore waits for an import to end, in milliseconds.</summary>
    const int Patience = 20_000;

    /// <summary>
    /// Copies a register, as it is at one moment, to a file that needs no journal beside it, and makes sure that the copy is whole.
    /// </summary>
    /// <param name="database">The register; it is read alone.</param>
    /// <param name="file">Where to; its directory must be there.</param>
    /// <param name="replace">Whether a file of that name may be replaced.</param>
    /// <returns>What the copy holds.</returns>
    /// <exception cref="DatabaseException">There is no such register, the copy is not whole, or the file cannot be written. No file was
    /// left or changed.</exception>
    public static Register Make(Database database, string file, bool replace)
    {
        database.EnsureUsable();
        var target = TargetOf(database, file, replace);
        var part = $"{target}.{Guid.NewGuid():N}.part";
        try
        {
            using (var from = database.OpenRead())
                Copy(from, part);
            var held = Verified(part);
            File.Move(part, target, replace);
            return held;
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new DatabaseException(
                $"No backup was written to '{target}': {e.Message} Check the path, its permissions and the free space.",
                e
            );
        }
        finally
        {
            Delete(part);
        }
    }

    /// <summary>
    /// Replaces a register's content, whole and in one transaction, by that of a backup, or makes the register. Services that run go on
    /// answering and see the restored data within a second. A backup of an older schema is brought to this service's.
    /// </summary>
    /// <param name="file">The backup; it is read alone.</param>
    /// <param name="database">The register.</param>
    /// <returns>What the register held before, if there was one that could be read, and what it holds now.</returns>
    /// <exception cref="DatabaseException">The backup is none, or not whole, or of a newer service, or the register cannot be written. The
    /// register is as it was.</exception>
    public static (Register? Before, Register Now) Restore(string file, Database database)
    {
        var backup = new Database(file);
        if (System.IO.Directory.Exists(backup.Path))
            throw new DatabaseException($"'{backup.Path}' is a directory; name the file that holds the backup.");
        if (!backup.Exists)
            throw new DatabaseException($"There is no backup '{backup.Path}'. Check the path; nothing was restored.");
        if (backup.Path == database.Path)
            throw new DatabaseException($"'{backup.Path}' is the register itself. Name a backup of it.");
        var part = $"{database.Path}.{Guid.NewGuid():N}.part";
        try
        {
            backup.RefuseForeignFile();
            System.IO.Directory.CreateDirectory(System.IO.Path.GetDirectoryName(part)!);
            // What is checked is what is restored, whoever touches the file meanwhile.
            using (var from = backup.OpenRead())
                Copy(from, part);
            var now = Migrated(part);
            var before = database.Exists ? TryLoad(database) : null;
            database.Prepare(mayBeDamaged: true);
            Replace(database, part);
            return (before, now);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new DatabaseException($"'{backup.Path}' was not restored, and '{database.Path}' is as it was: {e.Message}", e);
        }
        finally
        {
            Delete(part);
        }
    }

    static string TargetOf(Database database, string file, bool replace)
    {
        var target = System.IO.Path.GetFullPath(file);
        if (System.IO.Directory.Exists(target))
            throw new DatabaseException($"'{target}' is a directory; name the file that the backup is to be.");
        if (!System.IO.Directory.Exists(System.IO.Path.GetDirectoryName(target)))
            throw new DatabaseException(
                $"There is no directory '{System.IO.Path.GetDirectoryName(target)}'. Make it, or name another file."
            );
        // A service would go on with the file that it holds open, and what it is told from then on would be lost.
        if (target == database.Path || File.Exists(target + "-wal"))
            throw new DatabaseException($"'{target}' is a register in use and no backup. It was left as it is; name another file.");
        if (File.Exists(target) && !replace)
            throw new DatabaseException(
                $"'{target}' is there already. It was left as it is; name another file, or give --force to replace it."
            );
        return target;
    }

    static void Copy(SqliteConnection from, string path)
    {
        using var to = Open(path);
        from.BackupDatabase(to);
        // The log's mode comes along in the header; one file, and readable where nothing can be written, is what a backup is for.
        to.Execute("PRAGMA journal_mode = DELETE");
    }

    static Register Verified(string path)
    {
        var copy = new Database(path);
        using (var connection = copy.OpenRead())
            if (Damage(connection) is { } damage)
                throw new DatabaseException($"The register is damaged: {damage}. A backup of it would be, too, and was not kept.");
        return Whole(copy);
    }

    static Register Migrated(string path)
    {
        var copy = new Database(path);
        using (var connection = Open(path))
        {
            if (Damage(connection) is { } damage)
                throw new DatabaseException($"The backup is damaged: {damage}. Nothing was restored; take another one.");
            if (connection.ExecuteScalar<int>("PRAGMA application_id") != Database.ApplicationId)
                throw new DatabaseException("The backup is an empty database and no register. Nothing was restored; take another one.");
            Migrations.Apply(connection);
        }
        return Whole(copy);
    }

    static string? Damage(SqliteConnection connection) =>
        connection.Query<string>("PRAGMA integrity_check").FirstOrDefault(f => f != "ok")
        ?? (connection.Query("PRAGMA foreign_key_check").Any() ? "a row refers to one that is not there" : null);

    /// <summary>What a file holds, with every treaty's status folded from it.</summary>
    static Register Whole(Database copy)
    {
        try
        {
            var register = Register.LoadExisting(copy);
            foreach (var treaty in register.Facts.Treaties)
                _ = register.KnownAt(null).StatusOf(treaty);
            return register;
        }
        catch (Exception e) when (e is not DatabaseException)
        {
            throw new DatabaseException(
                $"What the file holds is no register that this service can read: {e.Message} Nothing was kept of it.",
                e
            );
        }
    }

    static void Replace(Database database, string path)
    {
        using var to = database.OpenWrite();
        to.Execute($"PRAGMA busy_timeout = {Patience}");
        using var from = Open(path);
        // The pages of a register with a log are of one size for good.
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
        // Damaged or older data is what a restore is for; what Prepare refuses stays refused.
        catch (Exception)
        {
            return null;
        }
    }

    static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    static void Delete(string part)
    {
        foreach (var file in new[] { part, part + "-journal", part + "-wal", part + "-shm" })
            if (File.Exists(file))
                File.Delete(file);
    }
}
