using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Data;

/// <summary>
/// The keys of a register. They are read whenever one is used, so that a key that is revoked stops at once, in every process.
/// </summary>
public static class AccessKeys
{
    /// <summary>What every key begins with, so that a scanner for leaked secrets can find one.</summary>
    const string Prefix = "tt";

    const int LongestName = 100;

    /// <summary>Letters and digits alone: a key can be selected with a double click, and needs no quotes.</summary>
    const string SecretDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>43 of 62 digits are 256 bits.</summary>
    const int SecretLength = 43;

    /// <summary>What is wrong with the name of a key; <c>null</c> for nothing.</summary>
    public static string? WrongWithName(string name) =>
        string.IsNullOrWhiteSpace(name) || name.Trim() != name ? "A key needs a name, without spaces around it."
        : name.Length > LongestName ? $"The name of a key has at most {LongestName} characters."
        : PlainText.FirstForbidden(name) is not null || PlainText.Line(name) != name
            ? "The name of a key is one line, without control characters."
        : name.ToLowerInvariant() is Recordings.ByImport or Recordings.ByRestore
            ? $"'{name}' is the name under which the service itself records. Choose another one."
        : null;

    /// <summary>A random id.</summary>
    internal static string NewId() => RandomNumberGenerator.GetString("0123456789abcdefghijklmnopqrstuvwxyz", 12);

    /// <summary>Makes a key. It can be shown now, and never again.</summary>
    public static (AccessKey Key, string Token) Add(Database database, string name, KeyScope scope, DateOnly? expires, DateTimeOffset now)
    {
        var (id, secret) = (NewId(), RandomNumberGenerator.GetString(SecretDigits, SecretLength));
        var key = new AccessKey(id, HashOf(secret), name, scope, Recordings.Milliseconds(now), expires, null);
        Write(
            database,
            """
            INSERT INTO access_key (id, hash, name, scope, created, expires)
            VALUES (@Id, @Hash, @Name, @Scope, @Created, @Expires)
            """,
            new
            {
                key.Id,
                key.Hash,
                key.Name,
                Scope = scope.WireName(),
                Created = FactsWriter.Stored(key.Created),
                Expires = expires is { } day ? Instant.Text(day) : null,
            }
        );
        return (key, $"{Prefix}_{id}_{secret}");
    }

    /// <summary>Revokes a key from now on.</summary>
    /// <returns>Whether there is such a key that was not revoked before.</returns>
    public static bool Revoke(Database database, string id, DateTimeOffset now) =>
        Write(
            database,
            "UPDATE access_key SET revoked = @now WHERE id = @id AND revoked IS NULL",
            new { id, now = FactsWriter.Stored(now) }
        ) > 0;

    /// <summary>All keys, the oldest first.</summary>
    public static IReadOnlyList<AccessKey> List(Database database)
    {
        using var connection = database.OpenRead();
        return Read(connection, "ORDER BY created, id", null);
    }

    /// <summary>Whether a register has keys, valid or not.</summary>
    public static bool AreIn(SqliteConnection connection) => connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM access_key)");

    /// <summary>The key that a token is of; <c>null</c> where it is of none. The key may have been revoked or have expired.</summary>
    public static AccessKey? Find(SqliteConnection connection, string token)
    {
        if (token.Split('_') is not [Prefix, { Length: 12 } id, { Length: SecretLength } secret])
            return null;
        var key = Read(connection, "WHERE id = @id", new { id }).SingleOrDefault();
        // The comparison takes the same time wherever the hashes differ, and also where there is no key.
        return CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(HashOf(secret)),
            Encoding.ASCII.GetBytes(key?.Hash ?? new string('-', 2 * SHA256.HashSizeInBytes))
        )
            ? key
            : null;
    }

    /// <summary>Removes all keys from a copy of a register, and their bytes from the file.</summary>
    internal static void RemoveFromCopy(SqliteConnection copy)
    {
        if (RegisterSchema.HasTable(copy, "access_key"))
            copy.Execute("PRAGMA secure_delete = ON; DELETE FROM access_key");
    }

    /// <summary>Puts the keys of a register into another file, in place of those that it has.</summary>
    /// <param name="connection">The other file.</param>
    /// <param name="register">The register; where it is older than keys, it has none.</param>
    internal static void Copy(SqliteConnection connection, string register)
    {
        connection.Execute("ATTACH @register AS held", new { register });
        if (RegisterSchema.HasTable(connection, "access_key", "held"))
            connection.Execute("DELETE FROM main.access_key; INSERT INTO main.access_key SELECT * FROM held.access_key");
        connection.Execute("DETACH held");
    }

    static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(secret)));

    static int Write(Database database, string sql, object values)
    {
        try
        {
            using var connection = database.OpenWrite();
            return connection.Execute(sql, values);
        }
        catch (SqliteException e)
        {
            throw DatabaseException.NotWritten(database.Path, e);
        }
    }

    static List<AccessKey> Read(SqliteConnection connection, string which, object? values) =>
        [
            .. connection
                .Query<(string Id, string Hash, string Name, string Scope, string Created, string? Expires, string? Revoked)>(
                    $"SELECT id, hash, name, scope, created, expires, revoked FROM access_key {which}",
                    values
                )
                .Select(k => new AccessKey(
                    k.Id,
                    k.Hash,
                    k.Name,
                    WireNames.Find<KeyScope>(k.Scope) ?? throw new InvalidDataException($"key {k.Id} has the scope '{k.Scope}'"),
                    Instant.Parse(k.Created) ?? default,
                    Instant.ParseDay(k.Expires),
                    Instant.Parse(k.Revoked)
                )),
        ];
}
