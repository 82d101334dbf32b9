using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace TreatyTracker.Api.Data;

/// <summary>A database that this service cannot or must not use. The message is for people; the file is unchanged.</summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="inner">The cause, where there is one.</param>
public sealed partial class DatabaseException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What is wrong in a few words without a path: for readiness checks of a running service.</summary>
    public string Reason { get; init; } = "the database cannot be read";

    /// <summary>Whether the database can be read and only not be written.</summary>
    internal bool CannotWrite { get; init; }

    /// <summary>Whether somebody altered the register without recording it.</summary>
    public bool IsAltered { get; private init; }

    /// <summary>The same, of the file from which the altered one was copied.</summary>
    internal DatabaseException Of(string path) => _found is null ? this : Altered(path, _found);

    string? _found;

    /// <summary>A register that somebody altered without recording it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="found">The first thing that does not hold.</param>
    internal static DatabaseException Altered(string path, string found) =>
        new(
            $"The register '{path}' was altered without a recording: {PlainText.Line(found)}. It is unchanged. "
                + "Restore a backup from before that; 'treatytracker verify' checks a register or a backup."
        )
        {
            Reason = "the register was altered without a recording",
            IsAltered = true,
            _found = found,
        };

    /// <summary>The exception for a database that cannot be read.</summary>
    internal static DatabaseException Unreadable(string path, Exception cause) =>
        cause switch
        {
            DatabaseException told => told,
            SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED } => new(
                $"The database '{path}' is locked by another process. Wait until that process ends, and try again.",
                cause
            )
            {
                Reason = "the database is locked by another process",
            },
            SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB } => Corrupt(
                path,
                Cause(cause),
                cause
            ),
            SqliteException or IOException or UnauthorizedAccessException => new(
                $"The database '{path}' cannot be read: {Cause(cause)} Check the path, its permissions and the disk.",
                cause
            ),
            // A sound SQLite file with values that the law does not know.
            _ => Corrupt(path, $"it has a value that none of its recordings can have: {cause.Message}", cause, isAltered: true),
        };

    /// <summary>A register that SQLite could not write.</summary>
    internal static DatabaseException NotWritten(string path, Exception cause) =>
        new($"Nothing was written to '{path}': {Cause(cause)}", cause);

    /// <summary>A register whose file is damaged.</summary>
    internal static DatabaseException Corrupt(string path, string found, Exception? cause = null, bool isAltered = false) =>
        new(
            $"The database '{path}' is damaged ({PlainText.Line(found).TrimEnd('.')}). It is unchanged. "
                + "Restore a backup, or name another file.",
            cause
        )
        {
            Reason = "the database is damaged",
            IsAltered = isAltered,
        };

    /// <summary>The cause as a sentence on one line, without what the SQLite binding puts around SQLite's own message.</summary>
    internal static string Cause(Exception cause)
    {
        var text = PlainText.Line(cause.Message);
        if (cause is not SqliteException { SqliteErrorCode: var code } || SqliteMessage().Match(text) is not { Success: true } wrapped)
            return text.EndsWith('.') ? text : $"{text}.";
        return code is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED
            ? "another process is writing to it. Wait until that process ends, and try again."
            : $"{wrapped.Groups[1].Value}.";
    }

    [GeneratedRegex(@"^SQLite Error \d+: '(.*?)\.?'\.$")]
    private static partial Regex SqliteMessage();
}
