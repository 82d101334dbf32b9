using System.CommandLine;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Commands;

/// <summary>Brings seeds into the register: new rows become events, changed or vanished rows become corrections.</summary>
static class ImportCommand
{
    public static Command Command()
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "Print what would be recorded and write nothing" };
        var command = new Command(
            "import",
            "Bring seeds into the register, in one transaction. New rows become events, changed or vanished rows become corrections; nothing is overwritten. Seeds in which a check finds an error are refused."
        )
        {
            dryRun,
        }
            .WithSeeds()
            .WithDatabase();
        command.SetAction(parsed => Run(CommandLine.DatabaseOf(parsed), CommandLine.SeedsOf(parsed), parsed.GetValue(dryRun)));
        return command;
    }

    static int Run(Database database, string seeds, bool dryRun)
    {
        var now = DateTimeOffset.UtcNow;
        var facts = ValidatedSeeds.Read(seeds, DateOnly.FromDateTime(now.UtcDateTime));
        if (!dryRun)
            database.Prepare();
        var plan = dryRun
            ? Import.Plan(database.Exists ? Register.LoadExisting(database).Facts : Facts.None, facts, now)
            : Import.Run(database, facts, now);
        foreach (var line in plan.Lines())
            Console.WriteLine(line);
        Console.WriteLine(
            plan.IsEmpty
                ? "The register holds all of it already."
                : $"{plan.Events.Count} event{(plan.Events.Count == 1 ? "" : "s")} {(dryRun ? "would be recorded" : "recorded")}, {plan.Events.Count(e => e.Corrects is not null)} of them corrections."
        );
        return ExitCode.Done;
    }
}
