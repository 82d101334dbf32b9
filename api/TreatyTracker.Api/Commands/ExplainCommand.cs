using System.CommandLine;
using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Commands;

/// <summary>Explains a consistency rule, or lists all rules.</summary>
static class ExplainCommand
{
    public static Command Command()
    {
        var rule = new Argument<string?>("rule")
        {
            Description = "The rule's id. Without it, the command lists all rules",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command(
            "explain",
            "Explain a consistency rule: what it finds, why it matters, its legal basis, a good and a bad example, and what to do."
        )
        {
            rule,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(rule) is { } id && Catalogue.Find(id) is null)
                result.AddError(UnknownRule(id));
        });
        command.SetAction(parsed => Run(parsed.GetValue(rule)));
        return command;
    }

    /// <summary>The error for an unknown rule, with suggestions.</summary>
    public static string UnknownRule(string id) =>
        $"Unknown rule '{id}'.{Suggestions.SuggestionText(id, Catalogue.All.Select(r => r.Id))} 'treatytracker explain' lists the rules.";

    static int Run(string? id)
    {
        if (id is not null)
            Explain(Catalogue.Find(id)!);
        else
            foreach (var group in Catalogue.All.GroupBy(r => r.Group))
                List(group);
        return ExitCode.Done;
    }

    static void List(IGrouping<string, Rule> group)
    {
        var width = Catalogue.All.Max(r => r.Id.Length);
        Console.WriteLine(group.Key);
        foreach (var rule in group)
            Console.WriteLine($"  {rule.Id.PadRight(width)}  {rule.Severity.WireName(), -11}  {rule.Finds}");
        Console.WriteLine();
    }

    static void Explain(Rule rule)
    {
        Console.WriteLine($"{rule.Id} ({rule.Severity.WireName()}, {rule.Group})");
        Section("Finds", rule.Finds);
        Section("Why", rule.Rationale);
        if (rule.LegalBasis is { } basis)
            Section("Legal basis", basis);
        Section("Good", rule.Good);
        Section("Bad", rule.Bad);
        Section("To do", rule.Remedy);
        Section("About the examples", Catalogue.Setting);
    }

    static void Section(string title, string text)
    {
        Console.WriteLine();
        Console.WriteLine(title);
        foreach (var line in text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
            Console.WriteLine($"  {line}".TrimEnd());
    }
}
