using Dapper;
using Microsoft.Data.Sqlite;

namespace TreatyTracker.Api.Data;

/// <summary>The SQLite file of the register: its path, how it is opened, and which schema it has.</summary>
/// <param name="path">The file; its directory is created when missing.</param>
/// <param name="isReadOnly">Whether it is only read, although it could be written to: a copy that another process replaces.</param>
public sealed class Database(string path, bool isReadOnly = false)
{
    /// <summary>The application id that marks a SQLite file as a register of this service: "TREA".</summary>
    public const int ApplicationId = 0x54524541;

    /// <summary>The schema version of this service.</summary>
    public static int SchemaVersion => Migrations.Newest;

    /// <summary>With a write-ahead log, readers never wait. A lock that keeps them out is a fault, and is reported soon.</summary>
    const int SecondsToRead = 2;

    /// <summary>A writer waits this long for the one before it.</summary>
    const int SecondsToWrite = 15;

    /// <summary>Ends the URI of a file that is opened on the promise that nobody changes it.</summary>
    const string Immutable = "?immutable=1";

    static Database() => SqlMapper.AddTypeHandler(new CleanText());

    /// <summary>The content that was last checked and found whole.</summary>
    (long Length, DateTime Written) _sound;

    /// <summary>The file's full path.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>Whether it is only read, although it could be written to: what was written into a copy is lost with it.</summary>
    public bool IsReadOnly => isReadOnly;

    /// <summary>Whether there is a file.</summary>
    public bool Exists => File.Exists(Path);

    /// <summary>
    /// Throws unless the file is an undamaged register with this service's schema. It changes nothing.
    /// </summary>
    /// <exception cref="DatabaseException">It is not.</exception>
    public void EnsureUsable()
    {
        try
        {
            if (!Exists)
                throw new DatabaseException($"There is no database '{Path}'. Check the path; serving or importing creates one.")
                {
                    Reason = "the database is gone",
                };
            RefuseForeignFile();
            using var connection = OpenRead();
            var version = connection.ExecuteScalar<int>("PRAGMA user_version");
            if (version == 0)
                throw new DatabaseException($"'{Path}' is empty. It is unchanged; serving or importing creates a register in it.")
                {
                    Reason = "the database is empty",
                };
            if (version < SchemaVersion)
                throw new DatabaseException(
                    $"'{Path}' has schema version {version}, and this service needs {SchemaVersion}. It is unchanged; "
                        + "serving or importing migrates it."
                )
                {
                    Reason = "the database has the schema of an older version",
                };
            RefuseDamage(connection);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw DatabaseException.Unreadable(Path, e);
        }
    }

    /// <summary>
    /// An open connection that cannot write. SQLite creates files beside a database with a write-ahead log, so that it cannot open one in a
    /// directory that cannot be written to. Where no part of the data is in the log, the file is opened as immutable instead.
    /// </summary>
    public SqliteConnection OpenRead()
    {
        var connection = Open(Path, SqliteOpenMode.ReadOnly, SecondsToRead);
        try
        {
            // SQLite opens the file with the first statement.
            connection.ExecuteScalar<int>("PRAGMA schema_version");
            return connection;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY && IsWhole)
        {
            connection.Dispose();
            return Open($"{new Uri(Path).AbsoluteUri}{Immutable}", SqliteOpenMode.ReadOnly, SecondsToRead);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY && Exists)
        {
            connection.Dispose();
            throw new DatabaseException(
                $"Part of the database '{Path}' is in the log beside it, and the directory cannot be written to. "
                    + "Open the database once where it can be written, for example with an import: that moves the log into the file.",
                e
            )
            {
                Reason = "a part of the database is in a log that cannot be read here",
            };
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Whether a connection was opened on the promise that nobody changes the file.</summary>
    internal static bool IsImmutable(SqliteConnection connection) =>
        new SqliteConnectionStringBuilder(connection.ConnectionString).DataSource.EndsWith(Immutable, StringComparison.Ordinal);

    /// <summary>An open connection that can write. Use one at a time.</summary>
    public SqliteConnection OpenWrite() => Open(Path, SqliteOpenMode.ReadWrite, SecondsToWrite);

    /// <summary>
    /// Creates the file if there is none, migrates it to this service's schema, and turns on write-ahead logging.
    /// </summary>
    /// <param name="mayBeDamaged">Whether a damaged file is accepted, because its content is about to be replaced.</param>
    /// <returns>The schema version.</returns>
    /// <exception cref="DatabaseException">The file is damaged, not a database, of another program, or of a newer version of the service.
    /// It is unchanged.</exception>
    public int Prepare(bool mayBeDamaged = false)
    {
        try
        {
            System.IO.Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            Backup.DeleteLeftovers(Path);
            RefuseForeignFile();
            if (Exists && !mayBeDamaged)
                using (var reading = OpenRead())
                    RefuseDamage(reading);
            using var connection = Open(Path, SqliteOpenMode.ReadWriteCreate, SecondsToWrite);
            // SQLite opens a read-only file without an error, and reports it only when something is written.
            if (SQLitePCL.raw.sqlite3_db_readonly(connection.Handle, "main") == 1)
                throw new SqliteException("It is read-only.", SQLitePCL.raw.SQLITE_READONLY);
            connection.Execute("PRAGMA journal_mode = WAL");
            return Migrations.Apply(connection, mayBeDamaged);
        }
        catch (SqliteException e)
            when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB)
        {
            throw DatabaseException.Unreadable(Path, e);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new DatabaseException(
                $"The database '{Path}' cannot be opened for writing: {DatabaseException.Cause(e)} Check the path, its "
                    + "permissions and the free space.",
                e
            )
            {
                CannotWrite = e is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CANTOPEN },
            };
        }
    }

