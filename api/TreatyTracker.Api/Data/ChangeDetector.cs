using System.Runtime.InteropServices;
using Dapper;
using Microsoft.Data.Sqlite;

namespace TreatyTracker.Api.Data;

/// <summary>
/// Notices that a database changed: by SQLite's own count of commits, and by the file itself, which may be overwritten or replaced.
/// </summary>
/// <param name="database">The register's file.</param>
sealed class ChangeDetector(Database database) : IDisposable
{
    readonly SqliteConnection _connection = database.OpenRead();

    /// <summary>
    /// A value that differs when the content does: the commits that this connection sees, and the file's length and time of writing.
    /// </summary>
    public (long Commits, (long, DateTime) Stamp) State => (_connection.ExecuteScalar<long>("PRAGMA data_version"), database.Stamp);

    /// <summary>The hash of the newest recording.</summary>
    public string? Head => Recordings.Head(_connection);

    /// <summary>
    /// Whether the opened file is no longer the one at the path: deleted, moved or replaced. Its connection would never see another change.
    /// </summary>
    public bool HasMoved => IsOfMoved(database, _connection);

    /// <summary>Whether the file of an open connection is no longer the one at the path.</summary>
    internal static bool IsOfMoved(Database database, SqliteConnection connection) =>
        !database.Exists || (FileControl(connection.Handle!, "main", HasMovedCode, out var moved) == SQLitePCL.raw.SQLITE_OK && moved != 0);

    public void Dispose() => _connection.Dispose();

    /// <summary>SQLITE_FCNTL_HAS_MOVED.</summary>
    const int HasMovedCode = 20;

    // The binding lacks this function. Systems on which an open file cannot be moved answer that they do not know the code.
    [
        DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control"),
        DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)
    ]
    static extern int FileControl(SQLitePCL.sqlite3 database, [MarshalAs(UnmanagedType.LPUTF8Str)] string name, int code, out int value);
}
