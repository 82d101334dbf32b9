using System.CommandLine;
using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Consistency.Formats;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Hosting;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Commands;

/// <summary>Checks seeds or a database against the consistency rules, without changing anything.</summary>
static class CheckCommand
{
    /// <summary>A report format and the file to write it to; <c>null</c> for standard output.</summary>
    sealed record Output(ReportFormat Format, string? File);

    public static Command Command()
    {
        var database = new Option<string>("--database")
        {
            Description = "Check this SQLite file instead of seeds. The file is not changed",
            HelpName = "FILE",
        };
        var asOf = new Option<DateOnly?>("--as-of")
        {
            Description = "Check as of this day, YYYY-MM-DD. Events dated later are errors [default: today, UTC]",
            HelpName = "DAY",
            CustomParser = OptionValue.Day,
        };
        var knownAt = new Option<DateTimeOffset?>("--known-at")
        {
            Description = "Ignore what was recorded after this instant, for example 2026-11-23T21:00:00Z [default: check everything]",
            HelpName = "INSTANT",
            CustomParser = result =>
                OptionValue.Of(
                    result,
                    Instant.Parse,
                    text => $"'{text}' is not an instant with an offset. Write it like 2026-11-23T21:00:00Z."
                ),
        };
        var treaties = new Option<string[]>("--treaty")
        {
            Description = "Check only this treaty, by id (untoc) or MTDSG number (XVIII-12). Repeatable",
            HelpName = "ID",
        };
        var rules = new Option<string[]>("--rule")
        {
            Description = "Run only this rule. Repeatable. 'treatytracker explain' lists the rules",
            HelpName = "ID",
        };
        var failOn = new Option<Severity?>("--fail-on")
        {
            Description =
                "Exit with 1 if a finding that no waiver covers has this severity or a worse one: error, warning or information [default: "
                + "error]",
            HelpName = "SEVERITY",
            CustomParser = OptionValue.Word<Severity>,
        };
        var formats = new Option<Output[]>("--format")
        {
            Description =
                "Write the report as text (for people), json, junit, sarif or github (annotations, and a summary in the file named by "
                + "GITHUB_STEP_SUMMARY), to standard output or, with =FILE, to a file. Repeatable [default: text]",
            HelpName = "FORMAT[=FILE]",
            CustomParser = result => [.. result.Tokens.Select(t => OutputOf(t.Value, result.AddError)).OfType<Output>()],
        };
        var reconcile = new Option<bool>("--reconcile")
        {
            Description =
                "Compare published counts with computed ones. Shows the interval in which they diverge and the events that may be the "
                + "cause (text and json only)",
        };
        var fix = new Option<bool>("--fix")
        {
            Description =
                "First rewrite, in the seed files, values that are understood but not in canonical form: 'prk', 'KP' or 'Korea, "
                + "Republic of' "
                + "for a code, white space around a field, columns in another order. Nothing else in the files changes",
        };
        var command = new Command(
            "check",
            """
            Check seeds or a database against the consistency rules. Nothing is changed without --fix.
            Exit codes: 0 no finding at or above --fail-on, 1 at least one such finding, 2 the check could not run.
            """
        )
        {
            database,
            asOf,
            knownAt,
            treaties,
            rules,
            failOn,
            formats,
            reconcile,
            fix,
        }.WithSeeds();
        command.Validators.Add(result =>
        {
            if (result.GetResult(database) is not null && CommandLine.NamesSeeds(result))
                result.AddError("--seeds and --database cannot be combined. Use one of them.");
            if (result.GetResult(database) is not null && result.GetValue(fix))
                result.AddError("--fix and --database cannot be combined: only seed files are rewritten.");
            foreach (var id in result.GetValue(rules) ?? [])
                if (Catalogue.Find(id) is null)
                    result.AddError(ExplainCommand.UnknownRule(id));
        });
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(fix))
                Fix(CommandLine.SeedsOf(parsed));
            return Run(
                parsed.GetValue(database) is { } file
                    ? day => OfDatabase(file, day, parsed.GetValue(knownAt))
                    : day => CheckContext.OfSeeds(CommandLine.SeedsOf(parsed), day, parsed.GetValue(knownAt)),
                parsed.GetValue(database) is null ? DisplayPath(CommandLine.SeedsOf(parsed)) : "",
                parsed.GetValue(asOf) ?? DateOnly.FromDateTime(DateTime.UtcNow),
                parsed.GetValue(knownAt),
                parsed.GetValue(treaties) ?? [],
                parsed.GetValue(rules) ?? [],
                parsed.GetValue(failOn) ?? Severity.Error,
                parsed.GetValue(formats) is { Length: > 0 } asked ? asked : [new(ReportFormat.Text, null)],
                parsed.GetValue(reconcile)
            );
        });
        return command;
    }

    // Standard output may be a report in a format for programs.
    static void Fix(string seeds)
    {
        foreach (var (file, values) in SeedFixer.Fix(seeds))
            Console.Error.WriteLine(PlainText.Line($"{file}: {values} value{(values == 1 ? "" : "s")} rewritten in canonical form."));
    }

    static int Run(
        Func<DateOnly, CheckContext> read,
        string seeds,
        DateOnly asOf,
        DateTimeOffset? knownAt,
        string[] treaties,
        string[] rules,
        Severity failOn,
        Output[] outputs,
        bool reconcile
    )
    {
        if (
            outputs.Count(o => o.File is null) > 1
            && outputs.FirstOrDefault(o => o.File is null && o.Format is not (ReportFormat.Text or ReportFormat.Github)) is { } machine
        )
            return Fail(
                $"--format {machine.Format.WireName()} cannot share standard output with another format. "
                    + $"Write it to a file: --format {machine.Format.WireName()}=FILE."
            );
        CheckContext context;
        try
        {
            context = read(asOf);
        }
        catch (SeedException e) when (outputs.Any(o => o.Format is ReportFormat.Github))
        {
            foreach (var problem in e.Problems.Take(GithubReport.Annotated))
                Console.Out.Write(
                    GithubReport.Annotation(
                        "error",
                        seeds.Length == 0 || Path.IsPathRooted(problem.File) ? problem.File : $"{seeds}/{problem.File}",
                        problem.Line,
                        "unreadable seeds",
                        problem.Reason
                    )
                );
            throw;
        }

        var chosen = new List<string>();
        foreach (var asked in treaties)
        {
            var all = context.Facts.Treaties;
            if (TreatyNames.Find(all, asked) is not { } treaty)
                return Fail($"Unknown treaty '{asked}'.{TreatyNames.SuggestionText(all, asked)}");
            chosen.Add(treaty.Id);
        }
        var report = Checker.Run(context, context.Facts.Waivers, new() { Treaties = chosen, Rules = rules });
        var reconciliation = reconcile ? Reconciliation.Of(context) : null;
        if (reconciliation is not null && chosen.Count > 0)
            reconciliation = reconciliation with { Counts = [.. reconciliation.Counts.Where(c => chosen.Contains(c.Count.Treaty))] };
        var outcome = new Outcome(report, failOn, knownAt, seeds, reconciliation);
        try
        {
            foreach (var output in outputs)
                Write(outcome, output);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fail($"Cannot write the report: {e.Message}");
        }
        return outcome.Failing.Count == 0 ? ExitCode.Done : ExitCode.Findings;
    }

    static CheckContext OfDatabase(string file, DateOnly asOf, DateTimeOffset? knownAt) =>
        CheckContext.OfRegister(Register.LoadExisting(new Database(file)), asOf, knownAt);

    static void Write(Outcome outcome, Output output)
    {
        var text = outcome.In(output.Format);
        if (output.File is null)
        {
            // UTF-8 instead of the console's encoding, so that the report is the same on every system.
            Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
            Console.Out.Write(text);
        }
        else
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output.File))!);
            File.WriteAllText(output.File, text);
        }
        if (output.Format is ReportFormat.Github && Environment.GetEnvironmentVariable("GITHUB_STEP_SUMMARY") is { Length: > 0 } summary)
            File.AppendAllText(summary, GithubReport.Summary(outcome));
    }

    /// <summary>
    /// The seeds directory as shown in the report: relative to the root of the repository in CI, otherwise to the working directory. A
    /// directory outside both is not shown, so that the report does not depend on where it was created.
    /// </summary>
    static string DisplayPath(string seeds)
    {
        if (seeds == Settings.ShippedSeeds)
            return Path.GetFileName(seeds);
        foreach (
            var root in new[]
            {
                Environment.GetEnvironmentVariable("GITHUB_WORKSPACE"),
                Environment.GetEnvironmentVariable("CI_PROJECT_DIR"),
                Directory.GetCurrentDirectory(),
            }
        )
            if (
                !string.IsNullOrEmpty(root)
                && Path.GetRelativePath(Path.GetFullPath(root), Path.GetFullPath(seeds)).Replace('\\', '/') is var relative
                && !Path.IsPathRooted(relative)
                && !relative.StartsWith("..", StringComparison.Ordinal)
            )
                return relative == "." ? "" : relative;
        return "";
    }

    static int Fail(string message)
    {
        Console.Error.WriteLine(message);
        return ExitCode.CouldNotRun;
    }

    static Output? OutputOf(string text, Action<string> addError)
    {
        var parts = text.Split('=', 2);
        if (WireNames.Find<ReportFormat>(parts[0]) is not { } format)
            addError($"--format: {Suggestions.NotOneOf(parts[0], WireNames.All<ReportFormat>())}");
        else if (parts is [_, ""])
            addError($"--format: '{parts[0]}=' has no file name after '='.");
        else
            return new(format, parts.ElementAtOrDefault(1));
        return null;
    }
}
