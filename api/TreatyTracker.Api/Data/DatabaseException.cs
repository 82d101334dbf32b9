using Microsoft.Data.Sqlite;

namespace TreatyTracker.Api.Data;

/// <summary>A database that this service cannot or must not use. The message is a sentence for people; the file was not touched.</summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="inner">The cause, where there is one.</param>
public sealed class DatabaseException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What is wrong in a few words that name no path: for whoever asks a running service how it is.</summary>
    public string Reason { get; init; } = "the database cannot be read";

    /// <summary>Whether the only fault is that nothing can be written.</summary>
    internal bool CannotWrite { get; init; }

    /// <summary>What it means that a database cannot be read.</summary>
    internal static DatabaseException Unreadable(string path, Exception cause) =>
        cause switch
        {
            DatabaseException told => told,
            SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED } => new(
                $"The database '{path}' is locked by another process. Wait until it is done, or end it.",
                cause
            )
            {
                Reason = "the database is locked by another process",
            },
            SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB } => Corrupt(
                path,
                cause.Message,
                cause
            ),
            SqliteException or IOException or UnauthorizedAccessException => new(
                $"The database '{path}' cannot be read: {cause.Message} Check the path, its permissions and the disk.",
                cause
            ),
            // It is a sound SQLite file, and holds values that the law does not know.
            _ => Corrupt(path, cause.Message, cause),
        };

    /// <summary>A register whose file is damaged.</summary>
    internal static DatabaseException Corrupt(string path, string found, Exception? cause = null) =>
        new(
            $"The database '{path}' is damaged ({found.ReplaceLineEndings(" ").TrimEnd('.')}). It was left as it is; put a copy in its place, or name another file.",
            cause
        )
        {
            Reason = "the database is damaged",
        };
}
