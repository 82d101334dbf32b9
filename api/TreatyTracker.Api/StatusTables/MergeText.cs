using System.Globalization;
using System.Text;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.StatusTables;

/// <summary>Plans as text for people.</summary>
static class MergeText
{
    /// <summary>So many lines of one sort are shown for a treaty; the JSON has all of them.</summary>
    const int Most = 25;

    const string NewEvents = "New";

    /// <summary>Writes the plans, then a summary.</summary>
    /// <param name="result">The plans.</param>
    /// <param name="all">Whether to show every line, however many there are.</param>
    public static string Of(SeedMergeResult result, bool all = false)
    {
        var text = new StringBuilder();
        foreach (var plan in result.Plans.Where(HasNews))
        {
            Line(text, Heading(plan));
            // Where nothing was recorded, every act is new, and a list says no more than the table itself.
            var isFirst = !all && plan.New.Count > Most && plan.New.Count == plan.Events.Count;
            if (isFirst)
                Line(text, $"  The first {plan.New.Count} events: {Kinds(plan.New)}");
            foreach (var (title, lines) in Sections(plan).Where(s => !isFirst || s.Title != NewEvents))
            {
                Line(text, $"  {title}");
                foreach (var line in all ? lines : lines.Take(Most))
                    Line(text, $"    {line}");
                if (!all && lines.Count > Most)
                    Line(text, $"    … and {lines.Count - Most} more such lines; --format json has them all");
            }
            Line(text, $"  {Counts(plan)}");
            text.Append('\n');
        }
        foreach (var (file, cell) in all ? result.Unused : result.Unused.Take(Most))
            Line(text, $"{file}: {Cell(cell)[2..]}");
        if (!all && result.Unused.Count > Most)
            Line(text, $"… and {result.Unused.Count - Most} more cells; --format json has them all");
        foreach (var line in Summary(result))
            Line(text, line);
        return text.ToString();
    }

    /// <summary>Whether a plan has anything to say.</summary>
    public static bool HasNews(MergePlan plan) =>
        plan.ChangesRecord || plan.NeedsDecision || plan.Unused.Count > 0 || plan.Notes.Count > 0 || plan.Applied.Count > 0;

    /// <summary>The treaty, the day of the table and the source.</summary>
    public static string Heading(MergePlan plan) =>
        $"{plan.Treaty.Id}{(plan.Treaty.Mtdsg != plan.Treaty.Id ? $" ({plan.Treaty.Mtdsg})" : "")}, table as at "
        + $"{Instant.Text(plan.Proof.AsAt)}, source {plan.Source}{(plan.IsNew ? ": a new treaty" : "")}";

    /// <summary>The parts of a plan that are not empty, each with a title and its lines.</summary>
    public static IEnumerable<(string Title, IReadOnlyList<string> Lines)> Sections(MergePlan plan)
    {
        var decisions = plan
            .Conflicts.GroupBy(c => (c.Kind, c.Choices))
            .Select(g => (Title: $"{g.First().Question} Decide: {string.Join(" | ", g.First().Words)}", Lines: g.Select(Conflict)));
        var sections = new (string Title, IEnumerable<string> Lines)[]
        {
            (NewEvents, plan.New.OrderBy(e => e.Date).Select(e => $"+ {Words(e)}")),
            ("Corrected", plan.Corrections.Select(c => $"~ {Words(c.Before)} {(c.After is { } a ? $"becomes {Words(a)}" : "is removed")}")),
            ("Decided", plan.Applied.Select(d => $"= {d.Participant} {d.What}: {d.Text}, as decided in line {d.Line}")),
            ("Names that lead to nobody", plan.Unresolved.Select(u => $"! line {u.Row.Line}, '{u.Row.Name}': {u.Problem}")),
            ("Not used", plan.Unused.Select(Cell)),
            ("Notes", plan.Notes.Select(n => $"- {n}")),
        };
        return sections.Concat(decisions).Select(s => (s.Title, Lines: (IReadOnlyList<string>)[.. s.Lines])).Where(s => s.Lines.Count > 0);
    }

