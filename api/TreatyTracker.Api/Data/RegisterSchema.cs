using Dapper;
using Microsoft.Data.Sqlite;

namespace TreatyTracker.Api.Data;

/// <summary>The schema of a register: what its version of the service made, and what differs from it.</summary>
static class RegisterSchema
{
    static readonly Lazy<Dictionary<string, string>> s_newest = new(() =>
    {
        using var connection = new SqliteConnection("Data Source=:memory:;Pooling=False");
        connection.Open();
        Migrations.Apply(connection);
        return Read(connection);
    });

    /// <summary>Each part of a schema by its type and name, with its SQL.</summary>
    public static Dictionary<string, string> Read(SqliteConnection connection, SqliteTransaction? transaction = null) =>
        connection
            // What SQLite itself adds is never read: indexes of constraints, and statistics for its planner.
            .Query<(string Name, string Sql)>(
                "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
                transaction: transaction
            )
            .GroupBy(s => s.Name, s => s.Sql, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => string.Join('\n', g), StringComparer.Ordinal);

    /// <summary>Whether a file has a table; older registers lack some.</summary>
    public static bool HasTable(SqliteConnection connection, string table, string schema = "main") =>
        connection.ExecuteScalar<int>($"SELECT count(*) FROM {schema}.sqlite_master WHERE type = 'table' AND name = @table", new { table })
        > 0;

    /// <summary>The parts that are only in one of two schemas, or differ.</summary>
    public static IReadOnlyList<string> Differing(Dictionary<string, string> found, Dictionary<string, string> expected) =>
        [
            .. found
                .Keys.Union(expected.Keys)
                .Where(name => found.GetValueOrDefault(name) != expected.GetValueOrDefault(name))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>
    /// What of the newest schema an open register lacks or has otherwise, in words for people; <c>null</c> for nothing. Tables, views and
    /// indexes that somebody added change no answer; a trigger can.
    /// </summary>
    public static string? Break(SqliteConnection connection, SqliteTransaction transaction)
    {
        var found = Read(connection, transaction);
        return Differing(found, s_newest.Value)
            .Where(name => s_newest.Value.ContainsKey(name) || name.StartsWith("trigger ", StringComparison.Ordinal))
            .Select(name =>
                !found.ContainsKey(name) ? $"the {name} is missing"
                : s_newest.Value.ContainsKey(name) ? $"the {name} was changed"
                : $"the {name} was added"
            )
            .FirstOrDefault();
    }
}
