using System.CommandLine;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features.Webhooks;
using TreatyTracker.Api.Hosting;
using TreatyTracker.Api.Seeds;

namespace TreatyTracker.Api.Commands;

/// <summary>The commands. If the first argument is missing or is an option, the program serves.</summary>
static class CommandLine
{
    static readonly Dictionary<string, Option<string>> s_options = Settings.All.ToDictionary(
        s => s.Name,
        s => new Option<string>(s.Option)
        {
            Description = $"{s.Description} [default: {s.Variable}, or {DefaultOf(s)}]",
            HelpName = s.Placeholder,
        }
    );

    static readonly Command s_serve = ServeCommand();

    // Made once: what it is made of must not change while a command line is parsed.
    static readonly RootCommand s_root = Root();

    static string DefaultOf(Setting setting) =>
        setting.Default == Settings.ShippedSeeds ? "the seeds shipped with the service"
        : setting.Default.Length > 0 ? setting.Default
        : "none";

    /// <summary>Adds <c>--database</c> to a command.</summary>
    public static Command WithDatabase(this Command command) => command.With("database");

    /// <summary>Adds <c>--seeds</c> to a command.</summary>
    public static Command WithSeeds(this Command command) => command.With("seeds");

    /// <summary>Adds <c>--address-template</c> to a command.</summary>
    public static Command WithAddressTemplate(this Command command) => command.With("address-template");

    /// <summary>Adds <c>--webhooks-private</c> to a command.</summary>
    public static Command WithWebhooksPrivate(this Command command) => command.With("webhooks-private");

    static Command With(this Command command, string setting)
    {
        command.Options.Add(s_options[setting]);
        return command;
    }

    /// <summary>The database named by the arguments or the environment.</summary>
    public static Database DatabaseOf(ParseResult parsed) => new(SettingsOf(parsed).Database);

    /// <summary>The seeds directory named by the arguments or the environment.</summary>
    public static string SeedsOf(ParseResult parsed) => SettingsOf(parsed).Seeds;

    /// <summary>The address of status tables named by the arguments or the environment.</summary>
    public static string AddressTemplateOf(ParseResult parsed) => SettingsOf(parsed).AddressTemplate;

    /// <summary>Which addresses webhooks may call, as the arguments or the environment say.</summary>
    public static WebhookOptions WebhooksOf(ParseResult parsed) => new(SettingsOf(parsed).WebhooksPrivate);

    /// <summary>Whether the arguments, not the environment, name a seeds directory.</summary>
    public static bool NamesSeeds(System.CommandLine.Parsing.CommandResult result) => result.GetResult(s_options["seeds"]) is not null;

    static Settings SettingsOf(ParseResult parsed) =>
        Settings.Read(
            setting =>
                parsed.CommandResult.Command.Options.Contains(s_options[setting.Name]) ? parsed.GetValue(s_options[setting.Name]) : null,
            Environment.GetEnvironmentVariables()
        );

    /// <summary>Runs the command that the arguments name.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static int Run(string[] args)
    {
        PlainTextWriter.Install();
        var serves = args is [] || (args[0].StartsWith('-') && args[0] is not ("--help" or "-h" or "-?" or "--version"));
        try
        {
            return RunCommand(serves ? ["serve", .. args] : args);
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
            // Each problem of seeds has its own line. Any other message is one line, whatever names and values it quotes.
            Console.Error.WriteLine(e is SeedException ? e.Message : PlainText.Line(e.Message));
            return ExitCode.CouldNotRun;
        }
    }

    static RootCommand Root() =>
        new(
            """
            Treaty Tracker: who is bound by which treaty, on any day.

            Without a command, it creates, migrates and seeds its database, and serves the API on http://localhost:8080.
            Exit codes: 0 success, 1 something needs attention (findings, conflicts), 2 the command could not run (stderr says why).
            """
        )
        {
            s_serve,
            CheckCommand.Command(),
            ExplainCommand.Command(),
            ResolveCommand.Command(),
            ImportCommand.Command(),
            FetchCommand.Command(),
            MergeCommand.Command(),
            ExportCommand.Command(),
            BackupCommand.Command(),
            RestoreCommand.Command(),
            VerifyCommand.Command(),
            KeysCommand.Command(),
            WebhooksCommand.Command(),
            HealthCommand.Command(),
        };

    static int RunCommand(string[] args)
    {
        var parsed = s_root.Parse(args);
        // A null action means that this is not serve --help. The host parses the arguments again and handles signals itself.
        if (parsed.Errors.Count == 0 && parsed.CommandResult.Command == s_serve && parsed.Action is null)
        {
            if (parsed.UnmatchedTokens.FirstOrDefault(t => !t.Contains(':', StringComparison.Ordinal) && !t.EndsWith('=')) is not { } stray)
                return Commands.ServeCommand.Run(SettingsOf(parsed), args[1..]);
            Console.Error.WriteLine(Unknown(stray, s_serve));
            return ExitCode.CouldNotRun;
        }
        if (parsed.Errors.Count == 0)
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        // One unknown word causes several errors, such as a missing command. The first unknown word explains them.
        if (parsed.UnmatchedTokens is [var unknown, ..])
            Console.Error.WriteLine(PlainText.Line(Unknown(unknown, parsed.CommandResult.Command)));
        else
            foreach (var error in parsed.Errors)
                Console.Error.WriteLine(PlainText.Line(error.Message));
        Console.Error.WriteLine("'treatytracker --help' lists the commands, 'treatytracker COMMAND --help' their options.");
        return ExitCode.CouldNotRun;
    }

    /// <summary>The error for an argument that a command does not have, with suggestions.</summary>
    static string Unknown(string argument, Command command)
    {
        var isOption = argument.StartsWith('-');
        var names = isOption
            ? command.Options.Where(o => !o.Hidden).Select(o => o.Name.TrimStart('-'))
            : command.Subcommands.Select(c => c.Name);
        var what =
            isOption ? "option"
            : command is RootCommand ? "command"
            : "argument";
        // Only the name counts for the suggestion, not the value in --name=value.
        var suggestion = Suggestions.To(argument.TrimStart('-').Split('=')[0], names, most: 1) is [var name]
            ? $" Did you mean {(isOption ? "--" : "")}{name}?"
            : "";
        return $"Unknown {what} '{argument}'{(command is RootCommand ? "" : $" of {command.Name}")}.{suggestion}";
    }

    static Command ServeCommand()
    {
        var serve = new Command("serve", "Serve the API. This is the default command. Pass settings of the host as --Section:Key=VALUE.");
        foreach (var option in s_options.Values)
            serve.Options.Add(option);
        serve.Options.Add(
            new Option<string>("--urls")
            {
                Description = $"Addresses to listen on, separated by ';' [default: {Settings.DefaultUrl}]",
                HelpName = "URLS",
            }
        );
        // Options of the host itself.
        foreach (var name in new[] { "--environment", "--contentRoot", "--applicationName", "--http_ports", "--https_ports" })
            serve.Options.Add(new Option<string>(name) { Hidden = true });
        serve.TreatUnmatchedTokensAsErrors = false;
        return serve;
    }
}
