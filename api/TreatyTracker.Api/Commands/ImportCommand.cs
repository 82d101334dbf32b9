using System.CommandLine;
using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Commands;

/// <summary>Imports seeds into the register: new rows become events, changed rows corrections.</summary>
static class ImportCommand
{
    sealed record Options(bool DryRun, bool Verbose, bool Retract, bool KeepGoing, string[] Treaties);

    public static Command Command()
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "Print what would be recorded, without writing anything" };
        var verbose = new Option<bool>("--verbose") { Description = "List every event of a first import too, not only their number" };
        var retract = new Option<bool>("--retract")
        {
            Description = "Retract recorded events that the seeds lack. Without it they stay, and their number is printed",
        };
        var treaties = new Option<string[]>("--treaty")
        {
            Description = "Import only this treaty, by id (untoc) or MTDSG number (XVIII-12). Repeatable",
            HelpName = "ID",
        };
        var keepGoing = new Option<bool>("--keep-going")
        {
            Description = "Import the treaties without errors, and nothing of the others. Exit code 1 if there are others",
        };
        var command = new Command(
            "import",
            "Import seeds into the register in one transaction. New rows become events; changed rows become corrections. "
                + "Nothing is overwritten, and nothing is retracted unless you ask for it. "
                + "Seeds with an error that no waiver covers are rejected."
        )
        {
            dryRun,
            verbose,
            retract,
            treaties,
            keepGoing,
        }
            .WithSeeds()
            .WithDatabase();
        command.SetAction(parsed =>
            Run(
                CommandLine.DatabaseOf(parsed),
                CommandLine.SeedsOf(parsed),
                new(
                    parsed.GetValue(dryRun),
                    parsed.GetValue(verbose),
                    parsed.GetValue(retract),
                    parsed.GetValue(keepGoing),
                    parsed.GetValue(treaties) ?? []
                )
            )
        );
        return command;
    }

    static int Run(Database database, string directory, Options options)
    {
        var now = DateTimeOffset.UtcNow;
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var seeds = ValidatedSeeds.ReadEach(directory, today);
        var faulty = seeds.Problems.ToLookup(p => ValidatedSeeds.TreatyOf(p) ?? "");
        var chosen = Chosen(seeds, faulty.Select(f => f.Key), options.Treaties);
        var problems = chosen is null ? seeds.Problems : [.. seeds.Problems.Where(p => chosen.Contains(ValidatedSeeds.TreatyOf(p) ?? ""))];
        if (problems.Count > 0 && !options.KeepGoing)
            throw ValidatedSeeds.Unsound(problems);
        if (!options.DryRun)
            database.Prepare();
        var register = (options.DryRun || options.KeepGoing) && database.Exists ? Register.LoadExisting(database) : null;
        var held = register?.Facts ?? Facts.None;
        var facts = seeds.Facts;
        if (options.KeepGoing)
            (facts, problems) = WithoutFaults(seeds, facts, held, Scope(), problems, now);
        ImportOptions Scope() =>
            new()
            {
                Retract = options.Retract,
                // A faulty treaty is none of those that the seeds lack.
                Treaties =
                    options.KeepGoing && seeds.Problems.Count > 0 || chosen is not null
                        ? facts.Treaties.Select(t => t.Id).Where(id => chosen?.Contains(id) ?? true).ToHashSet()
                        : null,
            };
        var scope = Scope();
        void Check(Facts before, ImportPlan plan)
        {
            if (Moved(before, plan, seeds, today) is { Count: > 0 } moved)
                throw new SeedException(moved);
        }
        ImportPlan plan;
        if (options.DryRun)
            Check(held, plan = Import.Plan(held, facts, now, scope, register?.Log));
        else
            plan = Import.Run(database, facts, TimeProvider.System, scope, Check);
        Print(plan, facts, options);
        if (problems.Count == 0)
            return ExitCode.Done;
        var names = problems.Select(p => ValidatedSeeds.TreatyOf(p)).Distinct().Order(StringComparer.Ordinal).ToList();
        Console.Error.WriteLine(
            $"{names.Count} treat{(names.Count == 1 ? "y was" : "ies were")} not imported ({string.Join(", ", names)}), because of "
                + $"{problems.Count} problem{(problems.Count == 1 ? "" : "s")}:"
        );
        foreach (var problem in problems)
            Console.Error.WriteLine(problem.ToString());
        return ExitCode.Findings;
    }

    /// <summary>The ids of the treaties asked for; <c>null</c> where none is named.</summary>
    static HashSet<string>? Chosen(ValidatedSeeds seeds, IEnumerable<string> faulty, string[] asked)
    {
        if (asked.Length == 0)
            return null;
        var chosen = new HashSet<string>(StringComparer.Ordinal);
        var ids = seeds.Facts.Treaties.Select(t => t.Id).Concat(faulty).ToList();
        foreach (var name in asked)
            chosen.Add(
                seeds.Facts.Treaties.FirstOrDefault(t => t.Mtdsg.Equals(name, StringComparison.OrdinalIgnoreCase))?.Id
                    ?? ids.Find(id => id.Equals(name, StringComparison.OrdinalIgnoreCase))
                    ?? throw new FormatException(
                        $"Unknown treaty '{name}' in these seeds."
                            + Suggestions.SuggestionText(name, ids.Concat(seeds.Facts.Treaties.Select(t => t.Mtdsg)))
                    )
            );
        return chosen;
    }

    /// <summary>Leaves out, beside the faulty treaties, those that need one of them and those that an import must refuse.</summary>
    static (Facts Facts, IReadOnlyList<SeedProblem> Problems) WithoutFaults(
        ValidatedSeeds seeds,
        Facts facts,
        Facts held,
        ImportOptions scope,
        IReadOnlyList<SeedProblem> problems,
        DateTimeOffset now
    )
    {
        var known = facts.Treaties.Concat(held.Treaties).Select(t => t.Id).ToHashSet();
        var more = new List<SeedProblem>(problems);
        for (
            List<Treaty> orphans;
            (orphans = [.. facts.Treaties.Where(t => t.Parent is { } parent && !known.Contains(parent))]).Count > 0;

        )
        {
            more.AddRange(
                orphans.Select(t => new SeedProblem(
                    SeedFormat.Treaty(t.Id),
                    1,
                    $"its parent '{t.Parent}' is not imported, and the register lacks it"
                ))
            );
            facts = ValidatedSeeds.Without(facts, orphans.Select(t => t.Id).ToHashSet());
            known = facts.Treaties.Concat(held.Treaties).Select(t => t.Id).ToHashSet();
        }
        var reach = scope.Treaties is null
            ? scope
            : scope with
            {
                Treaties = facts.Treaties.Select(t => t.Id).Where(scope.Treaties.Contains).ToHashSet(),
            };
        var moved = Moved(held, Import.Plan(held, facts, now, reach), seeds, DateOnly.FromDateTime(now.UtcDateTime));
        more.AddRange(moved);
        return (
            ValidatedSeeds.Without(facts, moved.Select(m => ValidatedSeeds.TreatyOf(m)!).ToHashSet()),
            [.. more.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line)]
        );
    }

    /// <summary>The consents that a plan would move past their own entry into force, and that no waiver covers.</summary>
    static List<SeedProblem> Moved(Facts held, ImportPlan plan, ValidatedSeeds seeds, DateOnly today)
    {
        var corrected = plan.Events.Where(e => e.CorrectedKind?.IsConsent() is true).Select(e => e.Corrects!).ToHashSet();
        if (corrected.Count == 0)
            return [];
        var after = CheckContext.OfRegister(Register.Of(plan.Facts with { Events = [.. held.Events, .. plan.Events] }), today);
        return
        [
            .. Checker
                .Run(after, plan.Facts.Waivers, new() { Rules = [Waiver.OfMovedConsent] })
                .Failing(Severity.Error)
                .Where(f => f.Events.Any(corrected.Contains))
                .Select(f =>
                {
                    var act = after.View.Acts.First(a => a.Id == f.Events[0]);
                    var (file, line) = seeds.Lines.GetValueOrDefault(
                        EventIds.Of(act.Treaty, act.Participant, act.Kind, act.Date),
                        (SeedFormat.Events(act.Treaty), 1)
                    );
                    return new SeedProblem(
                        file,
                        line,
                        $"{f.Found} Did it leave and come back? Then add the withdrawal and keep the old row beside the new one. If the "
                            + $"recorded day was wrong, add to {SeedFormat.Waivers}: {f.Rule},{f.Treaty},{f.Participant},,"
                            + $"{Instant.Text(act.Date)},REASON,SOURCE, ({f.Rule})",
                        f.Rule
                    );
                }),
        ];
    }

    static void Print(ImportPlan plan, Facts facts, Options options)
    {
        if (IsFirst(plan) && options is { Verbose: false, Treaties: [] })
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
                : $"{plan.Events.Count} event{(plan.Events.Count == 1 ? "" : "s")} {(options.DryRun ? "would be recorded" : "recorded")}, "
                    + $"{plan.Events.Count(e => e.Corrects is not null)} of them corrections."
        );
        if (plan.Kept.Count > 0)
        {
            foreach (var id in options.Verbose ? plan.Kept : [])
                Console.WriteLine(PlainText.Line($"  {id} is not in the seeds"));
            Console.WriteLine(
                $"{plan.Kept.Count} recorded event{(plan.Kept.Count == 1 ? " is" : "s are")} not in these seeds and "
                    + $"stay{(plan.Kept.Count == 1 ? "s" : "")}. --retract would retract {(plan.Kept.Count == 1 ? "it" : "them")}."
            );
        }
        var missing = plan.Facts.Treaties.Count - facts.Treaties.Count;
        if (options.Treaties.Length == 0 && !options.KeepGoing && missing > 0)
            Console.WriteLine(
                $"{missing} treat{(missing == 1 ? "y of the register is" : "ies of the register are")} not in these seeds and "
                    + $"stay{(missing == 1 ? "s" : "")}."
            );
    }

    /// <summary>Whether every event of the seeds is new. The list of them says no more than the seeds.</summary>
    static bool IsFirst(ImportPlan plan) =>
        plan.Events.Count > 0 && plan.Events.Count == plan.Facts.Events.Count && plan.Events.All(e => e.Corrects is null);
}
