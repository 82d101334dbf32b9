using Dapper;
using Microsoft.Data.Sqlite;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Data;

/// <summary>The webhooks of a register.</summary>
public static class WebhookStore
{
    /// <summary>The tables, in the order in which rows refer to each other.</summary>
    static readonly string[] s_tables = ["webhook", "webhook_filter", "webhook_delivery"];

    /// <summary>A new id.</summary>
    public static string NewId() => $"wh_{AccessKeys.NewId()}";

    /// <summary>All webhooks, the oldest first.</summary>
    /// <param name="database">The register.</param>
    /// <param name="kept">A connection to it; without one, a new one is opened.</param>
    /// <exception cref="DatabaseException">The register cannot be read.</exception>
    public static IReadOnlyList<Webhook> List(Database database, KeptConnection? kept = null)
    {
        try
        {
            if (kept is not null)
                return kept.Use(Read);
            using var connection = database.OpenRead();
            return Read(connection);
        }
        catch (SqliteException e)
        {
            throw DatabaseException.Unreadable(database.Path, e);
        }
    }

    /// <summary>The number of the newest recording; 0 where there is none.</summary>
    public static int NewestRecording(Database database)
    {
        using var connection = database.OpenRead();
        return connection.ExecuteScalar<int>("SELECT coalesce(max(number), 0) FROM recording");
    }

    /// <summary>Adds a webhook.</summary>
    /// <exception cref="DatabaseException">The register cannot be written.</exception>
    public static void Add(Database database, Webhook webhook) =>
        Write(
            database,
            (connection, transaction) =>
            {
                connection.Execute(
                    "INSERT INTO webhook (id, url, secret, name, created) VALUES (@Id, @Url, @Secret, @Name, @Created)",
                    new
                    {
                        webhook.Id,
                        Url = webhook.Url.AbsoluteUri,
                        webhook.Secret,
                        webhook.Name,
                        Created = FactsWriter.Stored(webhook.Created),
                    },
                    transaction
                );
                connection.Execute(
                    "INSERT INTO webhook_filter (webhook, field, value) VALUES (@Id, @Field, @Value)",
                    webhook
                        .Treaties.Select(value => new
                        {
                            webhook.Id,
                            Field = "treaty",
                            Value = value,
                        })
                        .Concat(
                            webhook.States.Select(value => new
                            {
                                webhook.Id,
                                Field = "state",
                                Value = value,
                            })
                        )
                        .Concat(
                            webhook.Kinds.Select(kind => new
                            {
                                webhook.Id,
                                Field = "kind",
                                Value = kind.WireName(),
                            })
                        ),
                    transaction
                );
                connection.Execute(
                    "INSERT INTO webhook_delivery (webhook, recording, hash, day) VALUES (@Id, @Recording, @Hash, @Day)",
                    new
                    {
                        webhook.Id,
                        webhook.Position.Recording,
                        webhook.Position.Hash,
                        Day = Instant.Text(webhook.Position.Day),
                    },
                    transaction
                );
                return true;
            }
        );

    /// <summary>Removes a webhook, and its secret from the file.</summary>
    /// <returns>Whether there was one.</returns>
    public static bool Remove(Database database, string id) =>
        Write(database, (connection, transaction) => connection.Execute("DELETE FROM webhook WHERE id = @id", new { id }, transaction) > 0);

    /// <summary>Delivers to a webhook again, at once and from where it stopped.</summary>
    /// <returns>Whether there is one.</returns>
    public static bool Enable(Database database, string id) =>
        Write(
            database,
            (connection, transaction) =>
                connection.Execute(
                    """
                    UPDATE webhook_delivery
                    SET failures = 0, failing_since = NULL, problem = NULL, next_try = NULL, disabled = NULL, disabled_because = NULL
                    WHERE webhook = @id
                    """,
                    new { id },
                    transaction
                ) > 0
        );

    /// <summary>Stores how far a webhook is delivered.</summary>
    /// <returns>Whether there is still one.</returns>
    internal static bool Save(SqliteConnection connection, SqliteTransaction transaction, Webhook webhook) =>
        connection.Execute(
            """
            UPDATE webhook_delivery
            SET recording = @Recording, hash = @Hash, delivered = @Delivered, day = @Day, effect = @Effect, last_delivery = @LastDelivery,
                failures = @Failures, failing_since = @FailingSince, problem = @Problem, next_try = @NextTry, disabled = @Disabled,
                disabled_because = @DisabledBecause
            WHERE webhook = @Id
            """,
            new
            {
                webhook.Id,
                webhook.Position.Recording,
                webhook.Position.Hash,
                webhook.Position.Delivered,
                Day = Instant.Text(webhook.Position.Day),
                webhook.Position.Effect,
                LastDelivery = Stored(webhook.LastDelivery),
                webhook.Failures,
                FailingSince = Stored(webhook.FailingSince),
                webhook.Problem,
                NextTry = Stored(webhook.NextTry),
                Disabled = Stored(webhook.Disabled),
                webhook.DisabledBecause,
            },
            transaction
        ) > 0;

