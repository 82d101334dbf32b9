using System.CommandLine;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Commands;

/// <summary>Writes the register back as seeds.</summary>
static class ExportCommand
{
    public static Command Command()
    {
        var directory = new Argument<string>("directory")
        {
            Description = "Where to write; made when missing, files of the same name are replaced",
        };
        var command = new Command("export", "Write what the register holds true as seeds, byte for byte as they were read.")
        {
            directory,
        }.WithDatabase();
        command.SetAction(parsed => Run(CommandLine.DatabaseOf(parsed), parsed.GetRequiredValue(directory)));
        return command;
    }

    static int Run(Database database, string directory)
    {
        var held = Register.LoadExisting(database).Facts;
        if (held.Treaties.Count == 0)
            throw new DatabaseException($"The register '{database.Path}' is empty. Nothing was written to '{directory}'.");
        var files = SeedWriter.Write(held with { Events = [.. History.KnownAt(held.Events, DateTimeOffset.MaxValue)] });
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
