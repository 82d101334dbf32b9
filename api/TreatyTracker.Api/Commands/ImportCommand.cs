using System.CommandLine;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Commands;

/// <summary>Imports seeds into the register: new rows become events, changed or removed rows become corrections.</summary>
static class ImportCommand
{
    public static Command Command()
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "Print what would be recorded, without writing anything" };
        var verbose = new Option<bool>("--verbose") { Description = "List every event of a first import too, not only their number" };
        var command = new Command(
            "import",
            "Import seeds into the register in one transaction. New rows become events; changed or removed rows become corrections. "
                + "Nothing is overwritten. Seeds with an error that no waiver covers are rejected."
        )
        {
            dryRun,
            verbose,
        }
            .WithSeeds()
            .WithDatabase();
        command.SetAction(parsed =>
            Run(CommandLine.DatabaseOf(parsed), CommandLine.SeedsOf(parsed), parsed.GetValue(dryRun), parsed.GetValue(verbose))
        );
        return command;
    }

    static int Run(Database database, string seeds, bool dryRun, bool verbose)
    {
        var now = DateTimeOffset.UtcNow;
        var facts = ValidatedSeeds.Read(seeds, DateOnly.FromDateTime(now.UtcDateTime));
        if (!dryRun)
            database.Prepare();
        var plan = dryRun
            ? Import.Plan(database.Exists ? Register.LoadExisting(database).Facts : Facts.None, facts, now)
            : Import.Run(database, facts, TimeProvider.System);
        if (IsFirst(plan) && !verbose)
            Console.WriteLine(
                $"First import: {facts.Treaties.Count} treaties, {facts.Participants.Count} States and organizations, "
                    + $"{facts.Sources.Count} sources. Use --verbose to list the events."
            );
        else
            foreach (var line in plan.Lines())
                Console.WriteLine(PlainText.Line(line));
        Console.WriteLine(
            plan.IsEmpty
                ? "The register already contains all of it."
                : $"{plan.Events.Count} event{(plan.Events.Count == 1 ? "" : "s")} {(dryRun ? "would be recorded" : "recorded")}, "
                    + $"{plan.Events.Count(e => e.Corrects is not null)} of them corrections."
        );
        return ExitCode.Done;
    }

    /// <summary>Whether every event of the seeds is new. The list of them says no more than the seeds.</summary>
    static bool IsFirst(ImportPlan plan) =>
        plan.Events.Count > 0 && plan.Events.Count == plan.Facts.Events.Count && plan.Events.All(e => e.Corrects is null);
}
