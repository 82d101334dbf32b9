using System.Runtime.InteropServices;
using Dapper;
using Microsoft.Data.Sqlite;

namespace TreatyTracker.Api.Data;

/// <summary>
/// Notices that a database changed: by SQLite's own count of commits, and by the file, which may be overwritten or put in another's place.
/// </summary>
/// <param name="database">The register's file.</param>
sealed class ChangeDetector(Database database) : IDisposable
{
    readonly SqliteConnection _connection = database.OpenRead();

    /// <summary>
    /// What differs when the content does: commits as this connection sees them, and the file's length and time of writing.
    /// </summary>
    public (long Commits, (long, DateTime) Stamp) State => (_connection.ExecuteScalar<long>("PRAGMA data_version"), database.Stamp);

    /// <summary>
    /// Whether the file that was opened is no longer the one at the path: deleted, moved away or replaced. Its connection would never see
    /// another change.
    /// </summary>
    public bool HasMoved =>
        !database.Exists
        || (FileControl(_connection.Handle!, "main", HasMovedCode, out var moved) == SQLitePCL.raw.SQLITE_OK && moved != 0);

    public void Dispose() => _connection.Dispose();

    /// <summary>SQLITE_FCNTL_HAS_MOVED.</summary>
    const int HasMovedCode = 20;

    // The binding offers all of SQLite but this function. Systems that let no open file be moved answer that they do not know the question.
    [
        DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control"),
        DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)
    ]
    static extern int FileControl(SQLitePCL.sqlite3 database, [MarshalAs(UnmanagedType.LPUTF8Str)] string name, int code, out int value);
}
