using System.CommandLine;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Commands;

/// <summary>Makes, lists and revokes the keys with which others record over HTTP.</summary>
static class KeysCommand
{
    public static Command Command() =>
        new("keys", "Make, list and revoke keys for recording over HTTP. Recording is off until there is a key; reading needs none.")
        {
            Add(),
            List(),
            Revoke(),
        };

    static Command Add()
    {
        var name = new Option<string>("--name")
        {
            Description = "Who records with it: its recordings and events are shown as recorded by this name",
            HelpName = "NAME",
            Required = true,
        };
        var scope = new Option<KeyScope?>("--scope")
        {
            Description =
                "What it allows: 'record' (new events, corrections, acknowledgements) or 'append' (new events alone) [default: record]",
            HelpName = "record|append",
            CustomParser = OptionValue.Word<KeyScope>,
        };
        var expires = new Option<DateOnly?>("--expires")
        {
            Description = "The last day on which it is valid, inclusive, UTC [default: it does not expire]",
            HelpName = "DATE",
            CustomParser = OptionValue.Day,
        };
        var command = new Command(
            "add",
            "Make a key and print it. It is shown once: the register keeps only a hash of its secret. A running service accepts it at once."
        )
        {
            name,
            scope,
            expires,
        }.WithDatabase();
        command.SetAction(parsed =>
            Add(
                CommandLine.DatabaseOf(parsed),
                parsed.GetRequiredValue(name),
                parsed.GetValue(scope) ?? KeyScope.Record,
                parsed.GetValue(expires)
            )
        );
        return command;
    }

    static int Add(Database database, string name, KeyScope scope, DateOnly? expires)
    {
        var now = DateTimeOffset.UtcNow;
        if (AccessKeys.WrongWithName(name) is { } wrong)
            throw new FormatException($"--name: {wrong}");
        if (expires < DateOnly.FromDateTime(now.UtcDateTime))
            throw new FormatException($"--expires: {Instant.Text(expires.Value)} has passed. Give a day to come.");
        database.Prepare();
        var (key, token) = AccessKeys.Add(database, name, scope, expires, now);
        Console.Error.WriteLine(
            $"Key {key.Id} for '{key.Name}' ({scope.WireName()}, "
                + $"{(expires is { } day ? $"valid through {Instant.Text(day)}" : "does not expire")}). "
                + $"It is of the register '{database.Path}'. Keep what follows: it is not shown again."
        );
        Console.WriteLine(token);
        return ExitCode.Done;
    }

    static Command List()
    {
        var command = new Command("list", "List the keys: id, scope, state and name. The keys themselves cannot be shown.").WithDatabase();
        command.SetAction(parsed => List(CommandLine.DatabaseOf(parsed)));
        return command;
    }

    static int List(Database database)
    {
        database.EnsureUsable();
        var (keys, today) = (AccessKeys.List(database), DateOnly.FromDateTime(DateTime.UtcNow));
        if (keys.Count == 0)
            Console.WriteLine("There are no keys: recording over HTTP is off. 'treatytracker keys add --name NAME' makes one.");
        foreach (var key in keys)
            Console.WriteLine(
                $"{key.Id}  {key.Scope.WireName(), -6}  "
                    + (
                        key.Revoked is { } revoked ? $"revoked {Instant.Text(revoked)}"
                        : !key.IsValidOn(today) ? $"expired {Instant.Text(key.Expires!.Value)}"
                        : key.Expires is { } expires ? $"valid through {Instant.Text(expires)}"
                        : "valid"
                    )
                    + $"  {PlainText.Line(key.Name)}"
            );
        return ExitCode.Done;
    }

    static Command Revoke()
    {
        var id = new Argument<string>("id") { Description = "The id of the key, which 'keys list' shows, or the key itself" };
        var command = new Command("revoke", "Revoke a key permanently. A running service refuses it from then on. What it recorded stays.")
        {
            id,
        }.WithDatabase();
        command.SetAction(parsed => Revoke(CommandLine.DatabaseOf(parsed), parsed.GetRequiredValue(id)));
        return command;
    }

    static int Revoke(Database database, string asked)
    {
        database.EnsureUsable();
        // Whoever found a leaked key has all of it.
        var id = asked.Split('_') is ["tt", var part, _] ? part : asked;
        var keys = AccessKeys.List(database);
        if (keys.FirstOrDefault(k => k.Id == id) is not { } key)
            throw new FormatException(
                keys.Count == 0
                    ? "There is no such key: the register has none."
                    : "There is no such key. 'treatytracker keys list' shows the ids."
            );
        var revokedNow = AccessKeys.Revoke(database, id, DateTimeOffset.UtcNow);
        Console.WriteLine($"Key {id} for '{PlainText.Line(key.Name)}' {(revokedNow ? "is revoked" : "was revoked before")}.");
        return ExitCode.Done;
    }
}