    /// <summary>Removes all webhooks from a copy of a register, and the bytes of their secrets from the file.</summary>
    internal static void RemoveFromCopy(SqliteConnection copy)
    {
        if (RegisterSchema.HasTable(copy, "webhook"))
            copy.Execute($"PRAGMA secure_delete = ON; {Delete}");
    }

    /// <summary>Puts the webhooks of a register into another file, in place of those that it has.</summary>
    /// <param name="connection">The other file.</param>
    /// <param name="register">The register; where it is older than webhooks, it has none.</param>
    internal static void Copy(SqliteConnection connection, string register)
    {
        connection.Execute("ATTACH @register AS holder", new { register });
        if (RegisterSchema.HasTable(connection, "webhook", "holder"))
            connection.Execute($"{Delete}; {string.Join("; ", s_tables.Select(t => $"INSERT INTO main.{t} SELECT * FROM holder.{t}"))}");
        connection.Execute("DETACH holder");
    }

    static string Delete => string.Join("; ", s_tables.Reverse().Select(t => $"DELETE FROM main.{t}"));

    static string? Stored(DateTimeOffset? instant) => instant is { } at ? FactsWriter.Stored(at) : null;

    static bool Write(Database database, Func<SqliteConnection, SqliteTransaction, bool> write)
    {
        try
        {
            using var connection = database.OpenWrite();
            // What is deleted is overwritten: a copy of the file must not have it.
            connection.Execute("PRAGMA secure_delete = ON");
            using var transaction = connection.BeginTransaction(deferred: false);
            var written = write(connection, transaction);
            transaction.Commit();
            return written;
        }
        catch (SqliteException e)
        {
            throw DatabaseException.NotWritten(database.Path, e);
        }
    }

    static List<Webhook> Read(SqliteConnection connection)
    {
        var filters = connection
            .Query<(string Webhook, string Field, string Value)>("SELECT webhook, field, value FROM webhook_filter ORDER BY value")
            .ToLookup(f => (f.Webhook, f.Field), f => f.Value);
        return
        [
            .. connection
                .Query<Row>(
                    """
                    SELECT id, url, secret, name, created, recording, hash, delivered, day, effect, last_delivery AS LastDelivery, failures,
                           failing_since AS FailingSince, problem, next_try AS NextTry, disabled, disabled_because AS DisabledBecause
                    FROM webhook JOIN webhook_delivery ON webhook = id ORDER BY created, id
                    """
                )
                .Select(r => new Webhook
                {
                    Id = r.Id,
                    Url = Uri.TryCreate(r.Url, UriKind.Absolute, out var url) ? url : NoAddress,
                    Secret = r.Secret,
                    Name = r.Name,
                    Treaties = [.. filters[(r.Id, "treaty")]],
                    States = [.. filters[(r.Id, "state")]],
                    Kinds = [.. filters[(r.Id, "kind")].Select(WireNames.Find<EventKind>).OfType<EventKind>()],
                    Created = Instant.Parse(r.Created) ?? default,
                    Position = new((int)r.Recording, r.Hash, (int)r.Delivered, Instant.ParseDay(r.Day) ?? default, r.Effect),
                    LastDelivery = Instant.Parse(r.LastDelivery),
                    Failures = (int)r.Failures,
                    FailingSince = Instant.Parse(r.FailingSince),
                    Problem = r.Problem,
                    NextTry = Instant.Parse(r.NextTry),
                    Disabled = Instant.Parse(r.Disabled) ?? (url is null ? Instant.Parse(r.Created) : null),
                    DisabledBecause = url is null ? $"its address '{r.Url}' is not valid: remove it" : r.DisabledBecause,
                }),
        ];
    }

    /// <summary>Stands for an address that somebody wrote into the file, and that is none.</summary>
    internal static Uri NoAddress { get; } = new("https://address.invalid/");

    sealed class Row
    {
        public string Id { get; init; } = "";
        public string Url { get; init; } = "";
        public string Secret { get; init; } = "";
        public string? Name { get; init; }
        public string Created { get; init; } = "";
        public long Recording { get; init; }
        public string? Hash { get; init; }
        public long Delivered { get; init; }
        public string Day { get; init; } = "";
        public string? Effect { get; init; }
        public string? LastDelivery { get; init; }
        public long Failures { get; init; }
        public string? FailingSince { get; init; }
        public string? Problem { get; init; }
        public string? NextTry { get; init; }
        public string? Disabled { get; init; }
        public string? DisabledBecause { get; init; }
    }
}
