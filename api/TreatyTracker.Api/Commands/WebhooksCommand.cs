using System.CommandLine;
using System.Diagnostics;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features.Webhooks;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Commands;

/// <summary>Adds, lists, tests and removes webhooks, by which others are told what is recorded.</summary>
static class WebhooksCommand
{
    const int LongestName = 100;

    public static Command Command() =>
        new(
            "webhooks",
            "Add, list, test and remove webhooks: addresses to which a running service sends what is recorded, signed, "
                + "in order and at least once."
        )
        {
            Add(),
            List(),
            Test(),
            Enable(),
            Remove(),
        };

    static Command Add()
    {
        var url = new Option<string>("--url")
        {
            Description = "The address of the receiver, https://…",
            HelpName = "ADDRESS",
            Required = true,
        };
        var treaties = new Option<string[]>("--treaty")
        {
            Description = "Only what concerns this treaty, by id (untoc) or MTDSG number (XVIII-12). Repeatable",
            HelpName = "ID",
        };
        var states = new Option<string[]>("--state")
        {
            Description = "Only what concerns this State or organization, by code (PRK, KP or 408). Repeatable",
            HelpName = "CODE",
        };
        var kinds = new Option<string[]>("--kind")
        {
            Description = "Only acts of this kind, such as accession or withdrawal, and what they bring about. Repeatable",
            HelpName = "KIND",
        };
        var name = new Option<string?>("--name") { Description = "Whose it is, for the list", HelpName = "NAME" };
        var command = new Command(
            "add",
            """
            Add a webhook and print its secret, which signs every message. It is shown once. A running service delivers from then on what is
            recorded, and what takes effect on the days that come; nothing older.
            """
        )
        {
            url,
            treaties,
            states,
            kinds,
            name,
        }
            .WithDatabase()
            .WithWebhooksPrivate();
        command.SetAction(parsed =>
            Add(
                CommandLine.DatabaseOf(parsed),
                CommandLine.WebhooksOf(parsed),
                parsed.GetRequiredValue(url),
                parsed.GetValue(treaties) ?? [],
                parsed.GetValue(states) ?? [],
                parsed.GetValue(kinds) ?? [],
                parsed.GetValue(name)
            )
        );
        return command;
    }

    static int Add(Database database, WebhookOptions options, string url, string[] treaties, string[] states, string[] kinds, string? name)
    {
        if (WebhookAddress.ProblemOf(url, options, out var address) is { } problem)
            throw new FormatException($"--url: {problem}");
        if (name is not null && WrongWithName(name) is { } wrong)
            throw new FormatException($"--name: {wrong}");
        var ofKinds = kinds.Select(Kind).Distinct().ToList();
        var register = Register.LoadExisting(database);
        // Whoever is told from the start of an empty register is told of all that fills it.
        if (register.Log.Newest is null)
            throw new FormatException($"The register '{database.Path}' is empty. Serve or import first, and then add the webhook.");
        var now = DateTimeOffset.UtcNow;
        var webhook = new Webhook
        {
            Id = WebhookStore.NewId(),
            Url = address,
            Secret = WebhookSignature.NewSecret(),
            Name = name,
            Treaties = [.. treaties.Select(t => Treaty(register, t)).Distinct()],
            States = [.. states.Select(s => State(register, s)).Distinct()],
            Kinds = ofKinds,
            Created = Recordings.Milliseconds(now),
            Position = WebhookPosition.After(register.Log, DateOnly.FromDateTime(now.UtcDateTime)),
        };
        WebhookStore.Add(database, webhook);
        Console.Error.WriteLine(
            PlainText.Line(
                $"Webhook {webhook.Id} to {webhook.Url}: {FiltersOf(webhook)}. Keep the secret that follows: it is not shown again. "
                    + $"'treatytracker webhooks test {webhook.Id}' sends a test."
            )
        );
        Console.WriteLine(webhook.Secret);
        return ExitCode.Done;
    }

