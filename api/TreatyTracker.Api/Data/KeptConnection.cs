using Microsoft.Data.Sqlite;

namespace TreatyTracker.Api.Data;

/// <summary>
/// A connection that stays open between uses: SQLite reads the whole schema when it opens a file, which takes longer than most uses. It is
/// opened again when another file stands at the path, and after a failure. Whoever learns that the file was written to otherwise than by
/// SQLite closes it, since it would go on from the pages that it has read.
/// </summary>
/// <param name="database">The register's file.</param>
/// <param name="open">Opens it.</param>
public sealed class KeptConnection(Database database, Func<SqliteConnection> open) : IDisposable
{
    readonly Lock _using = new();
    SqliteConnection? _connection;

    /// <summary>Uses the connection, or another one while somebody else does.</summary>
    /// <param name="use">The use; it leaves no transaction open.</param>
    /// <exception cref="SqliteException">The file cannot be opened, or the use failed.</exception>
    public T Use<T>(Func<SqliteConnection, T> use)
    {
        if (_using.IsHeldByCurrentThread)
            throw new InvalidOperationException("a use must not use the connection again");
        if (!_using.TryEnter())
        {
            using var another = open();
            return use(another);
        }
        try
        {
            // A connection that takes the file for immutable sees no later change of it.
            if (_connection is { } held && (Database.IsImmutable(held) || ChangeDetector.IsOfMoved(database, held)))
                Close();
            return use(_connection ??= open());
        }
        catch (Exception e) when (e is SqliteException or DatabaseException or InvalidDataException)
        {
            Close();
            throw;
        }
        finally
        {
            _using.Exit();
        }
    }

    /// <summary>Closes the connection, once nobody uses it. The next use opens it again.</summary>
    public void Close()
    {
        lock (_using)
        {
            _connection?.Dispose();
            _connection = null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Close();
}
