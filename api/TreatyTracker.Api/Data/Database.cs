using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace TreatyTracker.Api.Data;

/// <summary>The SQLite file of the register: where it is, how it is opened, and which schema it has.</summary>
/// <param name="path">The file; its directory is made when missing.</param>
public sealed class Database(string path)
{
    /// <summary>The application id that marks a SQLite file as a register of this service: "TREA".</summary>
    public const int ApplicationId = 0x54524541;

    /// <summary>The schema version that this service makes and knows.</summary>
    public static int SchemaVersion => Migrations.Newest;

    /// <summary>Readers wait for nobody while the log is written ahead: a lock that shuts them out is a fault, to be told soon.</summary>
    const int SecondsToRead = 2;

    /// <summary>A writer waits for the one before it.</summary>
    const int SecondsToWrite = 30;

    /// <summary>Ends the name of a file that is opened as one that nobody changes.</summary>
    internal const string Immutable = "?immutable=1";

    static readonly byte[] s_magic = Encoding.ASCII.GetBytes("SQLite format 3\0");

    /// <summary>The content that was last checked and found whole.</summary>
    (long Length, DateTime Written) _sound;

    /// <summary>The file's full path.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>Whether there is a file.</summary>
    public bool Exists => File.Exists(Path);

    /// <summary>
    /// Makes sure that there is a sound register of this service's schema, and touches nothing.
    /// </summary>
    /// <exception cref="DatabaseException">There is none.</exception>
    public void EnsureUsable()
    {
        try
        {
            if (!Exists)
                throw new DatabaseException($"There is no database '{Path}'. Check the path; serving or importing makes one.")
                {
                    Reason = "the database is gone",
                };
            RefuseForeignFile();
            using var connection = OpenRead();
            var version = connection.ExecuteScalar<int>("PRAGMA user_version");
            if (version == 0)
                throw new DatabaseException($"'{Path}' holds no register. Serving or importing makes one in it; it was left as it is.")
                {
                    Reason = "the database is empty",
                };
            if (version < SchemaVersion)
                throw new DatabaseException(
                    $"'{Path}' has schema version {version}, and this service's is {SchemaVersion}. Serving or importing brings it up to date; it was left as it is."
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
    /// An open connection that cannot write. In a place that cannot be written to, SQLite cannot open a file whose log is written ahead,
    /// since it
    /// would make files beside it; such a file, when it is whole without its log, is opened as one that nobody changes.
    /// </summary>
    public SqliteConnection OpenRead()
    {
        var connection = Open(Path, SqliteOpenMode.ReadOnly, SecondsToRead);
        try
        {
            // SQLite opens the file when it is first asked for something.
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
                $"Beside the database '{Path}' stands a log with a part of it, and this place cannot be written to. Open the database once where it can be: importing into it brings the log into the file.",
                e
            )
            {
                Reason = "a part of the database stands in a log that cannot be read here",
            };
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>An open connection that can write. Make one at a time, for one transaction.</summary>
    public SqliteConnection OpenWrite() => Open(Path, SqliteOpenMode.ReadWrite, SecondsToWrite);

    /// <summary>
    /// Makes the file if there is none, brings it to this service's schema, and turns on write-ahead logging.
    /// </summary>
    /// <param name="mayBeDamaged">Whether a damaged file is taken as it is, since all that it holds is about to be replaced.</param>
    /// <returns>The schema version.</returns>
    /// <exception cref="DatabaseException">The file is damaged, no database, another program's, or of a newer version of the service. It is
    /// left as it was.</exception>
    public int Prepare(bool mayBeDamaged = false)
    {
        try
        {
            System.IO.Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            RefuseForeignFile();
            if (Exists && !mayBeDamaged)
                using (var reading = OpenRead())
                    RefuseDamage(reading);
            using var connection = Open(Path, SqliteOpenMode.ReadWriteCreate, SecondsToWrite);
            // SQLite opens what cannot be written to for reading, and says nothing until something is written.
            if (SQLitePCL.raw.sqlite3_db_readonly(connection.Handle, "main") == 1)
                throw new SqliteException("It is read-only.", SQLitePCL.raw.SQLITE_READONLY);
            connection.Execute("PRAGMA journal_mode = WAL");
            return Migrations.Apply(connection);
        }
        catch (SqliteException e)
            when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB)
        {
            throw DatabaseException.Unreadable(Path, e);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new DatabaseException(
                $"The database '{Path}' cannot be opened for writing: {e.Message} Check the path, its permissions and the free space.",
                e
            )
            {
                CannotWrite = e is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CANTOPEN },
            };
        }
    }

    /// <summary>
    /// As <see cref="Prepare"/>; but a register of this schema that cannot be written to, such as one in an image, is taken as it is.
    /// </summary>
    /// <returns>Whether it can be written to.</returns>
    /// <exception cref="DatabaseException">It can neither be prepared nor be served as it is.</exception>
    public bool PrepareOrRead()
    {
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

    /// <summary>What the file system says of the file: another length or another time of writing is another content.</summary>
    internal (long Length, DateTime Written) Stamp =>
        new FileInfo(Path) is { Exists: true } file ? (file.Length, file.LastWriteTimeUtc) : default;

    /// <summary>Whether nothing that belongs to the file stands in a log beside it.</summary>
    bool IsWhole => Exists && IsEmpty($"{Path}-wal") && IsEmpty($"{Path}-journal");

    static bool IsEmpty(string log) => new FileInfo(log) is { Exists: false } or { Length: 0 };

    /// <summary>Makes sure that the file, where there is one, is a register of a schema that this service knows, or empty.</summary>
    /// <exception cref="DatabaseException">It is not.</exception>
    internal void RefuseForeignFile()
    {
        if (!Exists || new FileInfo(Path).Length == 0)
            return;
        using (var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
        {
            Span<byte> head = stackalloc byte[s_magic.Length];
            if (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !head.SequenceEqual(s_magic))
                throw new DatabaseException($"'{Path}' is not a SQLite database. It was left as it is; name another file.")
                {
                    Reason = "the file in the database's place is no database",
                };
        }
        using var connection = OpenRead();
        var application = connection.ExecuteScalar<int>("PRAGMA application_id");
        var version = connection.ExecuteScalar<int>("PRAGMA user_version");
        if (application != ApplicationId && connection.ExecuteScalar<int>("SELECT count(*) FROM sqlite_master") > 0)
            throw new DatabaseException($"'{Path}' is a SQLite database of another program. It was left as it is; name another file.")
            {
                Reason = "the database in its place is another program's",
            };
        if (version > Migrations.Newest)
            throw new DatabaseException(
                $"'{Path}' has schema version {version}, made by a newer version of this service, which knows versions up to {Migrations.Newest}. It was left as it is; upgrade the service."
            )
            {
                Reason = "the database has the schema of a newer version",
            };
    }

    /// <summary>
    /// Looks at every page: what is damaged must be told, not served. It costs a fraction of what reading the register does.
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
            throw DatabaseException.Corrupt(Path, "rows name others that are not there");
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
                // Pooled connections keep PRAGMA state and hold the file; the hot paths need no connection at all.
                Pooling = false,
            }.ToString()
        );
        connection.Open();
        return connection;
    }
}
