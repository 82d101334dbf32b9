using System.CommandLine;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;

namespace TreatyTracker.Api.Commands;

/// <summary>Writes the register as seeds.</summary>
static class ExportCommand
{
    public static Command Command()
    {
        var directory = new Argument<string>("directory")
        {
            Description = "The directory to write to. It is created if missing; files of the same name are replaced",
        };
        var command = new Command(
            "export",
            "Write the register's current data as seeds. Data imported from seeds is written back byte for byte."
        )
        {
            directory,
        }.WithDatabase();
        command.SetAction(parsed => Run(CommandLine.DatabaseOf(parsed), parsed.GetRequiredValue(directory)));
        return command;
    }

    static int Run(Database database, string directory)
    {
        var facts = Register.LoadExisting(database).Facts;
        if (facts.Treaties.Count == 0)
            throw new DatabaseException($"The register '{database.Path}' is empty. Nothing was written to '{directory}'.");
        var files = SeedDirectory.Write(directory, facts);
        Console.WriteLine($"{files} files written to {directory}.");
        return ExitCode.Done;
    }
}
