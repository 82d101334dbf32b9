using System.CommandLine;
using System.Text.RegularExpressions;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Commands;

/// <summary>Checks that nothing in a register or backup was altered without a recording.</summary>
static partial class VerifyCommand
{
    public static Command Command()
    {
        var head = new Option<string?>("--head")
        {
            Description = "A head that you kept: the register must still have the recording with this hash. /v1/version gives the head",
            HelpName = "HASH",
        };
        var command = new Command(
            "verify",
            "Check that nothing in a register or a backup was altered without a recording: its schema and triggers, the hash of each "
                + "recording, and the reference data. A register whose recordings were all written anew passes, unless you give --head. "
                + "Exit codes: 0 whole, 1 altered, 2 could not check."
        )
        {
            head,
        }.WithDatabase();
        command.SetAction(parsed => Run(CommandLine.DatabaseOf(parsed), parsed.GetValue(head)));
        return command;
    }

    static int Run(Database database, string? head)
    {
        if (head is not null && !Sha256().IsMatch(head))
            throw new FormatException($"'{head}' is not the head of a register. Give all 64 hexadecimal digits of it.");
        Register register;
        try
        {
            // Rows that refer to others that are gone: the seal can say which recording they were of.
            var dangling = Dangling(database);
            register = Register.Load(database);
            if (dangling is not null)
                throw dangling;
        }
        catch (DatabaseException e) when (e.IsAltered)
        {
            Console.WriteLine(PlainText.Line(e.Message));
            return ExitCode.Findings;
        }
        if (register.Log.Newest is not { } newest)
        {
            Console.WriteLine($"The register '{database.Path}' is empty.");
            return head is null ? ExitCode.Done : Rewritten(head);
        }
        var kept = head is null ? null : register.Log.All.FirstOrDefault(r => r.Hash.Equals(head, StringComparison.OrdinalIgnoreCase));
        if (head is not null && kept is null)
            return Rewritten(head);
        Console.WriteLine(
            $"Whole: {newest.Number} recording{(newest.Number == 1 ? "" : "s")} through {Instant.Text(newest.Instant)}, "
                + $"{register.Facts.Events.Count} events, data version {register.Version}."
        );
        if (kept is not null)
            Console.WriteLine($"The head that you kept is recording {kept.Number} ({Instant.Text(kept.Instant)}).");
        Console.WriteLine($"Head: {newest.Hash}");
        return ExitCode.Done;
    }

    static DatabaseException? Dangling(Database database)
    {
        try
        {
            database.EnsureUsable();
            return null;
        }
        catch (DatabaseException e) when (e.IsAltered)
        {
            return e;
        }
    }

    static int Rewritten(string head)
    {
        Console.WriteLine(
            $"No recording has the hash {head}: the register is another one, is older than that head, or its recordings were written anew."
        );
        return ExitCode.Findings;
    }

    [GeneratedRegex("^[0-9a-fA-F]{64}$")]
    private static partial Regex Sha256();
}