    /// <summary>
    /// Like <see cref="Prepare"/>, but accepts a register of this schema that cannot be written to, such as one in a container image.
    /// </summary>
    /// <returns>Whether it can be written to.</returns>
    /// <exception cref="DatabaseException">It can neither be prepared nor served unchanged.</exception>
    public bool PrepareOrRead()
    {
        if (IsReadOnly)
        {
            EnsureUsable();
            return false;
        }
        try
        {
            Prepare();
            return true;
        }
        catch (DatabaseException e) when (e.CannotWrite && Exists)
        {
            EnsureUsable();
            return false;
        }
    }

    /// <summary>Length and time of writing of the file: another value means other content.</summary>
    internal (long Length, DateTime Written) Stamp =>
        new FileInfo(Path) is { Exists: true } file ? (file.Length, file.LastWriteTimeUtc) : default;

    /// <summary>Whether no part of the data is in a log beside the file.</summary>
    bool IsWhole => Exists && IsEmpty($"{Path}-wal") && IsEmpty($"{Path}-journal");

    static bool IsEmpty(string log) => new FileInfo(log) is { Exists: false } or { Length: 0 };

    /// <summary>Throws unless the file, where there is one, is empty or a register with a schema that this service knows.</summary>
    /// <exception cref="DatabaseException">It is not.</exception>
    internal void RefuseForeignFile()
    {
        if (!Exists || new FileInfo(Path).Length == 0)
            return;
        // Never by opening the file beside SQLite: closing it would drop the locks that this process holds on it, as POSIX has it, and
        // another process would then overwrite or delete the log that is in use.
        using var connection = OpenIfDatabase();
        var application = connection.ExecuteScalar<int>("PRAGMA application_id");
        var version = connection.ExecuteScalar<int>("PRAGMA user_version");
        if (application != ApplicationId && connection.ExecuteScalar<int>("SELECT count(*) FROM sqlite_master") > 0)
            throw new DatabaseException($"'{Path}' is a SQLite database of another program. It is unchanged; name another file.")
            {
                Reason = "the database in its place is another program's",
            };
        if (version > Migrations.Newest)
            throw new DatabaseException(
                $"'{Path}' has schema version {version}, made by a newer version of this service; "
                    + $"this one knows versions up to {Migrations.Newest}. It is unchanged; upgrade the service."
            )
            {
                Reason = "the database has the schema of a newer version",
            };
    }

    SqliteConnection OpenIfDatabase()
    {
        try
        {
            return OpenRead();
        }
        catch (SqliteException e) when (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_NOTADB)
        {
            throw new DatabaseException(
                $"'{Path}' is not a SQLite database, or its first page is damaged. It is unchanged; restore a backup, "
                    + "or name another file.",
                e
            )
            {
                Reason = "the file in the database's place is not a database",
            };
        }
    }

    /// <summary>
    /// Checks every page, so that damage is reported and not served. It costs a fraction of reading the register.
    /// </summary>
    void RefuseDamage(SqliteConnection connection)
    {
        // A check reads the whole file: once for each content is enough.
        var stamp = Stamp;
        if (stamp == _sound)
            return;
        if (connection.ExecuteScalar<string>("PRAGMA integrity_check(1)") is { } found && found != "ok")
            throw DatabaseException.Corrupt(Path, found);
        if (connection.Query("PRAGMA foreign_key_check").Any())
            throw DatabaseException.Corrupt(Path, "rows refer to others that do not exist", isAltered: true);
        _sound = stamp;
    }

    static SqliteConnection Open(string source, SqliteOpenMode mode, int seconds)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = source,
                Mode = mode,
                ForeignKeys = true,
                DefaultTimeout = seconds,
                // Pooled connections keep PRAGMA state and hold the file open; the hot paths need no connection at all.
                Pooling = false,
            }.ToString()
        );
        connection.Open();
        // A file from elsewhere may have views and triggers: none of them may call a function with side effects.
        connection.Execute("PRAGMA trusted_schema = OFF");
        return connection;
    }
}
