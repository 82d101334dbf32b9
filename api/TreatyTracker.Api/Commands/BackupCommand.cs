using System.CommandLine;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Commands;

/// <summary>Writes a consistent, verified copy of the register to a file, while the register is in use.</summary>
static class BackupCommand
{
    public static Command Command()
    {
        var file = new Argument<string>("FILE") { Description = "The file to write. Its directory must exist" };
        var force = new Option<bool>("--force") { Description = "Replace the file if it exists" };
        var command = new Command(
            "backup",
            "Write a consistent copy of the register to a file. Services and imports can keep running. "
                + "The copy is verified, and the file appears only when it is complete."
        )
        {
            file,
            force,
        }.WithDatabase();
        command.SetAction(parsed => Run(CommandLine.DatabaseOf(parsed), parsed.GetRequiredValue(file), parsed.GetValue(force)));
        return command;
    }

    static int Run(Database database, string file, bool force)
    {
        var register = Backup.Make(database, file, force);
        Console.WriteLine($"{Describe(register)} written to {file}.");
        return ExitCode.Done;
    }

    /// <summary>The data version and size of a register, for people.</summary>
    internal static string Describe(Register register) =>
        $"Data version {register.Version} ({register.Facts.Treaties.Count} treaties, {register.Facts.Events.Count} events"
        + $"{(register.LastRecordedAt is { } last ? $", recorded through {Instant.Text(last)}" : "")})";
}
