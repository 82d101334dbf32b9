using System.Text.Json;
using System.Text.Json.Serialization;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.StatusTables;

/// <summary>Plans as JSON, for programs: everything that was found.</summary>
static class MergeJson
{
    static readonly JsonSerializerOptions s_options = Json.Configure(
        new()
        {
            WriteIndented = true,
            NewLine = "\n",
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        }
    );

    /// <summary>Writes the plans.</summary>
    public static string Of(SeedMergeResult result) =>
        JsonSerializer.Serialize(
            new
            {
                result.NeedsDecision,
                UnknownTreaties = result.Unknown,
                result.Refused,
                Unused = result.Unused.Select(u => new { u.File, u.Cell }),
                Plans = result.Plans.Select(p => new
                {
                    Treaty = p.Treaty.Id,
                    p.Treaty.Mtdsg,
                    p.IsNew,
                    p.Source,
                    New = p.New.Select(Event),
                    Corrections = p.Corrections.Select(c => new
                    {
                        Before = Event(c.Before),
                        After = c.After is null ? null : Event(c.After),
                    }),
                    Conflicts = p.Conflicts.Select(c => new
                    {
                        c.Kind,
                        c.Participant,
                        c.What,
                        c.Detail,
                        c.Question,
                        c.Line,
                        Decisions = c.Words,
                        c.DecisionProblem,
                    }),
                    Decided = p.Applied.Select(d => new
                    {
                        d.Participant,
                        d.What,
                        Decision = d.Text,
                        d.Source,
                    }),
                    p.Unchanged,
                    Unresolved = p.Unresolved.Select(u => new
                    {
                        u.Row.Line,
                        u.Row.Name,
                        u.Problem,
                    }),
                    p.Unused,
                    p.Notes,
                    p.Proof,
                    CompleteThrough = new { Before = p.Before.CompleteThrough, After = p.Treaty.CompleteThrough },
                }),
            },
            s_options
        ) + "\n";

    static object Event(TreatyEvent e) =>
        new
        {
            e.Participant,
            e.Kind,
            Date = e.EffectOnly ? null : e.DatePeriod.ToString(),
            e.EffectiveOn,
            e.Depositary,
            e.Sources,
            e.Verification,
            e.Note,
        };
}
