using System.CommandLine;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;

namespace TreatyTracker.Api.Commands;

/// <summary>Replaces the content of a register with a backup, while the register is in use.</summary>
static class RestoreCommand
{
    public static Command Command()
    {
        var file = new Argument<string>("FILE") { Description = "The backup to restore" };
        var command = new Command(
            "restore",
            "Replace the content of the register with a backup in one transaction, or create the register from it. "
                + "The backup is checked first. A running service serves the restored data within a second."
        )
        {
            file,
        }.WithDatabase();
        command.SetAction(parsed => Run(parsed.GetRequiredValue(file), CommandLine.DatabaseOf(parsed)));
        return command;
    }

    static int Run(string file, Database database)
    {
        var (before, now) = Backup.Restore(file, database, SeedDirectory.Check);
        Console.WriteLine(
            $"{BackupCommand.Describe(now)} restored from {file} to {database.Path}."
                + (before is null ? "" : $" It replaces data version {before.Version} ({before.Facts.Events.Count} events).")
        );
        return ExitCode.Done;
    }
}
