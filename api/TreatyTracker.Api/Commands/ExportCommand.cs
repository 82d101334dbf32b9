using System.CommandLine;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Law;

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
        var files = SeedWriter.Write(facts with { Events = [.. History.KnownAt(facts.Events, DateTimeOffset.MaxValue)] });
        foreach (var (path, text) in files)
        {
            var target = Path.Combine(directory, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target + ".part", text);
            File.Move(target + ".part", target, overwrite: true);
        }
        Console.WriteLine($"{files.Count} files written to {directory}.");
        return ExitCode.Done;
    }
}
