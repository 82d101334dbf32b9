using System.CommandLine;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features.Service;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Api.StatusTables;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Commands;

/// <summary>Downloads the depositary's status tables.</summary>
static class FetchCommand
{
    const int DefaultTimeout = 60;

    /// <summary>So many treaties are named that are not asked for.</summary>
    const int Named = 5;

    const string DefaultDirectory = "status-tables";

    public static Command Command()
    {
        var treaties = new Option<string[]>("--treaty")
        {
            Description = "The treaty, by id (untoc) or MTDSG number (XVIII-12). Repeatable",
            HelpName = "ID",
        };
        var all = new Option<bool>("--all") { Description = "Every treaty of the seeds that the depositary of the address keeps" };
        var to = new Option<string?>("--to")
        {
            Description =
                $"The directory for the documents, each named for its treaty. It is created if missing [default: {DefaultDirectory}]",
            HelpName = "DIR",
        };
        var timeout = new Option<int?>("--timeout")
        {
            Description = $"How long one document may take, in seconds [default: {DefaultTimeout}]",
            HelpName = "SECONDS",
        };
        var command = new Command(
            "fetch",
            """
            Download the depositary's status tables, one at a time, for 'treatytracker merge'. A table that has not changed is not
            downloaded again. An answer that is not a status table of its treaty, such as a maintenance page, is an error and is not saved.
            Exit codes: 0 every table is there and current, 2 at least one is not.
            """
        )
        {
            treaties,
            all,
            to,
            timeout,
        }
            .WithSeeds()
            .WithAddressTemplate();
        command.Validators.Add(result =>
        {
            if (result.GetValue(all) == (result.GetValue(treaties) is { Length: > 0 }))
                result.AddError("Name the treaties with --treaty ID, or take all of them with --all.");
            if (result.GetResult(timeout)?.Errors.Any() is not true && result.GetValue(timeout) is < 1 or > 3600)
                result.AddError("--timeout is a whole number of seconds from 1 to 3600.");
        });
        command.SetAction(
            (parsed, cancel) =>
                Run(
                    CommandLine.SeedsOf(parsed),
                    parsed.GetValue(treaties) ?? [],
                    CommandLine.AddressTemplateOf(parsed),
                    parsed.GetValue(to) ?? DefaultDirectory,
                    TimeSpan.FromSeconds(parsed.GetValue(timeout) ?? DefaultTimeout),
                    cancel
                )
        );
        return command;
    }

    static async Task<int> Run(string seeds, string[] asked, string template, string directory, TimeSpan timeout, CancellationToken cancel)
    {
        var known = SeedReader.ReadLenient(seeds).Facts.Treaties;
        var chosen = asked.Length == 0 ? known : [.. asked.Select(name => Find(known, name))];
        Directory.CreateDirectory(directory);
        using var download = new TableDownload(GetVersion.OfService, timeout);
        var failed = 0;
        var others = new List<string>();
        foreach (var treaty in chosen)
        {
            if (TableAddress.Of(template, treaty) is not { } address)
            {
                others.Add(treaty.Id);
                continue;
            }
            try
            {
                var (file, rows) = await download.Save(address, directory, treaty, cancel);
                Console.WriteLine(
                    PlainText.Line(rows is null ? $"{treaty.Id}: not changed since {file} was saved" : $"{treaty.Id}: {file}, {rows} rows")
                );
            }
            catch (StatusTableException e)
            {
                failed++;
                Console.Error.WriteLine(PlainText.Line($"{treaty.Id}: {e.Message}"));
            }
        }
        if (others.Count > 0)
            (asked.Length > 0 ? Console.Error : Console.Out).WriteLine(
                "Not asked for, because the address does not suit treaties that another depositary keeps: "
                    + string.Join(", ", others.Take(Named))
                    + (others.Count > Named ? $" and {others.Count - Named} more." : ".")
            );
        return failed > 0 || (asked.Length > 0 && others.Count > 0) ? ExitCode.CouldNotRun : ExitCode.Done;
    }

    static Treaty Find(IReadOnlyList<Treaty> treaties, string name) =>
        TreatyNames.Find(treaties, name)
        ?? throw new FormatException($"Unknown treaty '{name}' in these seeds.{TreatyNames.SuggestionText(treaties, name)}");
}