    static Command List()
    {
        var command = new Command(
            "list",
            "List the webhooks: address, what is delivered, how far, and what fails. Secrets cannot be shown. "
                + "Exit codes: 0 all deliver, 1 at least one fails or is disabled."
        ).WithDatabase();
        command.SetAction(parsed => List(CommandLine.DatabaseOf(parsed)));
        return command;
    }

    static int List(Database database)
    {
        database.EnsureUsable();
        var webhooks = WebhookStore.List(database);
        if (webhooks.Count == 0)
            Console.WriteLine("There are no webhooks. 'treatytracker webhooks add --url ADDRESS' adds one.");
        var newest = webhooks.Count == 0 ? 0 : WebhookStore.NewestRecording(database);
        foreach (var webhook in webhooks)
        {
            Console.WriteLine(PlainText.Line($"{webhook.Id}  {StateOf(webhook)}  {webhook.Url}"));
            foreach (var line in DetailsOf(webhook, newest))
                Console.WriteLine(PlainText.Line($"  {line}"));
        }
        return webhooks.Any(w => w.Failures > 0 || w.Disabled is not null) ? ExitCode.Findings : ExitCode.Done;
    }

    static string StateOf(Webhook webhook) =>
        webhook.Disabled is not null ? "disabled"
        : webhook.Failures > 0 ? "failing"
        : "enabled";

    static IEnumerable<string> DetailsOf(Webhook webhook, int newest)
    {
        yield return $"{(webhook.Name is null ? "" : $"{webhook.Name}; ")}added {Instant.Text(webhook.Created)}; {FiltersOf(webhook)}";
        var behind = newest - webhook.Position.Recording;
        yield return (webhook.LastDelivery is { } last ? $"last delivery {Instant.Text(last)}" : "nothing delivered yet")
            + (
                behind > 0 ? $"; {behind} recording{(behind == 1 ? "" : "s")} to deliver"
                : behind < 0 ? "; the register was restored since"
                : "; no recording to deliver"
            );
        if (webhook.Failures > 0)
            yield return $"{webhook.Failures} failure{(webhook.Failures == 1 ? "" : "s")} "
                + $"since {Instant.Text(webhook.FailingSince!.Value)}, the last because {webhook.Problem}";
        if (webhook.NextTry is { } next)
            yield return $"next try {Instant.Text(next)}";
        if (webhook.Disabled is { } disabled)
            yield return $"disabled {Instant.Text(disabled)}, because {webhook.DisabledBecause}"
                + (webhook.Url == WebhookStore.NoAddress ? "" : $". 'treatytracker webhooks enable {webhook.Id}' delivers what it missed");
    }

    static string FiltersOf(Webhook webhook) =>
        webhook is { Treaties.Count: 0, States.Count: 0, Kinds.Count: 0 }
            ? "everything"
            : "only "
                + string.Join(
                    ", ",
                    new[]
                    {
                        ("treaty", webhook.Treaties),
                        ("state", webhook.States),
                        ("kind", [.. webhook.Kinds.Select(k => k.WireName())]),
                    }
                        .Where(f => f.Item2.Count > 0)
                        .Select(f => $"{f.Item1} {string.Join(" or ", f.Item2)}")
                );

    static Command Test()
    {
        var id = Id();
        var command = new Command(
            "test",
            "Send a test message (treatytracker.webhook.test) from here, and say what the receiver answers. "
                + "Exit codes: 0 delivered, 1 not delivered."
        )
        {
            id,
        }
            .WithDatabase()
            .WithWebhooksPrivate();
        command.SetAction(
            (parsed, cancel) => Test(CommandLine.DatabaseOf(parsed), CommandLine.WebhooksOf(parsed), parsed.GetRequiredValue(id), cancel)
        );
        return command;
    }

