using System.CommandLine;
using System.Text;
using System.Text.Json;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features.States;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Commands;

/// <summary>Says which participants the names of a table stand for.</summary>
static class ResolveCommand
{
    /// <summary>Stands for the lines of standard input.</summary>
    const string StandardInput = "-";

    static readonly string[] s_formats = ["text", "json"];

    public static Command Command()
    {
        var names = new Argument<string[]>("name")
        {
            Description = "Names, abbreviations or codes, as a table prints them; - reads one from each line of standard input",
            HelpName = "NAME",
            Arity = ArgumentArity.OneOrMore,
        };
        var asOf = new Option<DateOnly?>("--as-of")
        {
            Description = "The day of the acts, YYYY-MM-DD. It tells participants of one name apart [default: names of any day]",
            HelpName = "DAY",
            CustomParser = OptionValue.Day,
        };
        var format = new Option<string>("--format")
        {
            Description = "text (a line for each name) or json (rows as /v1/states/resolve has them)",
            HelpName = "FORMAT",
            DefaultValueFactory = _ => "text",
        };
        format.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } word && !s_formats.Contains(word))
                result.AddError($"--format: {Suggestions.NotOneOf(word, s_formats)}");
        });
        var command = new Command(
            "resolve",
            """
            Say which State or organization each name stands for: in any official language, inverted, abbreviated or as a code.
            Names are compared as a whole; nothing is guessed.
            Exit codes: 0 all names resolved, 1 at least one did not, 2 the command could not run.
            """
        )
        {
            names,
            asOf,
            format,
        }.WithSeeds();
        command.SetAction(parsed =>
            Run(parsed.GetValue(names)!, parsed.GetValue(asOf), parsed.GetValue(format) == "json", CommandLine.SeedsOf(parsed))
        );
        return command;
    }

    static int Run(string[] names, DateOnly? asOf, bool asJson, string seeds)
    {
        var resolver = NameResolver.Of(Participants(seeds));
        // UTF-8 instead of the console's encoding: names are in six scripts.
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var matches = names.SelectMany(n => n == StandardInput ? Lines(Console.In) : [n]).Select(n => resolver.Resolve(n, asOf)).ToList();
        if (asJson)
            Console.WriteLine(JsonSerializer.Serialize(matches.Select(m => ResolvedName.Of(m, Languages.English)), s_json));
        else
            foreach (var match in matches)
                Console.WriteLine(PlainText.Line(Text(match)));
        return matches.TrueForAll(m => m.Participant is not null) ? ExitCode.Done : ExitCode.Findings;
    }

    static readonly JsonSerializerOptions s_json = new(JsonBody.Json) { WriteIndented = true, NewLine = "\n" };

    static string Text(NameMatch match) =>
        match.Participant is { } found
            ? $"{match.Asked}: {found.Code} {found.NameIn(Languages.English)} ({match.Kind!.Value.WireName().Replace('-', ' ')} "
                + $"'{match.Name}')"
            : $"{match.Asked}: {match.Reason!.Value.WireName()}. {match.Detail}";

    static IEnumerable<string> Lines(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
            if (line.Trim('\uFEFF', ' ', '\t', '\r') is { Length: > 0 } name)
                yield return name;
    }

    /// <summary>The participants of seeds. What is wrong with treaties and events does not matter here.</summary>
    static Facts Participants(string seeds)
    {
        var reading = SeedReader.ReadLenient(seeds);
        var problems = reading
            .Problems.Where(p => p.File is SeedFormat.Participants or SeedFormat.FormerNames or SeedFormat.OtherNames)
            .ToList();
        return problems.Count == 0 ? reading.Facts : throw new SeedException(problems);
    }
}
