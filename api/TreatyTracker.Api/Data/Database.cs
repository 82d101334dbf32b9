using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace TreatyTracker.Api.Data;

/// <summary>A database that this service cannot or must not use. The message is a sentence for people; the file was not touched.</summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="inner">The cause, where there is one.</param>
public sealed class DatabaseException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The SQLite file of the register: where it is, how it is opened, and which schema it has.</summary>
/// <param name="path">The file; its directory is made when missing.</param>
public sealed class Database(string path)
{
    /// <summary>The application id that marks a SQLite file as a register of this service: "TREA".</summary>
    public const int ApplicationId = 0x54524541;

    /// <summary>The schema version that this service makes and knows.</summary>
    public static int SchemaVersion => Migrations.Newest;

    static readonly byte[] s_magic = Encoding.ASCII.GetBytes("SQLite format 3\0");

    /// <summary>The file's full path.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>Whether there is a file.</summary>
    public bool Exists => File.Exists(Path);

    /// <summary>Makes sure that there is a register of this service's schema, and touches nothing.</summary>
    /// <exception cref="DatabaseException">There is none.</exception>
    public void MustBeReady()
    {
        if (!Exists) throw new DatabaseException($"There is no database '{Path}'. Check the path; serving or importing makes one.");
        RefuseForeignFile();
        using var connection = OpenRead();
        if (connection.ExecuteScalar<int>("PRAGMA user_version") is var version && version < SchemaVersion)
            throw new DatabaseException($"'{Path}' has schema version {version}, and this service's is {SchemaVersion}. Serving or importing brings it up to date; it was left as it is.");
    }

    /// <summary>An open connection that cannot write.</summary>
    public SqliteConnection OpenRead() => Open(SqliteOpenMode.ReadOnly);

    /// <summary>An open connection that can write. Make one at a time, for one transaction.</summary>
    public SqliteConnection OpenWrite() => Open(SqliteOpenMode.ReadWrite);

    /// <summary>
    /// Makes the file if there is none, brings it to this service's schema, and turns on write-ahead logging.
    /// </summary>
    /// <returns>The schema version.</returns>
    /// <exception cref="DatabaseException">The file is no database, another program's, or of a newer version of the service. It is left as it was.</exception>
    public int Prepare()
    {
        try
        {
            System.IO.Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            RefuseForeignFile();
            using var connection = Open(SqliteOpenMode.ReadWriteCreate);
            connection.Execute("PRAGMA journal_mode = WAL");
            return Migrations.Apply(connection);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new DatabaseException($"The database '{Path}' cannot be opened for writing: {e.Message} Check the path, its permissions and the free space.", e);
        }
    }

    /// <summary>Makes sure that the file can be read as it is, for what must not change it.</summary>
    /// <exception cref="DatabaseException">There is no such file, or it is no database, another program's, or of another version's schema.</exception>
    public void MustBeReadable()
    {
        try
        {
            if (!File.Exists(Path)) throw new DatabaseException($"There is no database '{Path}'.");
            RefuseForeignFile();
            using var connection = OpenRead();
            if (connection.ExecuteScalar<int>("PRAGMA user_version") is var version && version != Migrations.Newest)
                throw new DatabaseException($"'{Path}' has schema version {version}, and this service reads version {Migrations.Newest}. Serving from it or importing into it brings it up to date.");
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new DatabaseException($"The database '{Path}' cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Makes sure that the file, where there is one, is a register of a schema that this service knows, or empty.</summary>
    /// <exception cref="DatabaseException">It is not.</exception>
    internal void RefuseForeignFile()
    {
        if (!File.Exists(Path) || new FileInfo(Path).Length == 0) return;
        using (var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
        {
            Span<byte> head = stackalloc byte[s_magic.Length];
            if (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !head.SequenceEqual(s_magic))
                throw new DatabaseException($"'{Path}' is not a SQLite database. It was left as it is; name another file.");
        }
        using var connection = OpenRead();
        var application = connection.ExecuteScalar<int>("PRAGMA application_id");
        var version = connection.ExecuteScalar<int>("PRAGMA user_version");
        if (application != ApplicationId && connection.ExecuteScalar<int>("SELECT count(*) FROM sqlite_master") > 0)
            throw new DatabaseException($"'{Path}' is a SQLite database of another program. It was left as it is; name another file.");
        if (version > Migrations.Newest)
            throw new DatabaseException($"'{Path}' has schema version {version}, made by a newer version of this service, which knows versions up to {Migrations.Newest}. It was left as it is; upgrade the service.");
    }

    SqliteConnection Open(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            Mode = mode,
            ForeignKeys = true,
            // Pooled connections keep PRAGMA state and hold the file; the hot paths need no connection at all.
            Pooling = false,
        }.ToString());
        connection.Open();
        return connection;
    }
}
