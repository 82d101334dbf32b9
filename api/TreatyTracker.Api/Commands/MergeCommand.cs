using System.CommandLine;
using System.Diagnostics;
using System.Text;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Api.StatusTables;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Commands;

/// <summary>Merges other people's status tables into seeds.</summary>
static class MergeCommand
{
    sealed record Options(
        string[] Files,
        StatusTableFormat? Format,
        string? Mapping,
        bool Accept,
        MergeFormat Output,
        bool Verbose,
        MergeOptions Merge
    );

    /// <summary>How long to wait for another merge into the same seeds.</summary>
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    static readonly TimeSpan s_quiet = TimeSpan.FromSeconds(2);

    public static Command Command()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "The documents: status tables in any of the formats of --as",
            Arity = ArgumentArity.OneOrMore,
        };
        var treaty = new Option<string?>("--treaty")
        {
            Description = "The treaty, by id (untoc) or MTDSG number (XVIII-12); with --new, the id of a new one",
            HelpName = "ID",
        };
        var all = new Option<bool>("--all") { Description = "Every treaty that the documents name, by their own number of it" };
        var format = new Option<StatusTableFormat?>("--as")
        {
            Description = $"The format: {string.Join(", ", WireNames.All<StatusTableFormat>())} [default: told from the content]",
            HelpName = "FORMAT",
            CustomParser = OptionValue.Word<StatusTableFormat>,
        };
        var mapping = new Option<string?>("--mapping")
        {
            Description =
                $"What the columns of a CSV table hold: {string.Join(", ", CsvMappings.Shipped.Select(m => m.Id))}, or a JSON "
                + "file [default: "
                + "the shipped one that fits the heading]",
            HelpName = "NAME|FILE",
        };
        var source = new Option<string?>("--source")
        {
            Description = "Id of the source that events cite; it is added to the seeds if they lack it [default: made of treaty and day]",
            HelpName = "ID",
        };
        var asAt = new Option<DateOnly?>("--as-at")
        {
            Description = "The day for which the table is stated, YYYY-MM-DD, where the document does not say it",
            HelpName = "DAY",
            CustomParser = OptionValue.Day,
        };
        var parties = new Option<int?>("--parties") { Description = "The number of parties, for a table without a header", HelpName = "N" };
        var signatories = new Option<int?>("--signatories") { Description = "The number of signatories, likewise", HelpName = "N" };
        var isNew = new Option<bool>("--new") { Description = "Start a treaty that the seeds lack from the header of its table" };
        var accept = new Option<bool>("--accept") { Description = "Write what the plan says. Without it, nothing is written" };
        var acceptLeft = new Option<bool>("--accept-left")
        {
            Description = "Take rows in square brackets for participants that left between the last known day and that of the table",
        };
        var output = new Option<MergeFormat?>("--format")
        {
            Description = "Print the plan as text (for people), json (for programs) or markdown (for pull requests) [default: text]",
            HelpName = "FORMAT",
            CustomParser = OptionValue.Word<MergeFormat>,
        };
        var verbose = new Option<bool>("--verbose") { Description = "Print every line of the plan as text, however long it is" };
        var command = new Command(
            "merge",
            """
            Compare status tables with the seeds, and print a plan: new events, corrections, and conflicts that a person must decide.
            Nothing is written without --accept. Conflicts go to decisions/<treaty>.csv; fill in its column 'decision' and merge again.
            Exit codes: 0 done or nothing to do, 1 something to decide, counts that differ or a document that was left out, 2 could not run.
            """
        )
        {
            files,
            treaty,
            all,
            format,
            mapping,
            source,
            asAt,
            parties,
            signatories,
            isNew,
            accept,
            acceptLeft,
            output,
            verbose,
        }.WithSeeds();
        command.Validators.Add(result =>
        {
            if (result.GetValue(all) == result.GetValue(treaty) is not null)
                result.AddError("Name the treaty with --treaty ID, or take every treaty of the documents with --all.");
            if (
                result.GetValue(all) && (result.GetResult(parties) ?? result.GetResult(signatories) ?? result.GetResult(source)) is not null
            )
                result.AddError("--parties, --signatories and --source are for one treaty. Name it with --treaty instead of --all.");
            if (new[] { parties, signatories }.Any(o => result.GetResult(o)?.Errors.Any() is false && result.GetValue(o) < 0))
                result.AddError("--parties and --signatories are 0 or more.");
        });
        command.SetAction(parsed =>
            Run(
                CommandLine.SeedsOf(parsed),
                new(
                    parsed.GetRequiredValue(files),
                    parsed.GetValue(format),
                    parsed.GetValue(mapping),
                    parsed.GetValue(accept),
                    parsed.GetValue(output) ?? MergeFormat.Text,
                    parsed.GetValue(verbose),
                    new()
                    {
                        Treaty = parsed.GetValue(treaty),
                        New = parsed.GetValue(isNew),
                        AsAt = parsed.GetValue(asAt),
                        Source = parsed.GetValue(source),
                        Parties = parsed.GetValue(parties),
                        Signatories = parsed.GetValue(signatories),
                        AcceptLeft = parsed.GetValue(acceptLeft),
                        Now = DateTimeOffset.UtcNow,
                    }
                )
            )
        );
        return command;
    }

    static int Run(string directory, Options options)
    {
        // Before the seeds are read: what another merge writes after that would be lost.
        using var held = options.Accept && Directory.Exists(directory) ? SeedLock.Take(directory, s_patience) : null;
        var seeds = SeedReader.ReadLenient(directory);
        var shared = seeds.Problems.Where(p => ValidatedSeeds.TreatyOf(p.File) is null).ToList();
        if (shared.Count > 0)
            throw new SeedException(shared);
        var faults = seeds.Problems.ToList();
        var sources = seeds.Facts.Sources.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var decisions = seeds.Facts.Treaties.ToDictionary(t => t.Id, t => DecisionsFile.Read(directory, t.Id, sources, faults));
        faults.RemoveAll(f => f.Fix is not null);
        var now = options.Merge.Now;
        var (documents, unreadable) = Read(options);
        var progress = Stopwatch.StartNew();
        var result = SeedMerge.Plan(
            seeds.Facts,
            documents,
            options.Merge with
            {
                // Seeds hold instants to the second.
                Now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)),
                Faults = faults
                    .GroupBy(f => Path.GetFileNameWithoutExtension(f.File))
                    .ToDictionary(g => g.Key, g => g.First().ToString(), StringComparer.Ordinal),
            },
            Resolver(seeds.Facts),
            id => decisions.GetValueOrDefault(id) ?? [],
            (done, of) => Report(progress, $"{done} of {of} tables compared")
        );
        result = result with { Refused = [.. unreadable, .. result.Refused] };
        var changes = SeedChanges.Of(seeds.Facts, result.Plans, result.Sources, decisions, result.Superseded);
        // UTF-8 instead of the console's encoding, so that the plan is the same on every system.
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        Console.Out.Write(
            options.Output switch
            {
                MergeFormat.Json => MergeJson.Of(result),
                MergeFormat.Markdown => MergeMarkdown.Of(result),
                _ => MergeText.Of(result, options.Verbose),
            }
        );
        if (options.Accept)
            SeedChanges.Write(directory, changes);
        Tell(directory, options, result, changes);
        return result is { Plans.Count: 0, Refused.Count: > 0 } ? ExitCode.CouldNotRun
            : result.NeedsDecision || result.Refused.Count > 0 ? ExitCode.Findings
            : ExitCode.Done;
    }

    /// <summary>What was written, or how to write it: for people, beside a plan that programs read.</summary>
    static void Tell(string directory, Options options, SeedMergeResult result, IReadOnlyList<(string Path, string? Text)> changes)
    {
        var to = options.Output is MergeFormat.Text ? Console.Out : Console.Error;
        foreach (var refused in result.Refused)
            Console.Error.WriteLine(PlainText.Line($"{refused.File}{(refused.Treaty is { } id ? $" ({id})" : "")}: {refused.Reason}"));
        if (result.Plans.Count == 0)
            return;
        var files = changes.Select(c => c.Path).Distinct().Count();
        if (files == 0)
            to.WriteLine("Nothing to write.");
        else if (options.Accept)
            to.WriteLine(PlainText.Line($"{files} file{(files == 1 ? "" : "s")} written in {directory}."));
        else
            to.WriteLine($"Nothing was written. --accept writes {files} file{(files == 1 ? "" : "s")}.");
        var open = result.Plans.Where(p => p.Conflicts.Count > 0).Select(p => SeedFormat.Decisions(p.Treaty.Id)).Distinct().ToList();
        if (open.Count > 0)
            to.WriteLine(
                $"{(options.Accept ? "Decide in" : "--accept writes the conflicts to")} {string.Join(", ", open.Take(5))}"
                    + $"{(open.Count > 5 ? $" and {open.Count - 5} more files" : "")}: fill in the column 'decision', and merge again."
            );
    }

    static (List<MergeDocument> Documents, List<RefusedTable> Unreadable) Read(Options options)
    {
        var mapping = options.Mapping is { } name ? CsvMappings.Find(name) : null;
        var progress = Stopwatch.StartNew();
        var done = 0;
        var read = options
            .Files.AsParallel()
            .AsOrdered()
            .Select(file =>
            {
                try
                {
                    return (File: file, Table: StatusTableReader.ReadFile(file, options.Format, mapping), Reason: "");
                }
                catch (StatusTableException e)
                {
                    return (File: file, Table: (StatusTable?)null, Reason: e.Message);
                }
                finally
                {
                    Report(progress, $"{Interlocked.Increment(ref done)} of {options.Files.Length} documents read");
                }
            })
            .ToList();
        return (
            [.. read.Where(r => r.Table is not null).Select(r => new MergeDocument(r.File, r.Table!))],
            [.. read.Where(r => r.Table is null).Select(r => new RefusedTable(r.File, null, r.Reason))]
        );
    }

    /// <summary>
    /// Names as the register knows them. A code counts only where the name is unknown: publishers have codes of their own.
    /// </summary>
    static Func<StatusTableRow, DateOnly, RowParticipant> Resolver(Facts facts)
    {
        var resolver = NameResolver.Of(facts);
        var known = new Dictionary<(string Name, DateOnly On), NameMatch>();
        NameMatch Match(string name, DateOnly on) =>
            known.TryGetValue((name, on), out var match) ? match : known[(name, on)] = resolver.Resolve(name, on);
        return (row, on) =>
        {
            var byName = Match(row.Name, on);
            if (byName.Participant is { } named)
                return new(named.Code, null);
            // A name that means something else, or several participants, is not overruled by a code.
            return byName.Reason is UnresolvedReason.Unknown && row.Code is { } code && Match(code, on).Participant is { } coded
                ? new(coded.Code, null)
                : new(null, byName.Detail ?? "The name is not known.");
        };
    }

    // On standard error, and only where it takes long: the plan is what is printed.
    static void Report(Stopwatch since, string text)
    {
        lock (since)
        {
            if (since.Elapsed < s_quiet)
                return;
            Console.Error.WriteLine(text);
            since.Restart();
        }
    }
}
