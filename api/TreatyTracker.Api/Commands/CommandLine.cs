using System.CommandLine;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Hosting;
using TreatyTracker.Api.Seeds;

namespace TreatyTracker.Api.Commands;

/// <summary>The verbs: a bare first word is one of them; without any, the program serves.</summary>
static class CommandLine
{
    static readonly Dictionary<string, Option<string>> s_options = Settings.All.ToDictionary(
        s => s.Name,
        s => new Option<string>(s.Option)
        {
            Description =
                $"{s.Meaning} [default: {s.Variable}, or {(s.Default == Settings.ShippedSeeds ? "those that come with the service" : s.Default.Length > 0 ? s.Default : "none")}]",
            HelpName = s.Placeholder,
        }
    );

    /// <summary>A command that works on a database.</summary>
    public static Command WithDatabase(this Command command) => command.With("database");

    /// <summary>A command that reads seeds.</summary>
    public static Command WithSeeds(this Command command) => command.With("seeds");

    static Command With(this Command command, string setting)
    {
        command.Options.Add(s_options[setting]);
        return command;
    }

    /// <summary>The database that the arguments or the environment name.</summary>
    public static Database DatabaseOf(ParseResult parsed) => new(SettingsOf(parsed).Database);

    /// <summary>The directory of seeds that the arguments or the environment name.</summary>
    public static string SeedsOf(ParseResult parsed) => SettingsOf(parsed).Seeds;

    /// <summary>Whether the arguments themselves name a directory of seeds.</summary>
    public static bool NamesSeeds(System.CommandLine.Parsing.CommandResult result) => result.GetResult(s_options["seeds"]) is not null;

    static Settings SettingsOf(ParseResult parsed) =>
        Settings.Read(
            setting =>
                parsed.CommandResult.Command.Options.Contains(s_options[setting.Name]) ? parsed.GetValue(s_options[setting.Name]) : null,
            Environment.GetEnvironmentVariables()
        );

    /// <summary>Runs what the arguments say.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static int Run(string[] args)
    {
        var serves = args is [] || (args[0].StartsWith('-') && args[0] is not ("--help" or "-h" or "-?" or "--version"));
        try
        {
            return RunVerb(serves ? ["serve", .. args] : args);
        }
        catch (Exception e)
            when (e
                    is SettingException
                        or DatabaseException
                        or SeedException
                        or IOException
                        or FormatException
                        or InvalidDataException
                        or UnauthorizedAccessException
            )
        {
            Console.Error.WriteLine(e.Message);
            return ExitCode.CouldNotRun;
        }
    }

    static int RunVerb(string[] args)
    {
        var root = new RootCommand(
            """
            Treaty Tracker: who is bound by which treaty, on any day.

            Without a command it serves: it makes, migrates and seeds its database and answers on http://localhost:8080.
            Exit codes: 0 done, 1 a check found something, 2 could not run (a sentence on stderr says why).
            """
        );
        var serve = ServeCommand();
        root.Subcommands.Add(serve);
        root.Subcommands.Add(CheckCommand.Command());
        root.Subcommands.Add(ExplainCommand.Command());
        root.Subcommands.Add(ImportCommand.Command());
        root.Subcommands.Add(ExportCommand.Command());
        root.Subcommands.Add(BackupCommand.Command());
        root.Subcommands.Add(RestoreCommand.Command());
        root.Subcommands.Add(HealthCommand.Command());

        var parsed = root.Parse(args);
        // Without an action of its own: not its --help. The host reads the arguments again, and ends on the signals that it knows.
        if (parsed.Errors.Count == 0 && parsed.CommandResult.Command == serve && parsed.Action is null)
        {
            if (parsed.UnmatchedTokens.FirstOrDefault(t => !t.Contains(':', StringComparison.Ordinal) && !t.EndsWith('=')) is not { } stray)
                return Commands.ServeCommand.Run(SettingsOf(parsed), args[1..]);
            Console.Error.WriteLine(
                $"'{stray}' is not an option of serve.{Suggestions.SuggestionText(stray, serve.Options.Where(o => !o.Hidden).Select(o => o.Name))} treatytracker serve --help lists them."
            );
            return ExitCode.CouldNotRun;
        }
        if (parsed.Errors.Count == 0)
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        foreach (var error in parsed.Errors)
            Console.Error.WriteLine(error.Message);
        Console.Error.WriteLine("treatytracker --help lists the commands and their options.");
        return ExitCode.CouldNotRun;
    }

    static Command ServeCommand()
    {
        var serve = new Command(
            "serve",
            "Serve the API; what the program does without a command. Settings of the host go as --Section:Key=VALUE."
        );
        foreach (var option in s_options.Values)
            serve.Options.Add(option);
        serve.Options.Add(
            new Option<string>("--urls")
            {
                Description = $"Addresses to serve on, parted by ';' [default: {Settings.DefaultUrl}]",
                HelpName = "URLS",
            }
        );
        // What the host itself is started with.
        foreach (var name in new[] { "--environment", "--contentRoot", "--applicationName", "--http_ports", "--https_ports" })
            serve.Options.Add(new Option<string>(name) { Hidden = true });
        serve.TreatUnmatchedTokensAsErrors = false;
        return serve;
    }
}
