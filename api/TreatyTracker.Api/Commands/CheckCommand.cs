using System.CommandLine;
using System.CommandLine.Parsing;
using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Consistency.Formats;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Hosting;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Commands;

/// <summary>Holds seeds or a database against the consistency rules. It changes nothing.</summary>
static class CheckCommand
{
    /// <summary>A format and the file that it is written to; <c>null</c> for standard output.</summary>
    sealed record Output(ReportFormat Format, string? File);

    public static Command Command()
    {
        var database = new Option<string>("--database")
        {
            Description = "Check this SQLite file instead of seeds; it is only read",
            HelpName = "FILE",
        };
        var asOf = new Option<DateOnly?>("--as-of")
        {
            Description = "Check as of this day, YYYY-MM-DD: nothing later may have happened yet [default: today, UTC]",
            HelpName = "DAY",
            CustomParser = result =>
                Value(result, Instant.ParseDay, text => $"'{text}' is not a day of the calendar; write YYYY-MM-DD, such as 2017-06-30."),
        };
        var knownAt = new Option<DateTimeOffset?>("--known-at")
        {
            Description = "Check what the record knew at this instant, such as 2026-11-23T21:00:00Z [default: all that it knows]",
            HelpName = "INSTANT",
            CustomParser = result =>
                Value(result, Instant.Parse, text => $"'{text}' is not an instant with its offset; write it as 2026-11-23T21:00:00Z."),
        };
        var treaties = new Option<string[]>("--treaty")
        {
            Description = "Check only this treaty, by id (untoc) or MTDSG number (XVIII-12); repeatable",
            HelpName = "ID",
        };
        var rules = new Option<string[]>("--rule")
        {
            Description = "Run only this rule; repeatable. 'treatytracker explain' lists the rules",
            HelpName = "ID",
        };
        var failOn = new Option<Severity?>("--fail-on")
        {
            Description =
                "End with 1 when a finding that no waiver covers is at least this bad: error, warning or information [default: error]",
            HelpName = "SEVERITY",
            CustomParser = result => Value(result, WireNames.Find<Severity>, text => Suggestions.NotOneOf(text, WireNames.All<Severity>())),
        };
        var formats = new Option<Output[]>("--format")
        {
            Description =
                "Report as text (for people), json, junit, sarif or github (annotations, and a summary into the file that GITHUB_STEP_SUMMARY names), "
                + "to standard output or, with =FILE, to a file; repeatable [default: text]",
            HelpName = "FORMAT[=FILE]",
            CustomParser = result => [.. result.Tokens.Select(t => OutputOf(t.Value, result.AddError)).OfType<Output>()],
        };
        var reconcile = new Option<bool>("--reconcile")
        {
            Description =
                "Add the published counts beside the computed ones, with the interval in which they drift apart and the suspects (in text and json)",
        };
        var command = new Command(
            "check",
            """
            Hold seeds, or a database, against the consistency rules. Nothing is changed.
            Ends with 0 when nothing is found at or above --fail-on, 1 when something is, 2 when it could not run.
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
        }.WithSeeds();
        command.Validators.Add(result =>
        {
            if (result.GetResult(database) is not null && CommandLine.NamesSeeds(result))
                result.AddError("--seeds and --database are both given; check one of them.");
            foreach (var id in result.GetValue(rules) ?? [])
                if (Catalogue.Find(id) is null)
                    result.AddError(ExplainCommand.UnknownRule(id));
        });
        command.SetAction(parsed =>
            Run(
                parsed.GetValue(database) is { } file
                    ? day => OfDatabase(file, day, parsed.GetValue(knownAt))
                    : day => CheckContext.OfSeeds(CommandLine.SeedsOf(parsed), day, parsed.GetValue(knownAt)),
                parsed.GetValue(database) is null ? Shown(CommandLine.SeedsOf(parsed)) : "",
                parsed.GetValue(asOf) ?? DateOnly.FromDateTime(DateTime.UtcNow),
                parsed.GetValue(knownAt),
                parsed.GetValue(treaties) ?? [],
                parsed.GetValue(rules) ?? [],
                parsed.GetValue(failOn) ?? Severity.Error,
                parsed.GetValue(formats) is { Length: > 0 } asked ? asked : [new(ReportFormat.Text, null)],
                parsed.GetValue(reconcile)
            )
        );
        return command;
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
            return Refuse(
                $"--format {machine.Format.WireName()} needs standard output for itself; give it a file: --format {machine.Format.WireName()}=FILE."
            );
        CheckContext record;
        try
        {
            record = read(asOf);
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
            var all = record.Facts.Treaties;
            if (
                all.FirstOrDefault(t =>
                    t.Id.Equals(asked, StringComparison.OrdinalIgnoreCase) || t.Mtdsg.Equals(asked, StringComparison.OrdinalIgnoreCase)
                )
                is not { } treaty
            )
                return Refuse(
                    $"There is no treaty '{asked}'.{Suggestions.SuggestionText(asked, all.SelectMany(t => new[] { t.Id, t.Mtdsg }))}"
                );
            chosen.Add(treaty.Id);
        }
        var report = Checker.Run(record, record.Facts.Waivers, new() { Treaties = chosen, Rules = rules });
        var reconciliation = reconcile ? Reconciliation.Of(record) : null;
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
            return Refuse($"The report cannot be written: {e.Message}");
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
            // Bytes, not the console's own encoding: the report is the same on every system.
            using var stream = Console.OpenStandardOutput();
            stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
        }
        else
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output.File))!);
            File.WriteAllText(output.File, text);
        }
        if (output.Format is ReportFormat.Github && Environment.GetEnvironmentVariable("GITHUB_STEP_SUMMARY") is { Length: > 0 } summary)
            File.AppendAllText(summary, outcome.GithubSummary());
    }

    /// <summary>
    /// How the report names the seeds directory: from the root of the repository that CI checked out, else from the working directory; a
    /// directory
    /// outside of both is not named, so that a report does not depend on where it was made.
    /// </summary>
    static string Shown(string seeds)
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

    static int Refuse(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return ExitCode.CouldNotRun;
    }

    static T? Value<T>(ArgumentResult result, Func<string, T?> read, Func<string, string> complaint)
        where T : struct
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        var value = read(text);
        if (value is null)
            result.AddError($"--{((OptionResult)result.Parent!).Option.Name.TrimStart('-')}: {complaint(text)}");
        return value;
    }

    static Output? OutputOf(string text, Action<string> complain)
    {
        var parts = text.Split('=', 2);
        if (WireNames.Find<ReportFormat>(parts[0]) is not { } format)
            complain($"--format: {Suggestions.NotOneOf(parts[0], WireNames.All<ReportFormat>())}");
        else if (parts is [_, ""])
            complain($"--format: {parts[0]}= names no file.");
        else
            return new(format, parts.ElementAtOrDefault(1));
        return null;
    }
}
