using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace TreatyTracker.Api.Data;

/// <summary>
/// The numbered files of <c>db/</c>, embedded. Each runs once, in one transaction with its number (<c>PRAGMA user_version</c>), and is
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

    /// <summary>Brings a database to <see cref="Newest"/>.</summary>
    public static int Apply(SqliteConnection connection) => Apply(connection, Newest);

    /// <summary>Brings a database to a version, inclusive.</summary>
    public static int Apply(SqliteConnection connection, int through)
    {
        foreach (var (number, name) in s_all.TakeWhile(m => m.Number <= through))
        {
            // Read before the transaction as well: where there is nothing to do, nobody waits for another process's import.
            if (connection.ExecuteScalar<int>("PRAGMA user_version") >= number)
                continue;
            // A table that is made anew is missing for a moment to the rows that refer to it. It cannot be turned off within a transaction.
            connection.Execute("PRAGMA foreign_keys = OFF");
            using var transaction = connection.BeginTransaction(deferred: false);
            if (connection.ExecuteScalar<int>("PRAGMA user_version", transaction: transaction) >= number)
                continue;
            connection.Execute(Text(name), transaction: transaction);
            connection.Execute(
                $"PRAGMA application_id = {Database.ApplicationId}; PRAGMA user_version = {number}",
                transaction: transaction
            );
            transaction.Commit();
        }
        connection.Execute("PRAGMA foreign_keys = ON");
        return through;
    }

    static string Text(string name)
    {
        using var reader = new StreamReader(typeof(Migrations).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