    /// <summary>The counts of the header against those of the record, on one line.</summary>
    public static string Counts(MergePlan plan)
    {
        var proof = plan.Proof;
        var through =
            plan.Treaty.CompleteThrough != plan.Before.CompleteThrough
                ? $"The record is complete through {Instant.Text(plan.Treaty.CompleteThrough)}."
                : $"completeThrough stays {Instant.Text(plan.Treaty.CompleteThrough)}.";
        if (proof.Parties is null && proof.Signatories is null)
            return $"The table states no counts; the record gives {proof.ComputedParties} parties and {proof.ComputedSignatories} "
                + $"signatories. Give them with --parties and --signatories. {through}";
        var figures = new[]
        {
            Figure("parties", proof.Parties, proof.ComputedParties),
            Figure("signatories", proof.Signatories, proof.ComputedSignatories),
        };
        return $"{Sentence(string.Join(", ", figures.OfType<string>()))}. {through}"
            + string.Concat(proof.Suspects.Take(Most).Select(s => $"\n    suspect: {s}"))
            + (proof.Suspects.Count > Most ? $"\n    and {proof.Suspects.Count - Most} more suspects" : "");
    }

    /// <summary>What happened, in sentences.</summary>
    public static IEnumerable<string> Summary(SeedMergeResult result)
    {
        if (result.Unknown.Count > 0)
            yield return $"{Number(result.Unknown.Count, "treaty", "treaties")} of the tables "
                + $"{(result.Unknown.Count == 1 ? "is" : "are")} not "
                + $"in the seeds: {string.Join(", ", result.Unknown.Take(12))}{(result.Unknown.Count > 12 ? " …" : "")}. "
                + "--new starts a treaty from the header of its table.";
        var plans = result.Plans;
        if (plans.Count > 0)
            yield return $"{Number(plans.Count, "table", "tables")}: {Number(plans.Sum(p => p.New.Count), "new event", "new events")}, "
                + $"{Number(plans.Sum(p => p.Corrections.Count), "correction", "corrections")}, "
                + $"{Number(plans.Sum(p => p.Conflicts.Count), "conflict", "conflicts")} to decide, "
                + $"{Number(plans.Sum(p => p.Unchanged), "act", "acts")} as recorded, "
                + $"{Number(plans.Sum(p => p.Unresolved.Count), "name", "names")} unknown, "
                + $"{Number(plans.Sum(p => p.Unused.Count) + result.Unused.Count, "cell", "cells")} not used. "
                + $"The counts of {plans.Count(p => p.Proof.Agrees)} agree with the header, "
                + $"of {plans.Count(p => !p.Proof.Agrees && (p.Proof.Parties ?? p.Proof.Signatories) is not null)} they do not, "
                + $"and {plans.Count(p => (p.Proof.Parties ?? p.Proof.Signatories) is null)} state none."
                + (result.Refused.Count > 0 ? $" {Number(result.Refused.Count, "table", "tables")} could not be merged." : "");
    }

    /// <summary>An event, with everything that a reader needs to judge it.</summary>
    public static string Words(TreatyEvent e) =>
        $"{e.Participant} {e.Kind.WireName()}{(e.EffectOnly ? "" : $" {e.DatePeriod}")}"
        + (e.EffectiveOn is { } on ? $" with effect from {Instant.Text(on)}" : "")
        + (e.Depositary is { } depositary ? $" with {depositary}" : "");

    static string Conflict(MergeConflict conflict) =>
        $"? {conflict.Participant} {conflict.What}{(conflict.Line is { } line ? $" (line {line})" : "")}. {conflict.Detail}"
        + (conflict.DecisionProblem is { } problem ? $" What is decided cannot be used: {problem}" : "");

    static string Cell(UnusedCell cell) =>
        $"! line {cell.Line}{(cell.Column is { } c ? $", {c}" : "")}: '{cell.Text}' was not used. {cell.Reason}";

    static string Kinds(IEnumerable<TreatyEvent> events) =>
        string.Join(", ", events.GroupBy(e => e.Kind).OrderBy(g => g.Key).Select(g => $"{g.Count()} {g.Key.WireName()}"));

    static string? Figure(string name, int? published, int computed) =>
        published is not { } stated ? null
        : stated == computed ? $"{stated} {name} in the header and in the record"
        : $"{stated} {name} in the header, {computed} in the record";

    static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";

    static string Number(int number, string one, string many) =>
        $"{number.ToString("N0", CultureInfo.InvariantCulture)} {(number == 1 ? one : many)}";

    // Names and cells come from a document: none may begin a line of its own, or steer a terminal.
    static void Line(StringBuilder text, string line)
    {
        foreach (var part in line.Split('\n'))
            text.Append(new string(' ', part.Length - part.TrimStart(' ').Length)).Append(PlainText.Line(part.TrimStart(' '))).Append('\n');
    }
}
