using Microsoft.Data.Sqlite;

namespace TreatyTracker.Api.Data;

/// <summary>
/// A connection that stays open between uses, by one user at a time: SQLite reads the whole schema when it opens a file, which takes longer
/// than what most uses do. It is opened again when another file stands at the path, and after a failure.
/// </summary>
/// <param name="database">The register's file.</param>
/// <param name="open">Opens it.</param>
public sealed class KeptConnection(Database database, Func<SqliteConnection> open) : IDisposable
{
    readonly Lock _using = new();
    SqliteConnection? _connection;

    /// <summary>Uses the connection, once nobody else does.</summary>
    /// <param name="use">The use; it leaves no transaction open.</param>
    /// <exception cref="SqliteException">The file cannot be opened, or the use failed.</exception>
    public T Use<T>(Func<SqliteConnection, T> use)
    {
        lock (_using)
        {
            // A connection that takes the file for immutable sees no later change of it.
            if (
                _connection is { } held
                && (held.DataSource.EndsWith(Database.Immutable, StringComparison.Ordinal) || ChangeDetector.IsOfMoved(database, held))
            )
                Close();
            try
            {
                return use(_connection ??= open());
            }
            catch (SqliteException)
            {
                Close();
                throw;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_using)
            Close();
    }

    void Close()
    {
        _connection?.Dispose();
        _connection = null;
    }
}