    static async Task<int> Test(Database database, WebhookOptions options, string id, CancellationToken cancel)
    {
        var webhook = Find(database, id);
        using var sender = new WebhookSender(options, TimeProvider.System);
        var clock = Stopwatch.StartNew();
        var answer = await sender.Send(webhook, Outbox.Test(webhook, DateTimeOffset.UtcNow), cancel);
        Console.WriteLine(
            answer.Problem is null
                ? $"Delivered: the receiver answered {answer.Status} after {clock.ElapsedMilliseconds} ms."
                : $"Not delivered: {PlainText.Line(answer.Problem)}."
        );
        return answer.Problem is null ? ExitCode.Done : ExitCode.Findings;
    }

    static Command Enable()
    {
        var id = Id();
        var command = new Command(
            "enable",
            "Deliver again to a webhook that is disabled, or that waits for its next try: at once, from where it stopped."
        )
        {
            id,
        }.WithDatabase();
        command.SetAction(parsed =>
        {
            var database = CommandLine.DatabaseOf(parsed);
            var webhook = Find(database, parsed.GetRequiredValue(id));
            if (webhook.Url == WebhookStore.NoAddress)
                throw new FormatException($"Webhook {webhook.Id} cannot be enabled: {webhook.DisabledBecause}.");
            WebhookStore.Enable(database, webhook.Id);
            Console.WriteLine($"Webhook {webhook.Id} is enabled. A running service delivers what it missed.");
            return ExitCode.Done;
        });
        return command;
    }

    static Command Remove()
    {
        var id = Id();
        var command = new Command("remove", "Remove a webhook and its secret. Nothing more is delivered to it.") { id }.WithDatabase();
        command.SetAction(parsed =>
        {
            var database = CommandLine.DatabaseOf(parsed);
            var webhook = Find(database, parsed.GetRequiredValue(id));
            WebhookStore.Remove(database, webhook.Id);
            Console.WriteLine($"Webhook {webhook.Id} is removed.");
            return ExitCode.Done;
        });
        return command;
    }

    static Argument<string> Id() => new("id") { Description = "The id of the webhook, which 'webhooks list' shows", HelpName = "ID" };

    static Webhook Find(Database database, string id)
    {
        database.EnsureUsable();
        var webhooks = WebhookStore.List(database);
        return webhooks.FirstOrDefault(w => w.Id == id)
            ?? throw new FormatException(
                webhooks.Count == 0
                    ? $"There is no webhook '{id}': the register has none."
                    : $"There is no webhook '{id}'.{Suggestions.SuggestionText(id, webhooks.Select(w => w.Id))} "
                        + "'treatytracker webhooks list' shows the ids."
            );
    }

    static string? WrongWithName(string name) =>
        string.IsNullOrWhiteSpace(name) ? "The name is empty. Leave the option out, or give a name."
        : name.Length > LongestName ? $"The name has more than {LongestName} characters. Use a shorter one."
        : PlainText.Line(name) != name ? "The name must be one line, without control characters."
        : null;

    static EventKind Kind(string text) =>
        WireNames.Find<EventKind>(text) ?? throw new FormatException($"--kind: {Suggestions.NotOneOf(text, WireNames.All<EventKind>())}");

    static string Treaty(Register register, string text) =>
        register.FindTreaty(text)?.Id
        ?? throw new FormatException(
            $"--treaty: the register has no treaty '{text}'.{TreatyNames.SuggestionText(register.Facts.Treaties, text)}"
        );

    static string State(Register register, string text) =>
        register.FindParticipant(text)?.Code
        ?? throw new FormatException($"--state: the register has no State or organization '{text}'.{Nearest(register, text)}");

    /// <summary>The code of the participant that somebody named, or codes that look alike.</summary>
    static string Nearest(Register register, string text) =>
        register.Names.Resolve(text, null).Participant is { } named
            ? $" Did you mean {named.Code} ({named.NameIn(Languages.English)})?"
            : Suggestions.SuggestionText(text, register.Facts.Participants.Select(p => p.Code));
}
