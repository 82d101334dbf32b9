using System.CommandLine;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Commands;

/// <summary>Copies the register to a file, whole and checked, while it is in use.</summary>
static class BackupCommand
{
    public static Command Command()
    {
        var file = new Argument<string>("FILE") { Description = "Where to write; its directory must be there" };
        var force = new Option<bool>("--force") { Description = "Replace the file when it is there already" };
        var command = new Command(
            "backup",
            "Copy the register to a file while services and imports go on: as it is at one moment, checked, and under its name only when it is whole."
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
        var held = Backup.Make(database, file, force);
        Console.WriteLine($"{Words(held)} written to {file}.");
        return ExitCode.Done;
    }

    /// <summary>What a register holds, in a few words.</summary>
    internal static string Words(Register held) =>
        $"Data version {held.Version} ({held.Facts.Treaties.Count} treaties, {held.Facts.Events.Count} events{(held.LastRecordedAt is { } last ? $", recorded through {Instant.Text(last)}" : "")})";
}
