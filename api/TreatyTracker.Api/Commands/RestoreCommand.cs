using System.CommandLine;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Commands;

/// <summary>Replaces the register's content by that of a backup, while it is in use.</summary>
static class RestoreCommand
{
    public static Command Command()
    {
        var file = new Argument<string>("FILE") { Description = "The backup" };
        var command = new Command(
            "restore",
            "Replace what the register holds by a backup, in one transaction, or make the register from it. The backup is checked first; a service that runs sees the restored data within a second."
        )
        {
            file,
        }.WithDatabase();
        command.SetAction(parsed => Run(parsed.GetRequiredValue(file), CommandLine.DatabaseOf(parsed)));
        return command;
    }

    static int Run(string file, Database database)
    {
        var (before, now) = Backup.Restore(file, database);
        Console.WriteLine(
            $"{BackupCommand.Words(now)} restored from {file} to {database.Path}.{(before is null ? "" : $" Before, it held data version {before.Version} ({before.Facts.Events.Count} events).")}"
        );
        return ExitCode.Done;
    }
}
