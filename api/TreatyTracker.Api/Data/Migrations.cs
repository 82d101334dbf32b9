using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace TreatyTracker.Api.Data;

/// <summary>
/// The numbered files of <c>db/</c>, embedded. Each runs once, in a transaction with its number (<c>PRAGMA user_version</c>), and is
/// never edited once applied. Own code rather than a library: SQLite keeps the number in the file's header, inside the transaction, and
/// <c>BEGIN IMMEDIATE</c> lets two processes start at once on one file. With a journal table that is read beforehand, both would run a
/// file.
/// </summary>
static class Migrations
{
    static readonly (int Number, string Name)[] s_all =
    [
        .. typeof(Migrations)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("db/", StringComparison.Ordinal))
            .Select(name => (int.Parse(name[3..7], CultureInfo.InvariantCulture), name))
            .Order(),
    ];

    /// <summary>The schema version of this service.</summary>
    public static int Newest => s_all[^1].Number;

    /// <summary>The first schema version with recordings.</summary>
    const int Recorded = 10;

    /// <summary>Brings a database to <see cref="Newest"/>, and makes recordings of what an older one holds.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="mayBeDamaged">Whether content that cannot be read is left without recordings, because it is about to be
    /// replaced.</param>
    public static int Apply(SqliteConnection connection, bool mayBeDamaged = false) => Apply(connection, Newest, mayBeDamaged);

    /// <summary>Brings a database to a version, inclusive.</summary>
    public static int Apply(SqliteConnection connection, int through, bool mayBeDamaged = false)
    {
        // Read before the transaction as well: where there is nothing to do, nobody waits for another process's import.
        if (connection.ExecuteScalar<int>("PRAGMA user_version") >= through)
            return through;
        // A table that is made anew is missing for a moment to the rows that refer to it. It cannot be turned off within a transaction.
        connection.Execute("PRAGMA foreign_keys = OFF");
        using (var transaction = connection.BeginTransaction(deferred: false))
        {
            var version = connection.ExecuteScalar<int>("PRAGMA user_version", transaction: transaction);
            foreach (var (number, name) in s_all.Where(m => m.Number > version && m.Number <= through))
                connection.Execute(Text(name), transaction: transaction);
            if (version < through)
                connection.Execute(
                    $"PRAGMA application_id = {Database.ApplicationId}; PRAGMA user_version = {through}",
                    transaction: transaction
                );
            if (version < Recorded && through == Newest)
                Record(connection, transaction, mayBeDamaged);
            transaction.Commit();
        }
        connection.Execute("PRAGMA foreign_keys = ON");
        return through;
    }

    static void Record(SqliteConnection connection, SqliteTransaction transaction, bool mayBeDamaged)
    {
        try
        {
            Recordings.Begin(connection, transaction);
        }
        catch (Exception e) when (mayBeDamaged && e is not OutOfMemoryException)
        {
            // Its content is replaced next.
        }
        catch (Exception e) when (e is not (SqliteException or DatabaseException or OutOfMemoryException))
        {
            throw DatabaseException.Corrupt(connection.DataSource, e.Message, e);
        }
    }

    static string Text(string name)
    {
        using var reader = new StreamReader(typeof(Migrations).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
